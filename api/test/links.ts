import { administrator, type Browser, frontDoor } from './front-door.ts'

interface Answered {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests compare it with what they expect
  body: any
}

export const newPassword = { password: 'outro cavalo manso', passwordConfirmation: 'outro cavalo manso' }

/** The administrator at work in the app as somebody meets it, who gives links out and whose users use them. */
export async function office(env: Record<string, string> = {}) {
  const door = await frontDoor({ env })
  const ana = door.browser()
  await ana.signIn(administrator)
  /** Runs an action on a user, overwriting: what is asked is what it does. */
  const act = (action: string, id: number, headers: Record<string, string> = {}) =>
    post(ana, `/api/users/${id}/actions/${action}`, {}, { 'If-Match': '*', ...headers })
  const make = async (values: object): Promise<number> =>
    (await post(ana, '/api/users', { name: 'Eva Sá', email: 'eva@exemplo.com.br', ...values })).body.id
  /** Runs an action that shows a link, and gives its token. */
  const link = async (action: string, id: number): Promise<string> =>
    tokenOf((await act(action, id)).body.shown[0].text)
  const tell = (token: string) => post(door.browser(), '/api/auth/link', { token })
  const use = (token: string, browser = door.browser(), body: object = newPassword) =>
    post(browser, '/api/auth/link/password', { token, ...body })
  return { ...door, ana, act, make, link, tell, use }
}

export function tokenOf(url: string): string {
  return new URL(url).hash.slice(1)
}

async function post(
  browser: Browser,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const answer = await browser.post(path, body, headers)
  return { status: answer.status, body: await answer.json() }
}
