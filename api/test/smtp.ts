import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** An e-mail as a server took it. */
export interface Received {
  from: string
  to: string[]
  subject: string
  text: string
  html: string
}

interface Server {
  /** Recipients that it does not know. */
  refuses?: readonly string[]
  /** Asked of whoever sends; left out, nobody is asked. */
  account?: { user: string; pass: string }
}

/** A real SMTP server on a free port until the test ends, and what it has received. */
export async function mailServer({ refuses = [], account }: Server = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    disabledCommands: account ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _, done) {
      if (username === account?.user && password === account?.pass) return done(null, { user: username })
      done(new Error('Invalid username or password'))
    },
    onRcptTo({ address }, _, done) {
      done(refuses.includes(address) ? Object.assign(new Error(`<${address}>: unknown`), { responseCode: 550 }) : null)
    },
    async onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk)
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      const to = envelope.rcptTo.map(({ address }) => address)
      received.push({ from, to, ...read(Buffer.concat(chunks).toString('latin1')) })
      done()
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())))
  const { port } = listening.address() as AddressInfo // it listens on a port, not on a pipe
  const login = account ? `${encodeURIComponent(account.user)}:${encodeURIComponent(account.pass)}@` : ''
  return { url: `smtp://${login}127.0.0.1:${port}`, received }
}

function read(source: string): Pick<Received, 'subject' | 'text' | 'html'> {
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(source) ?? []
  const [head = '', ...parts] = source.split(`--${boundary}`)
  const part = (type: string) => bodyOf(parts.find((one) => one.includes(`Content-Type: ${type}`)) ?? '')
  return { subject: subjectOf(head), text: part('text/plain'), html: part('text/html') }
}

function subjectOf(head: string): string {
  const [, subject = ''] = /^Subject: (.*(?:\r\n .*)*)/m.exec(head) ?? []
  return subject
    .replace(/\r\n /g, '')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, word) => decoded(word.replaceAll('_', ' ')))
}

function bodyOf(part: string): string {
  const [head = '', ...lines] = part.split('\r\n\r\n')
  const body = lines.join('\r\n\r\n').replaceAll('\r\n', '\n')
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  return /quoted-printable/i.test(head) ? decoded(body.replace(/=\n/g, '')) : body
}

function decoded(quoted: string): string {
  return Buffer.from(
    quoted.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()
}
