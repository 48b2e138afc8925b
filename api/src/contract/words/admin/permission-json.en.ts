import type { permissionJsonPtBR } from './permission-json.pt-BR.ts'

/** Rules written as JSON, English. */
export const permissionJsonEn = {
  'permission.json.syntax': 'This is not JSON. Check braces, quotes and commas.',
  'permission.json.object': 'A rule is an object: { … }.',
  'permission.json.unknown': 'A rule has no “{key}”.',
  'permission.json.names': '“{key}” is a list with at least one name.',
  'permission.json.namesOrNull': '“{key}” is a list with at least one name, or null for all.',
  'permission.json.text': '“{key}” is a text.',
  'permission.json.boolean': '“{key}” is true or false.',
  'permission.json.condition': '“{key}” is an object, as { "status": "active" }.',
  'permission.json': 'JSON of the rule',
  'permission.json.show': 'Show JSON',
  'permission.json.hide': 'Hide JSON',
  'permission.json.alone':
    'The text beside this is no rule yet. Until it is one the controls wait, and nothing is lost.',
  'permission.json.giveUp': 'Back to what it was',
  'kind.rules.unreadable': 'The JSON of rule {number} cannot be read. Correct it, or go back to what it was.',
  'kind.rules.noFields': 'Rule {number} has no field ticked. Tick at least one, or all.',
} as const satisfies Record<keyof typeof permissionJsonPtBR, string>
