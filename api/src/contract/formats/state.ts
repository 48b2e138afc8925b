/** The 27 states (UF) by their code, with the name people read. */
export const states = {
  AC: 'Acre',
  AL: 'Alagoas',
  AP: 'Amapá',
  AM: 'Amazonas',
  BA: 'Bahia',
  CE: 'Ceará',
  DF: 'Distrito Federal',
  ES: 'Espírito Santo',
  GO: 'Goiás',
  MA: 'Maranhão',
  MT: 'Mato Grosso',
  MS: 'Mato Grosso do Sul',
  MG: 'Minas Gerais',
  PA: 'Pará',
  PB: 'Paraíba',
  PR: 'Paraná',
  PE: 'Pernambuco',
  PI: 'Piauí',
  RJ: 'Rio de Janeiro',
  RN: 'Rio Grande do Norte',
  RS: 'Rio Grande do Sul',
  RO: 'Rondônia',
  RR: 'Roraima',
  SC: 'Santa Catarina',
  SP: 'São Paulo',
  SE: 'Sergipe',
  TO: 'Tocantins',
} as const

export type StateCode = keyof typeof states

/** The codes in the order of the names. */
export const stateCodes = Object.keys(states) as StateCode[] // its keys are the codes

/** ` sp` -> `SP` */
export function normaliseState(typed: string): string {
  return typed.trim().toUpperCase()
}

/** Whether it is the code of a state. */
export function isState(code: string): code is StateCode {
  return Object.hasOwn(states, code)
}

/** `SP` -> `São Paulo`; anything else as it is. */
export function formatState(code: string): string {
  return isState(code) ? states[code] : code
}
