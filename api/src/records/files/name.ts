const longest = 200

/** What no name of a file may hold: it would end the name, hide a part of it, or turn its direction around. */
const unfit = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu

/**
 * The name of an uploaded file as it is kept: without folders, in one line, at most 200 characters, of which the last are the
 * extension.
 * @param given as the client sent it: anything at all
 */
export function plainName(given: string): string {
  const last = given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
  const name = last.replace(unfit, '').normalize('NFC').replace(/\s+/g, ' ').trim()
  const extension = /\.[a-z\d]{1,10}$/i.exec(name)?.[0] ?? ''
  const base = name.slice(0, name.length - extension.length).replace(/^\.+/, '')
  return `${shortened(base, longest - extension.length).trim() || 'arquivo'}${extension}`
}

/** Never cut between the halves of one character. */
function shortened(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Cs}$/u, '')
}
