import type { Me, Metadata, ResourceMeta } from '@ficha/api/contract'
import { vi } from 'vitest'

/** One request as it would have gone over the wire. */
export interface Call {
  method: string
  /** Path and query, as they were written. */
  url: string
  headers: Headers
  body: unknown
}

/** Stands in for the network. The calls it has seen are in the list it returns. */
export function fakeApi(answer: (call: Call, nth: number) => Response | Promise<Response>): Call[] {
  const calls: Call[] = []
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', headers, body }: RequestInit = {}) => {
    const call = {
      method,
      url,
      headers: new Headers(headers),
      body: typeof body === 'string' ? JSON.parse(body) : body,
    }
    calls.push(call)
    return answer(call, calls.length)
  })
  return calls
}

export function json(body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json', ...headers } })
}

export function problem(status: number, code: string, more: Record<string, unknown> = {}): Response {
  const text = `${code}, in words`
  return new Response(
    JSON.stringify({ type: 'about:blank', title: code, status, detail: text, message: text, code, ...more }),
    {
      status,
      headers: { 'Content-Type': 'application/problem+json; charset=utf-8' },
    },
  )
}

export function aMe(more: Partial<Me> = {}): Me {
  return {
    user: { id: 1, name: 'Ana Souza', email: 'ana@example.com', mustChangePassword: false },
    groups: [],
    rules: [{ actions: ['manage'], subject: 'all' }],
    version: '1',
    ...more,
  }
}

export function aResource(name: string, path: string, more: Partial<ResourceMeta> = {}): ResourceMeta {
  return {
    name,
    path,
    label: [name, path],
    icon: 'file',
    menu: { name: 'registry', label: 'Cadastros' },
    title: 'name',
    facts: [],
    fields: [{ name: 'name', kind: 'text', label: 'Nome', operators: ['eq', 'like'], format: {} }],
    list: { columns: ['name'], filters: [], search: true, sort: 'name' },
    tabs: [{ name: 'data', title: 'Dados', sections: [{ fields: ['name'] }] }],
    actions: [],
    ...more,
  }
}

export const aMetadata: Metadata = {
  resources: [aResource('customer', 'customers'), aResource('brand', 'brands')],
  version: '1',
}
