import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { z } from 'zod'
import { isBrazilianMobile, isForeign, isPhone, normalisePhone, unmaskPhone } from '../../contract/formats/phone.ts'
import { equality, type Field, labelled, type Only, type OptionsFor } from '../field.ts'
import { formatted } from '../plain-text.ts'
import type { Samples } from '../samples.ts'

export interface PhoneOptions extends OptionsFor<string> {
  /** Only mobile numbers. */
  readonly mobile?: boolean
  /** Shows the icon that opens a chat. */
  readonly whatsapp?: boolean
}

/** A telephone number, stored as E.164: Brazilian with or without its +55, of another country with its `+`. */
export function phone<const O extends PhoneOptions = Record<never, never>>(
  label?: string | Only<O, PhoneOptions>,
  options?: Only<O, PhoneOptions>,
): Field<'phone', string, string, O> {
  const read = labelled<O>(typeof label === 'object' && label.mobile ? 'Celular' : 'Telefone', label, options)
  const { mobile, whatsapp }: PhoneOptions = read.options
  return {
    kind: 'phone',
    ...read,
    column: { type: 'string', length: 16 },
    input: formatted({
      normalise: withPlan,
      isValid: mobile ? isMobile : isNumber,
      error: mobile ? 'invalid.mobilePhone' : 'invalid.phone',
      maxLength: 60,
    }),
    output: z.string().regex(/^\+[1-9]\d{7,14}$/),
    // Without `starts`: nobody types the +55 that every stored number starts with.
    operators: [...equality, 'like'],
    format: { ...(mobile && { mobile }), ...(whatsapp && { whatsapp }) },
    search: { column: 'stored', normalise: part },
    normalise: withPlan,
    sortable: true,
    mask: ['•••••-', { last: 4 }],
  }
}

/** The stored form; the numbering plan of another country may take a zero away. */
function withPlan(typed: string): string {
  const number = normalisePhone(typed)
  return (isForeign(number) && parsePhoneNumberFromString(number)?.number) || number
}

function isNumber(number: string): boolean {
  return isForeign(number) ? (parsePhoneNumberFromString(number)?.isValid() ?? false) : isPhone(number)
}

/** The full metadata tell mobile numbers of other countries apart; some countries do not. */
function isMobile(number: string): boolean {
  if (!isForeign(number)) return isBrazilianMobile(number)
  const parsed = parsePhoneNumberFromString(number)
  return parsed?.isValid() === true && ['MOBILE', 'FIXED_LINE_OR_MOBILE'].includes(parsed.getType() ?? '')
}

/** The digits typed so far, without the zero before an area code. */
function part(typed: string): string {
  return /^(?:0(?=\d))?(\+?\d{1,15})$/.exec(unmaskPhone(typed))?.[1] ?? ''
}

export const phoneSamples: Samples = {
  field: phone(),
  good: [
    ['(11) 91234-5678', '+5511912345678'],
    ['011 3234-5678', '+551132345678'],
    ['+55 55 99876-5432', '+5555998765432'],
    ['0800 123 4567', '+558001234567'],
    ['+1 212 555 0123', '+12125550123'],
  ],
  bad: [
    '11812345678',
    '23912345678',
    '912345678',
    '119123456789',
    '+1999',
    '+5511',
    'abc',
    '11912345678 ramal 5',
    '１1912345678',
    '',
    11912345678,
    ['11912345678'],
  ],
  filters: [
    { operator: 'eq', value: '+5511912345678', finds: ['+5511912345678'] },
    { operator: 'eq', value: '(11) 91234-5678', finds: ['+5511912345678'] },
    {
      operator: 'ne',
      value: '11912345678',
      finds: ['+551132345678', '+5555998765432', '+558001234567', '+12125550123', null],
    },
    { operator: 'in', value: ['11912345678', '+12125550123'], finds: ['+5511912345678', '+12125550123'] },
    {
      operator: 'nin',
      value: ['11912345678', '1132345678', '08001234567'],
      finds: ['+5555998765432', '+12125550123', null],
    },
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'like', value: '(11) 9', finds: ['+5511912345678'] },
    { operator: 'like', value: '011 91234-5678', finds: ['+5511912345678'] },
    { operator: 'like', value: '1912345678', finds: ['+5511912345678'] },
    { operator: 'like', value: '5678', finds: ['+5511912345678', '+551132345678'] },
    { operator: 'like', value: 'joão', finds: [] },
  ],
}
