import type { RecordCondition } from '../../contract/condition.ts'
import type { Fields } from '../../define/field.ts'
import { type Check, declaredIn, type Finding, has, wrong } from './finding.ts'

/** Kinds that have no single stored value to compare with. */
const notComparable = ['virtual', 'password', 'json', 'multiSelect', 'manyToMany', 'file', 'image']

/** F104: a condition names fields that are there, and values they can have. */
const conditions: Check = (resource, resources) =>
  declaredIn(resource).flatMap(({ name, field, place, siblings }) => {
    const { where, preset, visibleWhen, requiredWhen, when } = field.options
    const target = resources[field.format.resource ?? '']
    return [
      ...findingsOf(`${place}.where`, where, target?.fields),
      ...findingsOf(`${place}.preset`, preset, target?.fields),
      ...findingsOf(`${place}.visibleWhen`, visibleWhen, siblings),
      ...findingsOf(`${place}.requiredWhen`, requiredWhen, siblings),
      ...findingsOf(`${place}.expects`, field.format.expects?.when, siblings),
      ...findingsOf(`${place}.when`, when, resource.fields),
      ...(visibleWhen && Object.hasOwn(visibleWhen, name)
        ? [wrong('F104', `${place}.visibleWhen`, 'depends on the field itself.', 'Name another field.')]
        : []),
    ]
  })

function findingsOf(place: string, condition: RecordCondition | undefined, fields: Fields | undefined): Finding[] {
  if (!condition || !fields) return []
  return Object.entries(condition).flatMap(([name, wanted]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field) return wrong('F104', place, `there is no field "${name}".`, has(Object.keys(fields)))
    if (notComparable.includes(field.kind))
      return wrong(
        'F104',
        place,
        `"${name}" is ${field.kind} and cannot be compared with.`,
        'Name a field with one stored value.',
      )
    const values = Array.isArray(wanted) ? wanted : [wanted]
    return values
      .filter((value) => value !== null && !field.input.safeParse(value).success)
      .map((value) =>
        wrong('F104', place, `"${name}" can never be ${JSON.stringify(value)}.`, hintFor(field.format.options)),
      )
  })
}

function hintFor(options: readonly { readonly value: string }[] | undefined): string {
  return options ? has(options.map(({ value }) => value)) : 'Write a value in its stored form.'
}

/** F104: the same of the conditions of tabs. */
const tabConditions: Check = ({ name, tabs, fields }) =>
  tabs.flatMap(({ visibleWhen }, at) => findingsOf(`${name}.tabs[${at}].visibleWhen`, visibleWhen, fields))

/** The checks of this file. */
export const conditionChecks: readonly Check[] = [conditions, tabConditions]
