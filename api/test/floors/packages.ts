import type { Import } from './imports.ts'
import { roomOf } from './rooms.ts'

/** Packages that only some rooms of the API know; the others may take at most the names in `except`. */
const apiOnly: readonly { readonly packages: RegExp; readonly rooms: readonly string[]; readonly except?: RegExp }[] = [
  { packages: /^(sequelize|umzug)$/, rooms: ['derive', 'store', 'access'], except: /Error$/ },
  { packages: /^(sqlite3|pg|nodemailer|sharp)$/, rooms: ['store'] },
  { packages: /^hono(\/|$)|^@hono\/|^@fastify\/busboy$/, rooms: ['http', 'app', 'main'] },
]

/** What the contract may use: it also runs in the browser, and must stay small there. */
const contractMay = /^(@casl\/ability|libphonenumber-js(\/.*)?|card-validator)$/

/** Why a file may not import a package, or nothing. */
export function wrongPackage({ from, to, names, place }: Import): string[] {
  const here = roomOf(from)
  if (!here || roomOf(to)) return []
  const refused = `${place}  ${here.room} may not import ${to}`
  if (here.package === 'admin') return /^(@ficha\/api(?!\/contract$)|api\/|node:)/.test(to) ? [refused] : []
  if (here.room === 'contract') return contractMay.test(to) ? [] : [refused]
  const rule = apiOnly.find(({ packages }) => packages.test(to))
  if (!rule || [...rule.rooms, 'scripts'].includes(here.room)) return []
  return rule.except && names.length && names.every((name) => rule.except?.test(name)) ? [] : [refused]
}
