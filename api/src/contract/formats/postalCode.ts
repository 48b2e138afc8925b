import type { StateCode } from './state.ts'

/** Strips the hyphen, a point and spaces from a typed CEP. */
export function normalisePostalCode(typed: string): string {
  return typed.replace(/[\s.-]/g, '')
}

/** Whether it is a CEP in its stored form: 8 digits, from 01000-000 on. Whether the post office knows it is another question. */
export function isPostalCode(postalCode: string): boolean {
  return /^\d{8}$/.test(postalCode) && postalCode >= '01000000'
}

/** `01310100` -> `01310-100`; anything else as it is. */
export function formatPostalCode(postalCode: string): string {
  return postalCode.replace(/^(\d{5})(\d{3})$/, '$1-$2')
}

/** The state whose range a stored CEP lies in (Correios), undefined where none does. */
export function stateOfPostalCode(postalCode: string): StateCode | undefined {
  if (!isPostalCode(postalCode)) return undefined
  const prefix = Number(postalCode.slice(0, 5))
  return ranges.find(([first, last]) => first <= prefix && prefix <= last)?.[2]
}

/** First and last of the first five digits. */
const ranges: readonly (readonly [first: number, last: number, state: StateCode])[] = [
  [1000, 19999, 'SP'],
  [20000, 28999, 'RJ'],
  [29000, 29999, 'ES'],
  [30000, 39999, 'MG'],
  [40000, 48999, 'BA'],
  [49000, 49999, 'SE'],
  [50000, 56999, 'PE'],
  [57000, 57999, 'AL'],
  [58000, 58999, 'PB'],
  [59000, 59999, 'RN'],
  [60000, 63999, 'CE'],
  [64000, 64999, 'PI'],
  [65000, 65999, 'MA'],
  [66000, 68899, 'PA'],
  [68900, 68999, 'AP'],
  [69000, 69299, 'AM'],
  [69300, 69399, 'RR'],
  [69400, 69899, 'AM'],
  [69900, 69999, 'AC'],
  [70000, 72799, 'DF'],
  [72800, 72999, 'GO'],
  [73000, 73699, 'DF'],
  [73700, 76799, 'GO'],
  [76800, 76999, 'RO'],
  [77000, 77999, 'TO'],
  [78000, 78899, 'MT'],
  [79000, 79999, 'MS'],
  [80000, 87999, 'PR'],
  [88000, 89999, 'SC'],
  [90000, 99999, 'RS'],
]
