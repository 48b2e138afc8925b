/** Strips spaces and separators from a typed IMEI; what else does not belong stays, so that `isImei` refuses it. */
export function normaliseImei(typed: string): string {
  return typed.replace(/[\s./-]/g, '')
}

/** Whether it is an IMEI in its stored form: 15 digits, the last one checking the others (3GPP TS 23.003, annex B). */
export function isImei(imei: string): boolean {
  return /^\d{15}$/.test(imei) && !/^0+$/.test(imei) && imeiCheckDigit(imei.slice(0, 14)) === imei[14]
}

/** `490154203237518` -> `49-015420-323751-8`; anything else as it is. */
export function formatImei(imei: string): string {
  return imei.replace(/^(\d{2})(\d{6})(\d{6})(\d)$/, '$1-$2-$3-$4')
}

/** Luhn: every second digit from the right counts double, as the sum of its own digits. */
export function imeiCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}
