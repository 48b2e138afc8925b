import type { Me, ResourceMeta } from '@ficha/api/contract'
import { fireEvent, render, screen } from '@testing-library/react'
import { BrowserRouter, Link, Route, Routes } from 'react-router'
import { queryClient } from '../src/providers/queries.ts'
import { beginSession } from '../src/providers/session.ts'
import { CreatePage } from '../src/record/CreatePage.tsx'
import { type Extensions, ExtensionsContext } from '../src/record/extensions.ts'
import { RecordPage } from '../src/record/RecordPage.tsx'
import { PanelProviders } from '../src/shell/PanelProviders.tsx'
import { Theme } from '../src/shell/Theme.tsx'
import { aMe, type Call, fakeApi, json, problem } from './fakeApi.ts'
import { speak } from './kinds.tsx'
import { aContact, aPerson, children, contacts, people } from './people.ts'

interface World {
  /** Answers a call instead of the records below; undefined leaves it to them. */
  answer?: (call: Call, path: string) => Response | Promise<Response> | undefined
  person?: ReturnType<typeof aPerson>
  contacts?: ReturnType<typeof aContact>[]
  /** Tells what a refusal was about, where it has a way to its explanation. */
  Why?: Extensions['Why']
  /** Everything may be done when left out. */
  rules?: Me['rules']
  /** What people are like; those of `people.ts` when left out. */
  resource?: ResourceMeta
}

/** The pages of people, in Portuguese, over an API that saves whatever it is sent unless told otherwise. */
export function openPage(address: string, world: World = {}) {
  speak('pt-BR')
  queryClient.clear()
  history.replaceState(null, '', '/before')
  history.pushState(null, '', address)
  let person = world.person ?? aPerson()
  const me = aMe(world.rules ? { rules: world.rules } : {})
  const calls = fakeApi(async (call) => {
    const path = call.url.split('?')[0] ?? ''
    const told = await world.answer?.(call, path)
    if (told) return told
    if (path === '/api/people/7' && call.method === 'PATCH') {
      const { passwordConfirmation, password, ...values } = call.body as Record<string, unknown>
      person = { ...person, ...values, version: person.version + 1 }
      return json({ ...person, _message: 'Pessoa: alterações salvas.' })
    }
    if (path === '/api/auth/me') return json(me)
    if (path === '/api/people/7') return json(person)
    if (path === '/api/people' && call.method === 'POST')
      return json({ ...person, _message: 'Pessoa: cadastro salvo.' })
    if (path === '/api/contacts' && call.method === 'GET') {
      const rows = world.contacts ?? [aContact(1), aContact(2)]
      return json(rows, { 'X-Total-Count': String(rows.length) })
    }
    if (path === '/api/people/lookup') return json([{ id: 7, title: 'Ana Lima' }], { 'X-Total-Count': '1' })
    if (call.method === 'GET') return json([], { 'X-Total-Count': '0' })
    return call.method === 'DELETE' ? new Response(null, { status: 204 }) : problem(404, 'missing')
  })
  beginSession(me)
  render(
    <Theme>
      <BrowserRouter>
        <PanelProviders metadata={{ resources: [world.resource ?? people, contacts, children], version: '1' }}>
          <Link to="/elsewhere">Ir embora</Link>
          <ExtensionsContext value={{ parts: {}, companions: {}, clashes: {}, entries: [], Why: world.Why }}>
            <Routes>
              <Route path=":path/new" element={<CreatePage />} />
              <Route path=":path/:id" element={<RecordPage />} />
              <Route path="*" element={<h1>Outra página</h1>} />
            </Routes>
          </ExtensionsContext>
        </PanelProviders>
      </BrowserRouter>
    </Theme>,
  )
  return {
    calls,
    /** The calls that changed something: method, path, body. */
    sent: () => calls.filter(({ method }) => method !== 'GET').map(({ method, url, body }) => ({ method, url, body })),
  }
}

/** The value of a field, as the button that opens it. */
export const value = (label: string | RegExp) => screen.findByRole('button', { name: label })

/** Opens a field, types over its text, and leaves it open. */
export async function type(label: RegExp, text: string): Promise<HTMLElement> {
  fireEvent.click(await value(label))
  const input = await screen.findByRole('textbox', { name: label })
  fireEvent.change(input, { target: { value: text } })
  return input
}

/** The same, kept with Enter. */
export async function keep(label: RegExp, text: string): Promise<void> {
  fireEvent.keyDown(await type(label, text), { key: 'Enter' })
}

export async function save(): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: /SALVAR/ }))
}

export const openTab = async (name: RegExp) => fireEvent.click(await screen.findByRole('tab', { name }))
