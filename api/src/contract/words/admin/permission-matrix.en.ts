import type { permissionMatrixPtBR } from './permission-matrix.pt-BR.ts'

/** The table of resources and actions of a group, English. */
export const permissionMatrixEn = {
  'permission.everyAction': 'Any action',
  'permission.everyAction.future': 'Any action, and those to come',
  'permission.action.read': 'Read',
  'permission.action.create': 'Create',
  'permission.action.update': 'Update',
  'permission.action.delete': 'Delete',
  'permission.granted.none': 'Nothing',
  'permission.granted.some': 'Part',
  'permission.granted.all': 'All',
  'permission.cell.denied': 'With a denial',
  'permission.cell.review': 'Needs review',
  'permission.matrix': 'Permissions by resource and action',
  'permission.matrix.subject': 'Resource',
  'permission.matrix.others': 'Other actions',
  'permission.matrix.filter': 'Find a resource or an action',
  'permission.matrix.onlyRuled': 'Only those with rules',
  'permission.matrix.nothing': 'No such resource. Change the search, or show those without rules too.',
  'permission.matrix.begin': 'This group allows nothing yet. Choose a cell of the table to begin.',
  'permission.matrix.parts': 'Parts of other records',
  'permission.matrix.platform': 'Platform',
  'permission.matrix.gone': 'No longer there',
  'permission.legend': 'What the marks say',
  'permission.system':
    'System group: whoever is in it may do everything there is and is to come. Its rules do not change.',
} as const satisfies Record<keyof typeof permissionMatrixPtBR, string>
