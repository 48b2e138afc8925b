/** Strips spaces and separators from a typed CNH; what else does not belong stays, so that `isCnh` refuses it. */
export function normaliseCnh(typed: string): string {
  return typed.replace(/[\s.-]/g, '')
}

/** Whether it is the number of a driving licence (CNH) in its stored form: 11 digits, the last two checking the others, not all alike. */
export function isCnh(cnh: string): boolean {
  if (!/^\d{11}$/.test(cnh) || /^(\d)\1+$/.test(cnh)) return false
  return cnhCheckDigits(cnh.slice(0, 9)) === cnh.slice(9)
}

/**
 * The two digits that check nine others: modulo 11 over weights 9 to 1, then over 1 to 9. Where the first would be 10 it
 * is 0, and the second takes two away.
 */
export function cnhCheckDigits(digits: string): string {
  const sum = (weight: (at: number) => number) =>
    [...digits].reduce((total, digit, at) => total + Number(digit) * weight(at), 0) % 11
  const first = sum((at) => 9 - at)
  const second = sum((at) => at + 1) - (first === 10 ? 2 : 0)
  return `${first % 10}${(second < 0 ? second + 11 : second) % 10}`
}
