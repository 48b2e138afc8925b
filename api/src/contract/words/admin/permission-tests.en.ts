import type { permissionTestsPtBR } from './permission-tests.pt-BR.ts'

/** The tests of a group, English. */
export const permissionTestsEn = {
  'permission.tests': 'Tests of the group',
  'permission.tests.lead':
    'What must stay true. The tests run on every change, and one that fails keeps it from being saved.',
  'permission.tests.none': 'No test yet',
  'permission.tests.begin': 'A good start: what nobody of this group may see or change.',
  'permission.tests.add': 'Add a test',
  'permission.tests.passed': '{count} of {total} pass.',
  'permission.test.remove': 'Delete test {number}',
  'permission.test.passed': 'Passes',
  'permission.test.failed': 'Fails',
  'permission.test.unknown': 'Not run yet',
  'permission.test.expects': 'What is expected',
  'permission.test.expects.can': 'Can',
  'permission.test.expects.cannot': 'Cannot',
  'permission.test.action': 'Action',
  'permission.test.fieldLabel': 'Field',
  'permission.test.anyField': 'The record',
  'permission.test.brand': 'Brand of the person',
  'permission.test.when': 'When the record is like this',
} as const satisfies Record<keyof typeof permissionTestsPtBR, string>
