import type { Field } from '../../define/field.ts'
import type { Resource, Resources } from '../../define/resource.ts'

/** Something wrong with a definition that types cannot see. */
export interface Finding {
  /** `F103`; stays the same when the words change. */
  readonly number: `F${number}`
  /** An error stops the start, a warning does not. */
  readonly severity: 'error' | 'warning'
  /** `customer.tabs[3].columns` */
  readonly place: string
  readonly problem: string
  /** What to do about it. */
  readonly hint: string
}

/** Looks at one resource among the others. */
export type Check = (resource: Resource, resources: Resources) => Finding[]

/** A finding that stops the start. */
export function wrong(number: Finding['number'], place: string, problem: string, hint: string): Finding {
  return { number, severity: 'error', place, problem, hint }
}

/** A finding that only says so. */
export function odd(number: Finding['number'], place: string, problem: string, hint: string): Finding {
  return { ...wrong(number, place, problem, hint), severity: 'warning' }
}

/** `It has number, planName, …` */
export function has(names: Iterable<string>): string {
  const all = [...names]
  return `It has ${all.slice(0, 12).join(', ') || 'none'}${all.length > 12 ? ', …' : ''}.`
}

/** A field and where it is declared: in a resource, or in the dialog of an action. */
export interface Declared {
  readonly name: string
  readonly field: Field
  readonly place: string
  /** The fields it stands among. */
  readonly siblings: Resource['fields']
}

/** Every field a resource declares, those of its actions' dialogs included. */
export function declaredIn({ name: resource, fields, actions }: Resource): Declared[] {
  const groups = [
    { place: `${resource}.fields`, siblings: fields },
    ...Object.entries(actions).map(([action, { input }]) => ({
      place: `${resource}.actions.${action}.input`,
      siblings: input,
    })),
  ]
  return groups.flatMap(({ place, siblings }) =>
    Object.entries(siblings).map(([name, field]) => ({ name, field, place: `${place}.${name}`, siblings })),
  )
}
