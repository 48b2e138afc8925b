import type { Import } from './imports.ts'

/** The rooms of the API, each floor above those it may import from. Rooms on one floor do not know each other. */
const apiFloors = [
  ['main'],
  ['app'],
  ['http', 'jobs'],
  ['records'],
  ['access'],
  ['store'],
  ['derive'],
  ['define'],
  ['contract'],
]

/** Rooms beside the floors: what they may import, and who may import them. */
const apiBeside: Record<string, { imports: readonly string[]; importedBy: readonly string[] }> = {
  resources: { imports: ['define', 'contract'], importedBy: ['app', 'main', 'scripts'] },
  settings: { imports: ['secret', 'contract'], importedBy: ['main', 'app', 'http', 'jobs', 'scripts'] },
  secret: { imports: [], importedBy: ['main', 'scripts'] },
  scripts: { imports: [...apiFloors.flat(), 'resources'], importedBy: [] },
}

/** The rooms of the admin, in the same way. Files that stand alone in `src` belong to App. Below `providers` comes the contract. */
const adminFloors = [['App'], ['pages', 'permissions'], ['shell'], ['record'], ['kinds', 'custom'], ['providers']]

/** Why an import inside one package goes the wrong way, or nothing. */
export function wrongWay({ from, to, place }: Import): string[] {
  const [here, there] = [roomOf(from), roomOf(to)]
  if (!here || !there || here.package !== there.package || here.room === there.room) return []
  const allowed =
    here.package === 'api' ? apiAllows(here.room, there.room) : downwards(adminFloors, here.room, there.room)
  return allowed ? [] : [`${place}  ${here.room} may not import ${there.room} (${to})`]
}

/** The room of a file under `api/src` or `admin/src`: its first folder. A file that stands alone is its own room in the API, and App in the admin. */
export function roomOf(path: string): { package: 'api' | 'admin'; room: string } | undefined {
  const [, pack, room, slash] = /^(api|admin)\/src\/([^/.]+)(\/?)/.exec(path) ?? []
  if (!room || (pack !== 'api' && pack !== 'admin')) return undefined
  return { package: pack, room: pack === 'admin' && !slash ? 'App' : room }
}

/** Names of rooms that no floor knows. */
export function unknownRooms(paths: readonly string[]): string[] {
  const known = { api: [...apiFloors.flat(), ...Object.keys(apiBeside)], admin: adminFloors.flat() }
  const rooms = paths.flatMap((path) => roomOf(path) ?? [])
  return [
    ...new Set(
      rooms.filter(({ package: pack, room }) => !known[pack].includes(room)).map((r) => `${r.package}/src/${r.room}`),
    ),
  ]
}

function apiAllows(from: string, to: string): boolean {
  if (apiBeside[from]?.imports.includes(to) || apiBeside[to]?.importedBy.includes(from)) return true
  return downwards(apiFloors, from, to)
}

function downwards(floors: readonly string[][], from: string, to: string): boolean {
  const levelOf = (room: string) => floors.findIndex((floor) => floor.includes(room))
  return levelOf(from) >= 0 && levelOf(to) > levelOf(from)
}
