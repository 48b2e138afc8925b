import type { Kind } from '@ficha/api/contract'
import { belongsTo } from './BelongsTo.tsx'
import { boolean } from './Boolean.tsx'
import { cnh } from './Cnh.tsx'
import { cnpj } from './Cnpj.tsx'
import { color } from './Color.tsx'
import { cpf } from './Cpf.tsx'
import { date } from './Date.tsx'
import { dateTime } from './DateTime.tsx'
import { decimal } from './Decimal.tsx'
import { email } from './Email.tsx'
import { file } from './File.tsx'
import { image } from './Image.tsx'
import { imei } from './Imei.tsx'
import { integer } from './Integer.tsx'
import { json } from './Json.tsx'
import { licensePlate } from './LicensePlate.tsx'
import { manyToMany } from './ManyToMany.tsx'
import { money } from './Money.tsx'
import { multiSelect } from './MultiSelect.tsx'
import { password } from './Password.tsx'
import { permissionRules } from './PermissionRules.tsx'
import { phone } from './Phone.tsx'
import { postalCode } from './PostalCode.tsx'
import { select } from './Select.tsx'
import { state } from './State.tsx'
import { status } from './Status.tsx'
import { text } from './Text.tsx'
import { textarea } from './Textarea.tsx'
import { url } from './Url.tsx'
import { virtualView } from './Virtual.tsx'
import type { KindView } from './view.ts'

const stored = {
  text,
  textarea,
  email,
  url,
  phone,
  cpf,
  cnpj,
  cnh,
  imei,
  licensePlate,
  postalCode,
  state,
  integer,
  decimal,
  money,
  boolean,
  date,
  dateTime,
  select,
  multiSelect,
  status,
  belongsTo,
  manyToMany,
  password,
  file,
  image,
  permissionRules,
  color,
  json,
} satisfies { [K in Exclude<Kind, 'virtual'>]: KindView }

/** The browser half of every kind. */
export const kinds = { ...stored, virtual: virtualView(stored) } satisfies { [K in Kind]: KindView }
