import { cnhCheckDigits } from '../api/src/contract/formats/cnh.ts'
import { imeiCheckDigit } from '../api/src/contract/formats/imei.ts'
import type { StateCode } from '../api/src/contract/formats/state.ts'
import type { CreateOf } from '../api/src/define/infer.ts'
import type { contract } from '../api/src/resources/contract.ts'
import { plans, sellers } from './names.ts'
import { Chance } from './random.ts'

type Contract = CreateOf<typeof contract>

/** Chance of its own for what was added to a record later, so that the rest of it stays as it was. */
const chanceOf = (serial: number, salt: number) => new Chance(serial * 2_654_435 + salt)

interface Holder {
  birthDate: string
  /** Of the address: most people have their papers from there. */
  state: StateCode
}

/** What of a person's documents is on file: most have an identity there, half a driving licence, a few of those expired. */
export function documentsOf(serial: number, { birthDate, state }: Holder) {
  const chance = chanceOf(serial, 1)
  const grownUp = Number(birthDate.slice(0, 4)) + 18
  const hasIdentity = chance.happens(0.8)
  const hasLicence = chance.happens(0.55)
  const nine = chance.digits(9)
  return {
    ...(hasIdentity && {
      rg: `${chance.between(10, 59)}.${chance.digits(3)}.${chance.digits(3)}-${chance.between(0, 9)}`,
      rgIssuer: state === 'RJ' ? 'DETRAN' : 'SSP',
      rgIssuerState: state,
      rgIssuedAt: dayIn(chance, grownUp, Math.max(grownUp, 2023)),
    }),
    ...(hasLicence && {
      cnh: nine + cnhCheckDigits(nine),
      cnhCategory: chance.pick(['A', 'B', 'AB', 'C', 'D', 'AD', 'AE']),
      cnhExpiresAt: chance.happens(0.15) ? dayIn(chance, 2022, 2025) : dayIn(chance, 2027, 2034),
    }),
  }
}

/** The registrations of a company; a service has none with the state. */
export function registrationsOf(serial: number) {
  const chance = chanceOf(serial, 2)
  const state = chance.happens(0.25) ? 'ISENTO' : chance.digits(9)
  return { stateRegistration: state, cityRegistration: chance.happens(0.6) ? chance.digits(8) : null }
}

/** Half of the customers have a login for the platform: their own e-mail address. */
export function loginOf(serial: number, email: string) {
  return { loginEmail: chanceOf(serial, 3).happens(0.5) ? email : null }
}

/** A contract of a customer, `serial` its number: most run, some are over. */
export function contractOf(customer: number, serial: number): Contract {
  const chance = chanceOf(serial, 4)
  const [planName, monthlyAmountCents] = chance.pick(plans)
  const status = chance.happens(0.75) ? 'active' : chance.pick(['draft', 'suspended', 'ended', 'cancelled'])
  const year = chance.between(2019, 2025)
  const lockInMonths = chance.pick([0, 12, 24, 36])
  const [month, day] = [chance.between(1, 12), chance.between(2, 28)]
  const kind = chance.pick(['loan', 'loan', 'subscription', 'sale'])
  return {
    customer,
    number: `${year}-${String(serial).padStart(7, '0')}`,
    planName,
    kind,
    licensePlate: plateOf(chance),
    trackerImei: imeiOf(chance),
    startsAt: status === 'draft' ? null : dayOf(year, month, day),
    endsAt: status === 'ended' ? dayOf(year + 1, month, day - 1) : null,
    lockInMonths,
    monthlyAmountCents,
    setupAmountCents: chance.pick([0, 4990, 9900]),
    installationAmountCents: kind === 'sale' ? 19_900 : chance.pick([0, 9900, 14_900]),
    dueDay: chance.pick([5, 10, 15, 20, 25]),
    sellerName: chance.pick(sellers),
    status,
    acceptedAt: status === 'draft' ? null : dayOf(year, month, day - 1),
  }
}

/** Two in three of the form of the Mercosul. */
function plateOf(chance: Chance): string {
  const letters = (count: number) =>
    Array.from({ length: count }, () => String.fromCharCode(65 + chance.between(0, 25))).join('')
  return letters(3) + chance.digits(1) + (chance.happens(0.66) ? letters(1) : chance.digits(1)) + chance.digits(2)
}

function imeiOf(chance: Chance): string {
  const fourteen = `35${chance.digits(12)}`
  return fourteen + imeiCheckDigit(fourteen)
}

function dayIn(chance: Chance, from: number, to: number): string {
  return dayOf(chance.between(from, to), chance.between(1, 12), chance.between(1, 28))
}

function dayOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
