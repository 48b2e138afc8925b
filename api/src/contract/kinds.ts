/**
 * What a field may hold. A kind names the value, never the widget: `money`, not "number input".
 * Each has a half in `api/src/define/kinds` and a half in `admin/src/kinds`; the compiler asks for the missing one.
 */
export const kinds = [
  'text',
  'textarea',
  'email',
  'url',
  'phone',
  'cpf',
  'cnpj',
  'cnh',
  'imei',
  'licensePlate',
  'postalCode',
  'state',
  'integer',
  'decimal',
  'money',
  'boolean',
  'date',
  'dateTime',
  'select',
  'multiSelect',
  'status',
  'belongsTo',
  'manyToMany',
  'password',
  'file',
  'image',
  'color',
  'json',
  'virtual',
  'permissionRules',
] as const

export type Kind = (typeof kinds)[number]
