/** The id in a reference: of `{ id, title }`, of an id, of the text of an id; `null` for none. */
export function idOf(value: unknown): number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return id === null || id === undefined || id === '' || !Number.isInteger(Number(id)) ? null : Number(id)
}

/** The title of a reference as the API returns it; `undefined` where it may not be read. */
export function titleOf(value: unknown): string | undefined {
  const title = typeof value === 'object' && value !== null && 'title' in value ? value.title : undefined
  return typeof title === 'string' && title !== '' ? title : undefined
}

/** The ids in a list of references; none when it is no list. */
export function idsOf(value: unknown): number[] {
  return [value ?? []].flat().flatMap((each) => idOf(each) ?? [])
}
