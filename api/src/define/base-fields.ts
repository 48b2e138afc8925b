import { z } from 'zod'
import { comparison, type Field, type Fields } from './field.ts'
import { recordId } from './record-id.ts'

const instant = (label: string): Field => ({
  kind: 'dateTime',
  label,
  options: { required: true, readOnly: true },
  column: { type: 'instant' },
  input: z.iso.datetime(),
  output: z.iso.datetime(),
  operators: comparison.filter((operator) => operator !== 'null'),
  format: {},
  sortable: true,
})

/** The fields every record has without declaring them: listed, sorted and filtered like any other, never written by a client. */
export const baseFieldDefinitions = {
  id: {
    kind: 'integer',
    label: 'Código',
    options: { required: true, readOnly: true },
    column: { type: 'integer' },
    input: recordId,
    output: z.int(),
    operators: ['eq', 'ne', 'in', 'nin', 'gt', 'gte', 'lt', 'lte', 'between', 'under'],
    format: { min: 1 },
    sortable: true,
  },
  createdAt: instant('Criado em'),
  updatedAt: instant('Atualizado em'),
} as const satisfies Fields
