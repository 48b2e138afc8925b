/** A text in capital or in small letters; left out, as it is. */
export function inCase(text: string, letters: 'upper' | 'lower' | undefined): string {
  if (letters === 'upper') return text.toUpperCase()
  return letters === 'lower' ? text.toLowerCase() : text
}

/** The expression that holds of a text when the pattern, as it travels in the metadata, holds of the whole of it. */
export function wholly(source: string): RegExp {
  return new RegExp(`^(?:${source})$`, 'u')
}
