import { expect, test } from 'vitest'
import { passwordLetter } from '../src/records/letter.ts'
import { office } from './links.ts'
import { freePort } from './ports.ts'
import { mailServer } from './smtp.ts'

const from = 'Ficha <ficha@exemplo.com.br>'
const notSent = 'O e-mail não pôde ser enviado: entregue o link por outro meio.'

test('an invitation also goes out by e-mail, with the link that is shown', async () => {
  const { url, received } = await mailServer()
  const { make, act } = await office({ FICHA_SMTP_URL: url, FICHA_MAIL_FROM: from })
  const id = await make({ name: 'Eva <b>Sá</b> & Filhas' })

  const { body } = await act('invite', id)

  expect(body.message).toBe('Convite criado. O link também foi enviado por e-mail.')
  expect(received).toMatchObject([
    { from: 'ficha@exemplo.com.br', to: ['eva@exemplo.com.br'], subject: 'Seu acesso ao Ficha' },
  ])
  const [{ text, html } = { text: '', html: '' }] = received
  expect(text).toContain(`Escolher a senha:\n${body.shown[0].text}\n`)
  expect(text).toContain('Olá, Eva <b>Sá</b> & Filhas.')
  expect(text).toContain('O link vale por 72 horas e uma só vez.')
  expect(html).toContain(`<a href="${body.shown[0].text}">Escolher a senha</a>`)
  expect(html).toContain('Olá, Eva &lt;b&gt;Sá&lt;/b&gt; &amp; Filhas.')
})

test('a server that asks for a name and a password gets them', async () => {
  const { url, received } = await mailServer({ account: { user: 'ficha@exemplo.com.br', pass: 'p@ss:/w?rd#%' } })
  const { act } = await office({ FICHA_SMTP_URL: url, FICHA_MAIL_FROM: from })

  const { body } = await act('resetPassword', 2)

  expect(body.message).toBe('Sessões encerradas, link criado. O link também foi enviado por e-mail.')
  expect(received).toMatchObject([{ to: ['otto@exemplo.com.br'], subject: 'Nova senha para o Ficha' }])
})

test('an e-mail that is refused undoes nothing: the answer says so, the link works, the log names nobody', async () => {
  const { url, received } = await mailServer({ refuses: ['otto@exemplo.com.br'] })
  const { act, tell, lines } = await office({ FICHA_SMTP_URL: url, FICHA_MAIL_FROM: from })

  const { status, body } = await act('resetPassword', 2)

  expect([status, body.message]).toEqual([200, `Sessões encerradas, link criado. ${notSent}`])
  expect((await tell(new URL(body.shown[0].text).hash.slice(1))).status).toBe(200)
  expect(received).toEqual([])
  const logged = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'e-mail not sent')
  expect(logged).toMatchObject([{ code: 'EENVELOPE', command: 'RCPT', status: 550 }])
  expect(lines.join()).not.toMatch(/otto|Otto|set-password/)
})

test('a server that is not there undoes nothing', async () => {
  const env = { FICHA_SMTP_URL: `smtp://127.0.0.1:${await freePort()}`, FICHA_MAIL_FROM: from }
  const { make, act, lines } = await office(env)
  const id = await make({})

  const { status, body } = await act('invite', id)

  expect([status, body.message, body.shown.length]).toEqual([200, `Convite criado. ${notSent}`, 1])
  expect(lines.join()).toContain('ECONNREFUSED')
  expect(lines.join()).not.toMatch(/eva@|Eva/)
})

test('a wrong password of ours is told to the log alone', async () => {
  const { url } = await mailServer({ account: { user: 'ficha', pass: 'certa' } })
  const { act, lines } = await office({ FICHA_SMTP_URL: url.replace('certa', 'errada'), FICHA_MAIL_FROM: from })

  expect((await act('resetPassword', 2)).body.message).toContain(notSent)
  expect(lines.join()).toContain('EAUTH')
  expect(lines.join()).not.toMatch(/errada/)
})

test('what is refused sends nothing', async () => {
  const { url, received } = await mailServer()
  const { make, act } = await office({ FICHA_SMTP_URL: url, FICHA_MAIL_FROM: from })
  const id = await make({ active: false })

  expect((await act('invite', id)).status).toBe(409)
  expect((await act('resetPassword', 1)).status).toBe(409)
  expect((await act('endSessions', 2)).status).toBe(200)
  expect(received).toEqual([])
})

test('the letter is there in English too', () => {
  const url = 'https://panel.example.com/set-password#token'
  const { subject, text, html } = passwordLetter({ language: 'en', purpose: 'reset', hours: 24, name: 'Eva', url })

  expect(subject).toBe('A new password for Ficha')
  expect(text).toContain(`Choose the password:\n${url}`)
  expect(text).toContain('The link works for 24 hours and only once.')
  expect(html).toContain('<html lang="en">')
})
