import { isState, normaliseState, type StateCode, stateCodes } from '../../contract/formats/state.ts'
import { equality, type Field, labelled, type Only, type OptionsFor } from '../field.ts'
import { formatted } from '../plain-text.ts'
import type { Samples } from '../samples.ts'

export type StateOptions = OptionsFor<StateCode>

/** A state of Brazil by its two letters (UF). */
export function state<const O extends StateOptions = Record<never, never>>(
  label?: string | Only<O, StateOptions>,
  options?: Only<O, StateOptions>,
): Field<'state', StateCode, StateCode, O> {
  const code = formatted({ normalise: normaliseState, isValid: isState, error: 'invalid.choice', maxLength: 40 })
  return {
    kind: 'state',
    ...labelled<O>('UF', label, options),
    column: { type: 'string', length: 2 },
    input: code.meta({ enum: stateCodes }),
    output: code.meta({ enum: stateCodes }),
    operators: equality,
    format: {},
    normalise: normaliseState,
    sortable: true,
  }
}

export const stateSamples: Samples = {
  field: state(),
  good: [
    ['SP', 'SP'],
    [' rj ', 'RJ'],
    ['TO', 'TO'],
  ],
  bad: ['XX', 'São Paulo', 'S', 'toString', '__proto__', 35, ['SP']],
  filters: [
    { operator: 'eq', value: 'sp', finds: ['SP'] },
    { operator: 'ne', value: 'SP', finds: ['RJ', 'TO', null] },
    { operator: 'in', value: ['SP', 'TO', 'AC'], finds: ['SP', 'TO'] },
    { operator: 'nin', value: ['SP'], finds: ['RJ', 'TO', null] },
    { operator: 'null', value: 'true', finds: [null] },
  ],
}
