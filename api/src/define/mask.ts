/**
 * What is shown of a masked value, part by part: a text as it stands, characters of the value from a place on (the first is 1),
 * or its last ones.
 * @example ['***.', { from: 4, length: 3 }, '.', { from: 7, length: 3 }, '-**']
 */
export type Mask = readonly (string | { readonly from: number; readonly length: number } | { readonly last: number })[]

/** Of a value that is no number with a form of its own nothing is shown. */
export const blankMask: Mask = ['•••••']

/** A value as those see it who may read it masked only. */
export function masked(mask: Mask, value: unknown): unknown {
  if (typeof value !== 'string') return value
  return mask
    .map((part) => {
      if (typeof part === 'string') return part
      return 'last' in part ? value.slice(-part.last) : value.slice(part.from - 1, part.from - 1 + part.length)
    })
    .join('')
}
