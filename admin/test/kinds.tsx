import {
  type FieldFormat,
  type FieldMeta,
  type Kind,
  type Language,
  type Metadata,
  operators,
} from '@ficha/api/contract'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { type PropsWithChildren, useState } from 'react'
import { MemoryRouter } from 'react-router'
import { vi } from 'vitest'
import { useFilterSentence } from '../src/kinds/describeFilter.ts'
import { kinds } from '../src/kinds/index.ts'
import type { FilterValue, InputProps, KindView } from '../src/kinds/view.ts'
import { useLanguage } from '../src/providers/i18n.ts'
import { MetadataProvider } from '../src/providers/metadata.tsx'

/** A field of the kind that takes every operator. */
export function field(kind: Kind, format: FieldFormat = {}, more: Partial<FieldMeta> = {}): FieldMeta {
  return { name: kind, kind, label: 'Campo', operators: [...operators], format, ...more }
}

/** Changes the language of the screen. */
export function speak(language: Language): void {
  const { result, unmount } = renderHook(useLanguage)
  act(() => result.current[1](language))
  unmount()
}

/** Everything a kind may ask for: the metadata of brands and of the field's own resource, a cache, an address. */
export function Panel({ fields = [], children }: PropsWithChildren<{ fields?: FieldMeta[] }>) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }))
  const resources = [resource('brand', 'brands', []), resource('customer', 'customers', fields)]
  return (
    <QueryClientProvider client={client}>
      <MetadataProvider metadata={{ version: '1', resources }}>
        <MemoryRouter>{children}</MemoryRouter>
      </MetadataProvider>
    </QueryClientProvider>
  )
}

function resource(name: string, path: string, fields: FieldMeta[]): Metadata['resources'][number] {
  const list = { columns: [], filters: [], search: true, sort: 'name' }
  return {
    name,
    path,
    label: [name, path],
    icon: 'user',
    menu: null,
    title: 'name',
    facts: [],
    fields,
    list,
    tabs: [],
    actions: [],
  }
}

/** Draws the cell and answers what a person reads in it. */
export function readCell(of: FieldMeta, value: unknown, record: Record<string, unknown> = {}): string {
  const { Cell }: KindView = kinds[of.kind]
  const { container } = render(<Cell field={of} value={value} record={record} />, {
    wrapper: ({ children }) => <Panel fields={[of]}>{children}</Panel>,
  })
  return (container.textContent ?? '').replaceAll('\u00a0', ' ')
}

/** Puts the input into a form of one field; the answer knows the value that the form holds. */
export function fillIn(of: FieldMeta, { value: first, ...props }: Partial<InputProps> = {}) {
  const { Input, toInput = (value: unknown) => value }: KindView = kinds[of.kind]
  const held: { value: unknown } = { value: toInput(first) }
  function Form() {
    const [value, setValue] = useState(held.value)
    held.value = value
    return (
      <>
        <label htmlFor="it">{of.label}</label>
        {Input && <Input id="it" field={of} value={value} onChange={setValue} {...props} />}
      </>
    )
  }
  render(<Form />, { wrapper: ({ children }) => <Panel fields={[of]}>{children}</Panel> })
  return held
}

/** Puts the filter on the screen; the answer knows the condition, and the sentence of its chip is in the status. */
export function filterBy(of: FieldMeta, first?: FilterValue) {
  const { Filter }: KindView = kinds[of.kind]
  const held: { value: FilterValue | undefined } = { value: first }
  function Chip({ value }: { value: FilterValue }) {
    return <output>{useFilterSentence(of, value)}</output>
  }
  function Bar() {
    const [value, setValue] = useState(held.value)
    held.value = value
    return (
      <>
        {value && <Chip value={value} />}
        {Filter && <Filter field={of} value={value} onChange={setValue} />}
      </>
    )
  }
  render(<Bar />, { wrapper: ({ children }) => <Panel fields={[of]}>{children}</Panel> })
  return held
}

/** The sentence of the chip. */
export function sentence(): string {
  return (document.querySelector('output')?.textContent ?? '').replaceAll('\u00a0', ' ')
}

/** Types into a control and leaves it. */
export function type(control: HTMLElement, text: string): void {
  fireEvent.change(control, { target: { value: text } })
  fireEvent.blur(control)
}

/** Opens a select and answers what it offers. */
export function offered(name = 'Campo'): string[] {
  fireEvent.mouseDown(screen.getByRole('combobox', { name }))
  return screen.queryAllByRole('option').map((option) => option.textContent ?? '')
}

/** Answers every look-up with these rows and keeps the addresses that were asked. */
export function serveLookup(answer: (address: URL) => unknown[] | number): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(decodeURIComponent(address))
    const rows = answer(new URL(address, 'http://ficha.test'))
    const failed = typeof rows === 'number'
    return new Response(JSON.stringify(failed ? { code: 'unexpected', title: 'x', detail: 'x' } : rows), {
      status: failed ? rows : 200,
      headers: { 'Content-Type': 'application/json', 'X-Total-Count': String(failed ? 0 : rows.length) },
    })
  })
  return asked
}
