import type { Kind } from '../../contract/kinds.ts'
import type { Samples } from '../samples.ts'
import { belongsToSamples } from './belongsTo.ts'
import { booleanSamples } from './boolean.ts'
import { cnhSamples } from './cnh.ts'
import { cnpjSamples } from './cnpj.ts'
import { colorSamples } from './color.ts'
import { cpfSamples } from './cpf.ts'
import { dateSamples } from './date.ts'
import { dateTimeSamples } from './dateTime.ts'
import { decimalSamples } from './decimal.ts'
import { emailSamples } from './email.ts'
import { fileSamples } from './file.ts'
import { imageSamples } from './image.ts'
import { imeiSamples } from './imei.ts'
import { integerSamples } from './integer.ts'
import { jsonSamples } from './json.ts'
import { licensePlateSamples } from './licensePlate.ts'
import { manyToManySamples } from './manyToMany.ts'
import { moneySamples } from './money.ts'
import { multiSelectSamples } from './multiSelect.ts'
import { passwordSamples } from './password.ts'
import { permissionRulesSamples } from './permissionRules.ts'
import { phoneSamples } from './phone.ts'
import { postalCodeSamples } from './postalCode.ts'
import { selectSamples } from './select.ts'
import { stateSamples } from './state.ts'
import { statusSamples } from './status.ts'
import { textSamples } from './text.ts'
import { textareaSamples } from './textarea.ts'
import { urlSamples } from './url.ts'
import { virtualSamples } from './virtual.ts'

/** The samples of every kind; a new kind does not compile without its own. */
export const samples = {
  belongsTo: belongsToSamples,
  boolean: booleanSamples,
  cnh: cnhSamples,
  cnpj: cnpjSamples,
  color: colorSamples,
  cpf: cpfSamples,
  date: dateSamples,
  dateTime: dateTimeSamples,
  decimal: decimalSamples,
  email: emailSamples,
  imei: imeiSamples,
  file: fileSamples,
  image: imageSamples,
  integer: integerSamples,
  json: jsonSamples,
  licensePlate: licensePlateSamples,
  manyToMany: manyToManySamples,
  money: moneySamples,
  multiSelect: multiSelectSamples,
  password: passwordSamples,
  permissionRules: permissionRulesSamples,
  phone: phoneSamples,
  postalCode: postalCodeSamples,
  select: selectSamples,
  state: stateSamples,
  status: statusSamples,
  text: textSamples,
  textarea: textareaSamples,
  url: urlSamples,
  virtual: virtualSamples,
} as const satisfies { [K in Kind]: Samples }
