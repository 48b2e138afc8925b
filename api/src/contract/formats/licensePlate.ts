/** Strips the hyphen and spaces from a typed plate and raises its letters; what else does not belong stays, so that `isLicensePlate` refuses it. */
export function normaliseLicensePlate(typed: string): string {
  return typed.replace(/[\s.-]/g, '').replace(/[a-z]/g, (letter) => letter.toUpperCase())
}

/** Whether it is a Brazilian number plate in its stored form: `ABC1D23` (Mercosul, Resolução Contran 969/2022) or `ABC1234` from before. */
export function isLicensePlate(plate: string): boolean {
  return /^[A-Z]{3}\d[A-Z\d]\d{2}$/.test(plate)
}

/** `ABC1234` -> `ABC-1234`; a Mercosul plate, and anything else, as it is. */
export function formatLicensePlate(plate: string): string {
  return plate.replace(/^([A-Z]{3})(\d{4})$/, '$1-$2')
}
