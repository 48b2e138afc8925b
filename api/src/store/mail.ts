import { createTransport, type NodemailerError } from 'nodemailer'

/** One e-mail, the same twice: as plain text and as HTML. */
export interface Letter {
  /** An address, without a name. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Why an e-mail was not sent, without anything of the e-mail: servers quote addresses in what they say. */
export interface MailFailure {
  /** `ESOCKET`, `EAUTH`, … of nodemailer. */
  readonly code?: string
  /** What the system said of the connection: `ECONNREFUSED`. */
  readonly cause?: string
  /** The command that the server refused, without what followed it: `RCPT`. */
  readonly command?: string
  /** What the server answered it: 550. */
  readonly status?: number
}

/** The way out for e-mails. */
export interface Mail {
  /** Hands the letter to the server and says whether it was taken; never throws. */
  send(letter: Letter): Promise<boolean>
}

interface MailParts {
  /** `smtp://user:password@host:port`, or `smtps://…` for TLS from the first byte. */
  url: string
  /** `name@example.com` or `Name <name@example.com>` */
  from: string
  report: (failure: MailFailure) => void
}

/** Nobody waits longer than this for one step of a server. */
const patienceMs = 10_000

/** Sends through an SMTP server, one connection an e-mail; encrypted wherever the server can. */
export function openMail({ url, from, report }: MailParts): Mail {
  const transport = createTransport(
    {
      url,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
      dnsTimeout: patienceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  return {
    async send({ to, ...letter }) {
      try {
        await transport.sendMail({ ...letter, to: { address: to } })
        return true
      } catch (error) {
        report(failureOf(error))
        return false
      }
    },
  }
}

function failureOf(error: unknown): MailFailure {
  if (!(error instanceof Error)) return {}
  const { code, originalCode, command, responseCode }: NodemailerError = error
  return { code, cause: originalCode, command: command?.split(' ')[0], status: responseCode }
}
