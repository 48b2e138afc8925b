import { fold } from '../api/src/contract/fold.ts'
import { cnpjCheckDigit } from '../api/src/contract/formats/cnpj.ts'
import { cpfCheckDigit } from '../api/src/contract/formats/cpf.ts'
import type { CreateOf } from '../api/src/define/infer.ts'
import type { contact } from '../api/src/resources/contact.ts'
import type { customer } from '../api/src/resources/customer.ts'
import {
  businesses,
  cities,
  districts,
  legalForms,
  linked,
  men,
  occupations,
  streets,
  surnames,
  women,
} from './names.ts'
import { documentsOf, loginOf, registrationsOf } from './papers.ts'
import type { Chance } from './random.ts'

type Customer = CreateOf<typeof customer>
type Contact = CreateOf<typeof contact>

/** A customer of a brand: three in four are persons. `serial` keeps documents and e-mails apart. */
export function customerOf(chance: Chance, brand: number, serial: number): Customer {
  const isPerson = chance.happens(0.75)
  const place = placeOf(chance)
  const status = chance.happens(0.82) ? 'active' : chance.pick(['blocked', 'cancelled'])
  const paymentStatus = chance.happens(0.88) ? 'current' : 'defaulting'
  const troubled = status !== 'active' || paymentStatus === 'defaulting'
  const known = isPerson ? personOf(chance, serial) : companyOf(chance, serial)
  const papers =
    'birthDate' in known
      ? documentsOf(serial, { birthDate: known.birthDate, state: place.state })
      : registrationsOf(serial)
  return {
    brand,
    ...known,
    ...papers,
    ...loginOf(serial, known.email),
    mobilePhone: `+55${place.areaCode}9${chance.between(6, 9)}${chance.digits(7)}`,
    landlinePhone: chance.happens(0.3) ? `+55${place.areaCode}3${chance.digits(7)}` : null,
    postalCode: place.postalCode,
    street: chance.pick(streets),
    number: chance.happens(0.05) ? 'S/N' : String(chance.between(1, 2999)),
    complement: chance.happens(0.3) ? `Apto ${chance.between(1, 24)}${chance.between(1, 4)}` : null,
    district: chance.pick(districts),
    city: place.city,
    state: place.state,
    kind: isPerson ? 'home' : 'business',
    status,
    paymentStatus,
    statusReason: troubled
      ? chance.pick([
          'Pedido do cliente',
          'Fatura em aberto há mais de 30 dias',
          'Veículo vendido',
          'Troca de titularidade',
        ])
      : null,
    externalReference: chance.happens(0.4) ? `ERP-${String(serial).padStart(7, '0')}` : null,
    notes: chance.happens(0.08) ? 'Prefere contato por WhatsApp.\nLigar depois das 14h.' : null,
  }
}

/** Someone to call about a customer. */
export function contactOf(chance: Chance, customer: number, { isPrimary }: Pick<Contact, 'isPrimary'> = {}): Contact {
  const { first, last } = nameOf(chance)
  const { areaCode } = placeOf(chance)
  const relationship = chance.pick(['spouse', 'parent', 'child', 'sibling', 'friend', 'billing', 'emergency', 'other'])
  return {
    customer,
    name: `${first} ${last}`,
    relationship,
    mobilePhone: `+55${areaCode}9${chance.between(6, 9)}${chance.digits(7)}`,
    phone: chance.happens(0.2) ? `+55${areaCode}3${chance.digits(7)}` : null,
    email: chance.happens(0.5) ? `${mailbox(first, last)}@exemplo.com.br` : null,
    isEmergency: relationship === 'emergency',
    isPrimary,
  }
}

function personOf(chance: Chance, serial: number) {
  const { first, last, woman } = nameOf(chance)
  return {
    personType: 'person',
    name: `${first} ${last}`,
    cpf: cpfOf(serial),
    email: `${mailbox(first, last)}${serial}@exemplo.com.br`,
    birthDate: `${chance.between(1945, 2005)}-${String(chance.between(1, 12)).padStart(2, '0')}-${String(chance.between(1, 28)).padStart(2, '0')}`,
    gender: chance.happens(0.05) ? 'undisclosed' : woman ? 'female' : 'male',
    maritalStatus: chance.pick(['single', 'married', 'stableUnion', 'divorced', 'widowed']),
    occupation: chance.pick(occupations),
  } as const
}

function companyOf(chance: Chance, serial: number) {
  const owner = chance.pick(surnames)
  const business = chance.pick(businesses)
  return {
    personType: 'company',
    name: `${business} ${owner} ${chance.pick(legalForms)}`,
    tradeName: chance.happens(0.6) ? `${owner} ${business}` : null,
    cnpj: cnpjOf(serial),
    email: `contato${serial}@${fold(owner).replace(/[^a-z]/g, '')}.exemplo.com.br`,
  } as const
}

function nameOf(chance: Chance) {
  const woman = chance.happens(0.5)
  const first = chance.pick(woman ? women : men)
  const last = chance.happens(0.6) ? `${chance.pick(surnames)} ${chance.pick(surnames)}` : chance.pick(linked)
  return { first, last, woman }
}

function mailbox(first: string, last: string): string {
  return `${fold(first)}.${fold(last.split(' ').at(-1) ?? last)}`
}

/** Serial numbers spread over the digits without repeating: multiplication modulo a prime. */
function spread(serial: number, prime: number): number {
  return Number((BigInt(serial) * 48_271n) % BigInt(prime))
}

function cpfOf(serial: number): string {
  const base = String(spread(serial, 999_999_937)).padStart(9, '0')
  const first = cpfCheckDigit(base)
  return base + first + cpfCheckDigit(base + first)
}

/** One in three begins with a letter, as those issued since July 2026 may. */
function cnpjOf(serial: number): string {
  const root = String(spread(serial, 99_999_989)).padStart(8, '0')
  const lettered = serial % 3 === 0 ? root.replace(/^\d/, (digit) => 'ABCDEFGHJK'.charAt(Number(digit))) : root
  const base = `${lettered}0001`
  const first = cnpjCheckDigit(base)
  return base + first + cnpjCheckDigit(base + first)
}

function placeOf(chance: Chance) {
  const [city, state, from, to, areaCode] = chance.pick(cities)
  const postalCode = String(chance.between(from, to)).padStart(5, '0') + chance.digits(3)
  return { city, state, areaCode, postalCode }
}
