import { z } from 'zod'
import { fold } from '../../contract/fold.ts'
import { isUrl, normaliseUrl } from '../../contract/formats/url.ts'
import { type Field, type Only, type OptionsFor, textual } from '../field.ts'
import { formatted } from '../plain-text.ts'
import type { Samples } from '../samples.ts'

export interface UrlOptions extends OptionsFor<string> {
  /** Characters; 2000 when left out. */
  readonly maxLength?: number
}

/** The full address of a web page, http or https; stored as it was typed. */
export function url<const O extends UrlOptions = Record<never, never>>(
  label: string,
  options?: Only<O, UrlOptions>,
): Field<'url', string, string, O> {
  const { maxLength = 2000 }: UrlOptions = options ?? {}
  return {
    kind: 'url',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'string', length: maxLength },
    input: formatted({ normalise: normaliseUrl, isValid: isUrl, error: 'invalid.url', maxLength }).meta({
      format: 'uri',
    }),
    output: z.string().meta({ format: 'uri' }),
    operators: textual,
    format: { maxLength },
    search: { column: 'folded', normalise: fold },
    normalise: normaliseUrl,
    sortable: true,
  }
}

export const urlSamples: Samples = {
  field: url('Site'),
  good: [
    ['https://exemplo.com.br', 'https://exemplo.com.br'],
    [' http://Exemplo.com:8080/a_b?q=1&r=%20#fim ', 'http://Exemplo.com:8080/a_b?q=1&r=%20#fim'],
    ['https://ação.exemplo.com/ç', 'https://ação.exemplo.com/ç'],
  ],
  bad: [
    'exemplo.com.br',
    'javascript:alert(1)',
    'JAVASCRIPT://x/%0aalert(1)',
    'data:text/html,x',
    'ftp://exemplo.com',
    '//exemplo.com',
    'https:exemplo.com',
    'https://',
    'https://banco.com@mal.com',
    'https://a b.com',
    'https://exem\nplo.com',
    `https://exemplo.com/${'a'.repeat(2000)}`,
    5,
    ['https://exemplo.com'],
  ],
  filters: [
    { operator: 'eq', value: 'https://exemplo.com.br', finds: ['https://exemplo.com.br'] },
    {
      operator: 'ne',
      value: 'https://exemplo.com.br',
      finds: ['http://Exemplo.com:8080/a_b?q=1&r=%20#fim', 'https://ação.exemplo.com/ç', null],
    },
    { operator: 'in', value: ['https://exemplo.com.br'], finds: ['https://exemplo.com.br'] },
    {
      operator: 'nin',
      value: ['https://exemplo.com.br', 'https://ação.exemplo.com/ç'],
      finds: ['http://Exemplo.com:8080/a_b?q=1&r=%20#fim', null],
    },
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'like', value: 'exemplo.com:', finds: ['http://Exemplo.com:8080/a_b?q=1&r=%20#fim'] },
    { operator: 'like', value: 'ACAO', finds: ['https://ação.exemplo.com/ç'] },
    { operator: 'starts', value: 'https://e', finds: ['https://exemplo.com.br'] },
  ],
}
