import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as resources from '../resources/index.ts'
import { migrationsFolder } from './migrate/folder.ts'
import { fieldUsage } from './new/fields.ts'
import { newResource } from './new/resource.ts'

const usage = `npm run new resource <name>
npm run new -- resource <name> [--label "Rastreador,Rastreadores"] [--icon car] [--menu registry] [--field …]…
  ${fieldUsage}`

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      field: { type: 'string', multiple: true, default: [] },
      label: { type: 'string' },
      icon: { type: 'string' },
      menu: { type: 'string' },
    },
  })
  const [what, name, ...more] = positionals
  if (what !== 'resource' || name === undefined || more.length > 0) throw new Error(usage)
  const { field: fields, label, icon, menu } = values
  const folder = fileURLToPath(new URL('../resources/', import.meta.url))
  const { file, migration, warnings } = await newResource(
    { name, fields, label, icon, menu },
    { resources, folder, migrations: migrationsFolder },
  )
  console.log(`api/src/resources/${file}: the resource; a running API picks it up by itself.
api/src/resources/index.ts: its line.
api/migrations/${migration}.ts: its table; read it, then commit all of them.`)
  for (const warning of warnings) console.log(warning)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
