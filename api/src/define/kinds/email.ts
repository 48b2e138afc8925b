import { z } from 'zod'
import { type Field, labelled, type Only, type OptionsFor, textual } from '../field.ts'
import { formatted } from '../plain-text.ts'
import type { Samples } from '../samples.ts'

export type EmailOptions = OptionsFor<string>

/** An e-mail address, stored in lower case so that "unique" means what people expect. */
export function email<const O extends EmailOptions = Record<never, never>>(
  label?: string | Only<O, EmailOptions>,
  options?: Only<O, EmailOptions>,
): Field<'email', string, string, O> {
  return {
    kind: 'email',
    ...labelled<O>('E-mail', label, options),
    column: { type: 'string', length: maxLength },
    input: formatted({ normalise, isValid: isEmail, error: 'invalid.email', maxLength: 320 }).meta({ format: 'email' }),
    output: z.email(),
    operators: textual,
    format: { maxLength },
    search: { column: 'stored', normalise: (typed) => (/\s/.test(typed.trim()) ? '' : normalise(typed)) },
    normalise,
    sortable: true,
  }
}

/** RFC 5321 4.5.3.1: 64 before the @, 254 in all. */
const maxLength = 254

function normalise(typed: string): string {
  return typed.trim().toLowerCase()
}

function isEmail(address: string): boolean {
  return address.length <= maxLength && address.indexOf('@') <= 64 && z.regexes.email.test(address)
}

export const emailSamples: Samples = {
  field: email(),
  good: [
    ['ana@exemplo.com.br', 'ana@exemplo.com.br'],
    [' Joao.Silva+Frota@Exemplo.COM ', 'joao.silva+frota@exemplo.com'],
    ["o'neil_1@sub.exemplo.net", "o'neil_1@sub.exemplo.net"],
  ],
  bad: [
    'ana',
    'ana@',
    '@exemplo.com',
    'ana@exemplo',
    'a na@exemplo.com',
    'ana@exemplo.com\nBcc: b@exemplo.com',
    `${'a'.repeat(65)}@exemplo.com`,
    `a@${'b'.repeat(250)}.com`,
    5,
    ['ana@exemplo.com'],
  ],
  filters: [
    { operator: 'eq', value: 'ANA@exemplo.com.br', finds: ['ana@exemplo.com.br'] },
    {
      operator: 'ne',
      value: 'ana@exemplo.com.br',
      finds: ['joao.silva+frota@exemplo.com', "o'neil_1@sub.exemplo.net", null],
    },
    {
      operator: 'in',
      value: ['Ana@exemplo.com.br', "o'neil_1@sub.exemplo.net"],
      finds: ['ana@exemplo.com.br', "o'neil_1@sub.exemplo.net"],
    },
    {
      operator: 'nin',
      value: ['ana@exemplo.com.br'],
      finds: ['joao.silva+frota@exemplo.com', "o'neil_1@sub.exemplo.net", null],
    },
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'like', value: 'EXEMPLO.COM', finds: ['ana@exemplo.com.br', 'joao.silva+frota@exemplo.com'] },
    { operator: 'like', value: 'l_1', finds: ["o'neil_1@sub.exemplo.net"] },
    { operator: 'like', value: 'ana maria', finds: [] },
    { operator: 'starts', value: 'Joao', finds: ['joao.silva+frota@exemplo.com'] },
  ],
}
