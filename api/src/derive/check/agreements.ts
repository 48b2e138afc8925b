import type { Field } from '../../define/field.ts'
import type { Resource, Resources } from '../../define/resource.ts'
import { fitsIndex } from '../indexes.ts'
import { type Check, declaredIn, type Finding, has, wrong } from './finding.ts'

/** Whether people write the field and the record keeps what they wrote, so that others can be asked to agree with it. */
function isWritten(field: Field | undefined): boolean {
  return field !== undefined && !['virtual', 'password'].includes(field.kind) && !field.options.readOnly
}

/** F114: fields that must agree are several, and such as people write. */
const groups: Check = ({ name, fields, together, anyOf }) =>
  Object.entries({ together, anyOf }).flatMap(([option, lists]) =>
    lists.flatMap((names, at): Finding[] => {
      const place = `${name}.${option}[${at}]`
      const fit = has(Object.keys(fields).filter((one) => isWritten(fields[one])))
      return [
        ...(new Set(names).size < 2
          ? [wrong('F114', place, 'needs two fields at least.', 'Name those that go together.')]
          : []),
        ...names
          .filter((one) => !isWritten(fields[one]))
          .map((one) => wrong('F114', place, `"${one}" is not a field that people write.`, fit)),
      ]
    }),
  )

/** F115: a day is compared with that of another date field. */
const order: Check = (resource) =>
  declaredIn(resource).flatMap(({ name, field, place, siblings }) => {
    const { after, notBefore } = field.format
    const days = Object.keys(siblings).filter((one) => one !== name && siblings[one]?.kind === 'date')
    return Object.entries({ after, notBefore }).flatMap(([option, other]) =>
      other === undefined || days.includes(other)
        ? []
        : wrong('F115', `${place}.${option}`, `"${other}" is not another date field.`, has(days)),
    )
  })

/** F116: what is copied is there, of the same kind, and points to the same. */
const copies: Check = (resource, resources) =>
  Object.entries(resource.fields).flatMap(([name, field]) => {
    const { copiedFrom } = field.options
    if (copiedFrom === undefined) return []
    const place = `${resource.name}.fields.${name}.copiedFrom`
    const [reference = '', source = ''] = copiedFrom.split('.')
    const from = resource.fields[reference]
    const target = from?.kind === 'belongsTo' ? resources[from.format.resource ?? ''] : undefined
    if (!target)
      return wrong('F116', place, `"${reference}" is not a belongsTo of ${resource.name}.`, has(pointing(resource)))
    const isSame = (other: Field | undefined) =>
      field.kind === 'belongsTo' && other?.kind === 'belongsTo' && other.format.resource === field.format.resource
    if (!isSame(target.fields[source])) {
      const fit = Object.keys(target.fields).filter((one) => isSame(target.fields[one]))
      return wrong('F116', place, `"${target.name}" has no field "${source}" that points to the same.`, has(fit))
    }
    const isSure = from?.options.required && target.fields[source]?.options.required
    return [
      ...(field.options.readOnly
        ? []
        : [wrong('F116', place, 'could be written by people too.', 'Add `readOnly: true`.')]),
      ...(field.options.required && !isSure
        ? [wrong('F116', place, 'is required, but what it is copied from may be empty.', 'Take `required` away.')]
        : []),
    ]
  })

function pointing({ fields }: Resource): string[] {
  return Object.keys(fields).filter((name) => fields[name]?.kind === 'belongsTo')
}

/** F117: what a choice must reach is a belongsTo to a tree, here and there; a preset is one of such choices. */
const reach: Check = (resource, resources) =>
  Object.entries(resource.fields).flatMap(([name, field]): Finding[] => {
    const { reaches, preset } = field.options
    const place = `${resource.name}.fields.${name}`
    const target = field.kind === 'belongsTo' ? resources[field.format.resource ?? ''] : undefined
    if (reaches === undefined)
      return preset === undefined
        ? []
        : [wrong('F117', `${place}.preset`, 'needs `reaches`, which says what is nearest.', 'Add it.')]
    const places = placesOf(resource, resources)
    const fit = [...places].filter(([one, tree]) => target && placesOf(target, resources).get(one) === tree)
    return fit.some(([one]) => one === reaches)
      ? []
      : [
          wrong(
            'F117',
            `${place}.reaches`,
            `"${reaches}" does not point into the same tree in ${resource.name} and in ${target?.name ?? 'a belongsTo'}.`,
            has(fit.map(([one]) => one)),
          ),
        ]
  })

/** The fields that point into a tree, and which. */
function placesOf({ fields }: Resource, resources: Resources): Map<string, string> {
  const places = Object.entries(fields).flatMap(([name, { kind, format }]): [string, string][] => {
    const to = format.resource ?? ''
    return kind === 'belongsTo' && resources[to]?.tree !== undefined ? [[name, to]] : []
  })
  return new Map(places)
}

/** F118: what is true once is a boolean, of each value of another field. */
const ones: Check = ({ name: resource, fields }) =>
  Object.entries(fields).flatMap(([name, field]): Finding[] => {
    const { onePer } = field.options
    if (onePer === undefined) return []
    const place = `${resource}.fields.${name}.onePer`
    const fit = Object.keys(fields).filter((one) => one !== name && fitsIndex(fields[one] ?? field))
    return [
      ...(field.kind === 'boolean' ? [] : [wrong('F118', place, `${field.kind} is never true.`, 'Make it a boolean.')]),
      ...(fit.includes(onePer) ? [] : [wrong('F118', place, `"${onePer}" is not a field to have one of.`, has(fit))]),
    ]
  })

/** F119: a CEP is compared with a field of the kind state. */
const expectations: Check = (resource) =>
  declaredIn(resource).flatMap(({ field, place, siblings }) => {
    const state = field.format.expects?.state
    if (state === undefined || siblings[state]?.kind === 'state') return []
    const fit = Object.keys(siblings).filter((one) => siblings[one]?.kind === 'state')
    return wrong('F119', `${place}.expects.state`, `"${state}" is not a field of the kind state.`, has(fit))
  })

/** The checks of this file. */
export const agreementChecks: readonly Check[] = [groups, order, copies, reach, ones, expectations]
