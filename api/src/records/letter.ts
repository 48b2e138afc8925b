import { type Language, say } from '../contract/words/index.ts'
import type { Letter } from '../store/mail.ts'
import type { PasswordPurpose } from '../store/one-time-links.ts'

interface PasswordLetter {
  language: Language
  purpose: PasswordPurpose
  /** How long the link works. */
  hours: number
  /** Of who receives it. */
  name: string
  url: string
}

/** The e-mail with a link under which one chooses a password. */
export function passwordLetter({ language, purpose, hours, name, url }: PasswordLetter): Omit<Letter, 'to'> {
  const [greeting, why, choose, once] = [
    say(language, 'mail.greeting', { name }),
    say(language, `mail.${purpose}.why`),
    say(language, 'mail.choose'),
    say(language, 'mail.once', { hours }),
  ]
  const link = `<a href="${escaped(url)}">${escaped(choose)}</a>`
  return {
    subject: say(language, `mail.${purpose}.subject`),
    text: [greeting, why, `${choose}:\n${url}`, once, ''].join('\n\n'),
    html: page(language, [escaped(greeting), escaped(why), link, escaped(once)]),
  }
}

function page(language: Language, paragraphs: readonly string[]): string {
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
  return `<!doctype html>\n<html lang="${language}">\n<meta charset="utf-8">\n<title>Ficha</title>\n<body style="font-family: sans-serif; line-height: 1.5">\n${body}\n</body>\n</html>\n`
}

/** A name may hold what HTML takes for its own. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
