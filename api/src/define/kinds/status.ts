import { z } from 'zod'
import type { Tone } from '../../contract/metadata.ts'
import { equality, type Field, type FieldOptions, type Only } from '../field.ts'
import type { Samples } from '../samples.ts'

export interface StatusOptions<State extends string> extends FieldOptions {
  /** State -> its label, pt-BR, and its tone. */
  readonly states: { readonly [S in State]: readonly [label: string, tone: Tone] }
  /** The state of a new record. */
  readonly initial: NoInfer<State>
  /** States that are declared and not in use: neither offered nor accepted until their names are taken away here. */
  readonly off?: readonly NoInfer<State>[]
  /** State -> the states it may change to; left out, every change is allowed. */
  readonly transitions?: { readonly [S in NoInfer<State>]?: readonly NoInfer<State>[] }
  /** The text field that must say why when the record enters a state whose tone is `warning` or `danger`. */
  readonly reason?: string
}

/** Where a record stands in its life: one of a few states, changed only along the transitions. */
export function status<const State extends string, const O extends FieldOptions = Record<never, never>>(
  label: string,
  options: StatusOptions<State> & Only<O, StatusOptions<State>>,
): Field<'status', State, State, Omit<O, 'required' | 'default'> & { required: true; default: State }> {
  const { states, initial, off = [], transitions, reason } = options
  const names = (Object.keys(states) as State[]).filter((name) => !off.includes(name)) // the keys of `states` are its states
  return {
    kind: 'status',
    label,
    options: { ...options, required: true, default: initial },
    column: { type: 'string', length: 40 },
    input: z.enum(names),
    output: z.enum(names),
    operators: equality,
    format: {
      options: names.map((value) => ({ value, label: states[value][0], tone: states[value][1] })),
      ...(transitions && {
        transitions: Object.fromEntries(
          names.map((from) => [from, (transitions[from] ?? []).filter((to) => !off.includes(to))]),
        ),
      }),
      ...(reason && {
        reason: { field: reason, states: names.filter((name) => ['warning', 'danger'].includes(states[name][1])) },
      }),
    },
    sortable: true,
  }
}

export const statusSamples: Samples = {
  field: status('Status', {
    states: { active: ['Ativo', 'success'], blocked: ['Bloqueado', 'warning'], cancelled: ['Cancelado', 'danger'] },
    initial: 'active',
    transitions: { active: ['blocked', 'cancelled'], blocked: ['active', 'cancelled'], cancelled: ['active'] },
  }),
  good: [
    ['active', 'active'],
    ['blocked', 'blocked'],
    ['cancelled', 'cancelled'],
  ],
  bad: ['Ativo', 'ACTIVE', 'gone', 'constructor', 0, true, ['active'], {}],
  filters: [
    { operator: 'eq', value: 'active', finds: ['active'] },
    { operator: 'ne', value: 'active', finds: ['blocked', 'cancelled'] },
    { operator: 'in', value: ['active', 'blocked'], finds: ['active', 'blocked'] },
    { operator: 'nin', value: ['active', 'blocked'], finds: ['cancelled'] },
    { operator: 'null', value: 'true', finds: [] },
  ],
  note: 'Always has a value: without one, a new record is in its initial state.',
}
