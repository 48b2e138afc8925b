import { groupTests } from '../../access/rules/test-shape.ts'
import { Invalid } from '../../contract/errors.ts'
import type { Review } from '../../contract/permissions.ts'
import { say } from '../../contract/words/index.ts'
import { auditRights } from '../../store/audit.ts'
import type { Group } from '../../store/groups.ts'
import type { WriteScope } from '../../store/types.ts'
import { testResults } from '../permissions/group-tests.ts'
import { sees } from '../sees.ts'
import type { Done } from './guard.ts'

/**
 * What a group must keep to, it keeps to, or whoever saves it says that they know better.
 * @throws Invalid with what its author may know of each test that fails
 */
export async function demandTests(write: Done, { audience, rules }: Group): Promise<void> {
  const { asking, scope, id = 0, then } = write
  const { success, data: tests } = groupTests.safeParse(await readTests(scope, id))
  if (!success) throw new Invalid({ tests: [{ key: 'invalid.tests' }] })
  const failed = (await testResults(asking, then.book, { audience, rules, tests })).filter(({ passed }) => !passed)
  if (failed.length === 0) return
  if (!asking.overrides?.has('tests')) throw new Invalid({ tests: await told(write, failed) })
  await auditRights(asking.panel.database, scope, {
    actor: asking.person.user.id,
    kind: 'tests-overridden',
    target: { type: 'permissionGroup', id },
    after: failed,
  })
}

async function readTests(scope: WriteScope, id: number): Promise<unknown> {
  const [row] = await scope.read<{ tests: unknown }>('SELECT tests FROM permission_groups WHERE id = $1', [id])
  const tests = typeof row?.tests === 'string' ? JSON.parse(row.tests) : row?.tests
  return tests ?? []
}

/** A text says what a test and the rules say: whoever knows only the tests is told which one fails, and who does not, that one does. */
async function told(
  { asking, scope, id = 0, fields = [] }: Done,
  failed: Review['tests'],
): Promise<{ text: string }[]> {
  const knows = async (field: string) => fields.includes(field) || (await sees(asking, id, { field, reader: scope }))
  const { language } = asking
  if (!(await knows('tests'))) return [{ text: say(language, 'test.failedUnseen') }]
  if (await knows('rules')) return failed.map(({ text }) => ({ text }))
  return failed.map(({ index }) => ({ text: say(language, 'test.failed', { number: index + 1 }) }))
}
