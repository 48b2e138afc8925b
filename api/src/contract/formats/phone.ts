/**
 * A typed number as E.164: with or without mask, +55, or the zero that once went before an area code; a foreign one needs its `+`.
 * What cannot be read so comes back without its mask, so that `isPhone` refuses it.
 */
export function normalisePhone(typed: string): string {
  const number = unmaskPhone(typed)
  const brazilian = /^(?:\+?55)?0?([1-9]\d{9,10})$/.exec(number)?.[1]
  return brazilian ? `+55${brazilian}` : number
}

/** A typed number, or the part of one, without spaces and punctuation. */
export function unmaskPhone(typed: string): string {
  return typed.replace(maskCharacters, '')
}

/**
 * Whether it looks like a telephone in its stored form, E.164: a Brazilian mobile, landline or 0800, or a number of another country.
 * Foreign ones are judged by the API alone, which has the numbering plans of the world.
 */
export function isPhone(phone: string): boolean {
  return isForeign(phone) || isBrazilianMobile(phone) || isLandline(phone) || tollFree.test(phone)
}

/** Whether it is a Brazilian mobile in its stored form: an area code, 9 and eight digits. */
export function isBrazilianMobile(phone: string): boolean {
  return /^\+55\d\d9\d{8}$/.test(phone) && areaCodes.has(phone.slice(3, 5))
}

/** Whether a stored number is of another country, whose kinds of number only the API can tell apart. */
export function isForeign(phone: string): boolean {
  return /^\+(?!55)[1-9]\d{6,14}$/.test(phone)
}

/** `+5511912345678` -> `(11) 91234-5678`, `+558001234567` -> `0800 123 4567`; a foreign number as it is stored. */
export function formatPhone(phone: string): string {
  if (tollFree.test(phone)) return phone.replace(/^\+55(\d{3})(\d{3})(\d{4})$/, '0$1 $2 $3')
  return phone.replace(/^\+55(\d\d)(\d{4,5})(\d{4})$/, '($1) $2-$3')
}

/** The address that opens a chat with a stored mobile number, undefined for a number that can have none. `text` is what the chat begins with. */
export function whatsappUrl(phone: string, text?: string): string | undefined {
  if (!isBrazilianMobile(phone) && !isForeign(phone)) return undefined
  return `https://wa.me/${phone.slice(1)}${text ? `?text=${encodeURIComponent(text)}` : ''}`
}

function isLandline(phone: string): boolean {
  return /^\+55\d\d[2-5]\d{7}$/.test(phone) && areaCodes.has(phone.slice(3, 5))
}

/** Spaces, the punctuation of masks (with the hyphens of word processors), and the invisible direction marks that come along when a number is copied from a contact list. */
const maskCharacters = /[\s()./\u2010-\u2013\u200e\u200f\u202a-\u202e\u2066-\u2069-]/g

const tollFree = /^\+55800\d{7}$/

/** The 67 area codes (DDD) of Anatel. */
const areaCodes: ReadonlySet<string> = new Set(
  (
    '11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38 41 42 43 44 45 46 47 48 49 51 53 54 55 ' +
    '61 62 63 64 65 66 67 68 69 71 73 74 75 77 79 81 82 83 84 85 86 87 88 89 91 92 93 94 95 96 97 98 99'
  ).split(' '),
)
