/** Strips the mask and spaces from a typed CNPJ and raises its letters; what else does not belong stays, so that `isCnpj` refuses it. */
export function normaliseCnpj(typed: string): string {
  return typed.replace(/[\s./-]/g, '').replace(/[a-z]/g, (letter) => letter.toUpperCase())
}

/**
 * Whether it is a CNPJ in its stored form: 12 digits or capital letters and two check digits (IN RFB 2.229/2024), not all alike.
 * The numeric CNPJs from before 2026 obey the same rule.
 */
export function isCnpj(cnpj: string): boolean {
  if (!/^[0-9A-Z]{12}[0-9]{2}$/.test(cnpj) || /^(.)\1+$/.test(cnpj)) return false
  return cnpjCheckDigit(cnpj.slice(0, 12)) === cnpj[12] && cnpjCheckDigit(cnpj.slice(0, 13)) === cnpj[13]
}

/** `12ABC34501DE35` -> `12.ABC.345/01DE-35`; anything else as it is. */
export function formatCnpj(cnpj: string): string {
  return cnpj.replace(/^([0-9A-Z]{2})([0-9A-Z]{3})([0-9A-Z]{3})([0-9A-Z]{4})(\d{2})$/, '$1.$2.$3/$4-$5')
}

/** Modulo 11 over the characters' codes less 48, with weights 2 to 9 from the right, again and again. */
export function cnpjCheckDigit(characters: string): string {
  const sum = [...characters].reduce((total, character, at) => {
    const weight = 2 + ((characters.length - 1 - at) % 8)
    return total + (character.charCodeAt(0) - 48) * weight
  }, 0)
  const remainder = sum % 11
  return String(remainder < 2 ? 0 : 11 - remainder)
}
