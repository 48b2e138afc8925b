import { postalCode, select, state, text } from '../define/kinds/index.ts'

/** The address of a customer, one, fields of the record. */
export const address = {
  postalCode: postalCode({ personal: true, expects: { state: 'state' } }),
  street: text('Logradouro', { maxLength: 120, personal: true }),
  number: text('Número', { maxLength: 10, personal: true, help: 'S/N quando não houver.' }),
  complement: text('Complemento', { maxLength: 60, personal: true }),
  district: text('Bairro', { maxLength: 80, personal: true }),
  city: text('Cidade', { maxLength: 80 }),
  state: state(),
  landmark: text('Ponto de referência', { maxLength: 120, personal: true }),
  kind: select('Tipo', {
    home: 'Residencial',
    business: 'Comercial',
    billing: 'Cobrança',
    installation: 'Instalação',
  }),
  country: text('País', {
    minLength: 2,
    maxLength: 2,
    case: 'upper',
    pattern: [/[A-Z]{2}/, 'invalid.country'],
    default: 'BR',
  }),
}
