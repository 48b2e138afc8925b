import { cnh, date, select, state, text } from '../define/kinds/index.ts'

const person = { personType: 'person' } as const
const company = { personType: 'company' } as const

/** Digits as each state and city writes them, or that there is none. */
const registration = [/ISENTO|\d[\d./-]*/, 'invalid.registration'] as const

/** The documents of a customer, fields of the record. An RG has no check digit: each state has a format of its own. */
export const documents = {
  rg: text('RG', {
    maxLength: 20,
    pattern: [/[0-9A-Za-z.\-/ ]+/, 'invalid.rg'],
    masked: true,
    personal: true,
    visibleWhen: person,
    help: 'Vale até 28/02/2032; a nova identidade (CIN) tem o número do CPF.',
  }),
  rgIssuer: text('Órgão emissor', { maxLength: 20, case: 'upper', personal: true, visibleWhen: person }),
  rgIssuerState: state('UF do órgão emissor', { personal: true, visibleWhen: person }),
  rgIssuedAt: date('Data de emissão', {
    latest: 'today',
    notBefore: 'birthDate',
    personal: true,
    visibleWhen: person,
  }),
  cnh: cnh({ masked: true, personal: true, visibleWhen: person }),
  cnhCategory: select(
    'Categoria CNH',
    { ACC: 'ACC', A: 'A', B: 'B', C: 'C', D: 'D', E: 'E', AB: 'AB', AC: 'AC', AD: 'AD', AE: 'AE' },
    { personal: true, visibleWhen: person },
  ),
  cnhExpiresAt: date('Validade CNH', { expects: { earliest: 'today' }, personal: true, visibleWhen: person }),
  stateRegistration: text('Inscrição estadual', {
    maxLength: 20,
    case: 'upper',
    pattern: registration,
    visibleWhen: company,
    help: 'ISENTO quando não houver.',
  }),
  cityRegistration: text('Inscrição municipal', {
    maxLength: 20,
    case: 'upper',
    pattern: registration,
    visibleWhen: company,
    help: 'ISENTO quando não houver.',
  }),
}
