import type { Me, ResourceMeta } from '@ficha/api/contract'
import { configure, render, screen } from '@testing-library/react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { beginSession } from '../src/providers/session.ts'
import { RecordList } from '../src/record/RecordList.tsx'
import { PanelProviders } from '../src/shell/PanelProviders.tsx'
import { Theme } from '../src/shell/Theme.tsx'
import { aRecord, brands, customers } from './customers.ts'
import { aMe, type Call, fakeApi, json, problem } from './fakeApi.ts'
import { speak } from './kinds.tsx'

export interface World {
  rows?: ReturnType<typeof aRecord>[]
  /** Answers a list instead of `rows`. */
  list?: (address: URL) => Response
  /** Answers an action. */
  act?: () => Response
  rules?: Me['rules']
  resources?: ResourceMeta[]
  /** What the history entry holds beside the address. */
  entry?: unknown
}

/** The list at an address, in Portuguese, over an API with these rows; the page of a record is only its heading. */
export function openList(
  address: string,
  { rows = [aRecord(1), aRecord(2), aRecord(3)], list, act, rules, resources, entry }: World = {},
) {
  // Whether each element is hidden from everybody is asked of the style of all its ancestors, which takes longer than the page itself.
  configure({ defaultHidden: true })
  speak('pt-BR')
  history.replaceState({ usr: entry }, '', address)
  const calls = fakeApi(({ method, url }: Call) => {
    const asked = new URL(url, 'http://ficha.test')
    const [, , path, second] = asked.pathname.split('/')
    if (method === 'DELETE') return new Response(null, { status: 204 })
    if (method === 'POST' && act) return act()
    if (second === 'lookup') return json([{ id: 3, title: 'Sul', path: 'Acme › Sul' }])
    if (path === 'customers' || path === 'brands') {
      return list?.(asked) ?? json(rows, { 'X-Total-Count': String(rows.length) })
    }
    return problem(404, 'missing')
  })
  const me = aMe(rules ? { rules } : {})
  beginSession(me)
  render(
    <Theme>
      <BrowserRouter>
        <PanelProviders metadata={{ resources: resources ?? [customers, brands], version: '1' }}>
          <Routes>
            <Route path=":path" element={<RecordList />} />
            <Route path=":path/:id" element={<h1>Outra página</h1>} />
          </Routes>
        </PanelProviders>
      </BrowserRouter>
    </Theme>,
  )
  return {
    calls,
    /** The questions for rows of a resource, decoded. */
    asked: (path = 'customers') =>
      calls.map(({ url }) => decodeURIComponent(url)).filter((url) => url.startsWith(`/api/${path}?`)),
  }
}

/** The names of the records that are shown, once there are some. */
export async function shownRows(): Promise<string[]> {
  await screen.findAllByRole('rowheader')
  return screen.getAllByRole('rowheader').map((cell) => cell.textContent ?? '')
}
