/**
 * Puts the separators of a pattern (`0` a digit, `X` a letter or digit) into what is being typed.
 * A text with other characters, or longer than the pattern, stays as it is: nothing that was pasted is cut away.
 */
export function maskBy(pattern: string, text: string): string {
  const alphabet = pattern.includes('X') ? /[\dA-Za-z]/ : /\d/
  const separators = new Set([...pattern, ' '].filter((mark) => mark !== '0' && mark !== 'X'))
  const characters = [...text].filter((character) => !separators.has(character))
  const places = [...pattern].filter((mark) => mark === '0' || mark === 'X').length
  if (characters.length > places || !characters.every((character) => alphabet.test(character))) return text
  let masked = ''
  for (const mark of pattern) {
    if (characters.length === 0) break
    masked += mark === '0' || mark === 'X' ? characters.shift() : mark
  }
  return masked.toUpperCase()
}

/** Raises the letters of a plate that is being typed; four digits after them are those of the old form, with its hyphen. */
export function maskPlate(text: string): string {
  const raised = text.toUpperCase()
  const bare = raised.replace(/[\s-]/g, '')
  return /^[A-Z]{3}\d{2,4}$/.test(bare) ? `${bare.slice(0, 3)}-${bare.slice(3)}` : raised.replace('-', '')
}
