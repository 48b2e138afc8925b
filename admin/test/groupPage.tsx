import type { Me, Review } from '@ficha/api/contract'
import { configure, fireEvent, render, screen } from '@testing-library/react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { beforeAll } from 'vitest'
import { ComparePage } from '../src/permissions/compare/ComparePage.tsx'
import { permissionExtensions } from '../src/permissions/extensions.ts'
import { queryClient } from '../src/providers/queries.ts'
import { beginSession } from '../src/providers/session.ts'
import { ExtensionsContext } from '../src/record/extensions.ts'
import { RecordList } from '../src/record/RecordList.tsx'
import { RecordPage } from '../src/record/RecordPage.tsx'
import { PanelProviders } from '../src/shell/PanelProviders.tsx'
import { Theme } from '../src/shell/Theme.tsx'
import { brands, customers } from './customers.ts'
import { aMe, aResource, type Call, fakeApi, json, problem } from './fakeApi.ts'
import { aGroup, permissionGroups, vocabulary } from './groups.ts'
import { speak } from './kinds.tsx'

// Reading the code of the lazy parts for the first time is no part of any test.
beforeAll(async () => {
  await Promise.all([
    import('../src/permissions/matrix/PermissionMatrix.tsx'),
    import('../src/permissions/rule/RulesDrawer.tsx'),
    import('../src/permissions/members/PermissionMembers.tsx'),
    import('../src/permissions/tests/PermissionTests.tsx'),
    import('../src/permissions/impact/GroupCompanion.tsx'),
    import('../src/permissions/impact/ConfirmDialog.tsx'),
    import('../src/permissions/impact/ImpactDialog.tsx'),
  ])
}, 120_000)

export interface GroupWorld {
  group?: ReturnType<typeof aGroup>
  review?: Partial<Review>
  /** Everything may be done when left out. */
  rules?: Me['rules']
  /** Answers a call instead of what stands below; undefined leaves it to that. */
  answer?: (call: Call, path: string) => Response | Promise<Response> | undefined
}

const users = aResource('user', 'users', { label: ['Usuário', 'Usuários'], icon: 'team' })
const contacts = aResource('contact', 'contacts', { label: ['Contato', 'Contatos'], menu: null })

/** The resources of a panel with permission groups. */
export const groupResources = [customers, contacts, brands, users, permissionGroups]

/** The page of a permission group, in Portuguese, over an API that saves whatever it is sent. */
export function openGroup(address = '/permission-groups/5', world: GroupWorld = {}) {
  // Whether each element is hidden from everybody is asked of the style of all its ancestors, which takes longer than the page itself.
  configure({ defaultHidden: true })
  speak('pt-BR')
  queryClient.clear()
  history.replaceState(null, '', address)
  let group = world.group ?? aGroup()
  const me = aMe(world.rules ? { rules: world.rules } : {})
  const calls = fakeApi(async (call) => {
    const path = call.url.split('?')[0] ?? ''
    const told = await world.answer?.(call, path)
    if (told) return told
    if (path === '/api/permission-groups/5' && call.method === 'PATCH') {
      // The body of a save is an object of fields.
      group = { ...group, ...(call.body as object), version: group.version + 1 }
      return json({ ...group, _message: 'Grupo: alterações salvas.' })
    }
    if (path === '/api/permission-groups/5') return json(group)
    if (path === '/api/auth/me') return json(me)
    if (path === '/api/permissions/vocabulary') return json(vocabulary)
    if (path === '/api/permissions/review')
      return json({ errors: [], warnings: [], tests: [], missing: [], ...world.review })
    if (path === '/api/permissions/impact') return json({ widening: false, users: [], subjects: [] })
    if (path === '/api/brands/lookup')
      return json([{ id: 3, title: 'Sul', path: 'Acme › Sul' }], { 'X-Total-Count': '1' })
    if (call.method === 'GET') return json([], { 'X-Total-Count': '0' })
    return problem(404, 'missing')
  })
  beginSession(me)
  render(
    <Theme>
      <BrowserRouter>
        <PanelProviders metadata={{ resources: groupResources, version: '1' }}>
          <ExtensionsContext value={permissionExtensions}>
            <Routes>
              <Route path="permission-groups/compare" element={<ComparePage />} />
              <Route path=":path" element={<RecordList />} />
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
    /** Bodies of the calls to a path, in their order. */
    sent: (path: string) => calls.filter(({ url, method }) => url === path && method !== 'GET').map(({ body }) => body),
  }
}

/** A cell of the matrix: `cell('Clientes, Alterar')`. */
export const cell = (name: string) => screen.findByRole('button', { name: new RegExp(`^${name}:`) })

/** Closes the drawer; the texts of its frame come with antd's own. */
export const closeDrawer = async () => fireEvent.click(await screen.findByRole('button', { name: 'Fechar' }))
