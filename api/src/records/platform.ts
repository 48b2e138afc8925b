import type { Panel } from './panel.ts'

/** The subjects of the platform as conditions are read against them. */
export function platformOf({ platform }: Pick<Panel, 'platform'>) {
  return Object.fromEntries(
    Object.values(platform).map(({ name, fields }) => [name, { name, fields, relations: {}, tree: undefined }]),
  )
}
