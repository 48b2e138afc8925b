/** What one column asks of the width of the table, in pixels. */
export interface ColumnWish {
  /** The narrowest it is useful at. */
  least: number
  /** Its share of what is left over; 0 for numbers, dates and marks, which gain nothing from room. */
  grow: number
}

/** The widths of the columns: together the whole room, or more than it when they cannot all be useful inside it. */
export function columnWidths(wishes: ColumnWish[], room: number): number[] {
  const needed = wishes.reduce((sum, { least }) => sum + least, 0)
  const shares = wishes.reduce((sum, { grow }) => sum + grow, 0)
  const left = Math.max(0, Math.floor(room) - needed)
  if (left === 0 || wishes.length === 0) return wishes.map(({ least }) => least)
  const widths = wishes.map(
    ({ least, grow }) => least + Math.floor(shares > 0 ? (left * grow) / shares : left / wishes.length),
  )
  const spare = Math.floor(room) - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, at) => (at === 0 ? width + spare : width))
}
