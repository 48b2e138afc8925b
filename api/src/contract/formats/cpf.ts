/** Strips the mask and spaces from a typed CPF; what else does not belong stays, so that `isCpf` refuses it. */
export function normaliseCpf(typed: string): string {
  return typed.replace(/[\s.-]/g, '')
}

/** Whether it is a CPF in its stored form: 11 digits, the last two checking the others, not all alike. */
export function isCpf(cpf: string): boolean {
  if (!/^\d{11}$/.test(cpf) || /^(\d)\1+$/.test(cpf)) return false
  return cpfCheckDigit(cpf.slice(0, 9)) === cpf[9] && cpfCheckDigit(cpf.slice(0, 10)) === cpf[10]
}

/** `11144477735` -> `111.444.777-35`; anything else as it is. */
export function formatCpf(cpf: string): string {
  return cpf.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4')
}

/** Modulo 11 over weights that count down to 2. */
export function cpfCheckDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (digits.length + 1 - at), 0)
  const remainder = sum % 11
  return String(remainder < 2 ? 0 : 11 - remainder)
}
