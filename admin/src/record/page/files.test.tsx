import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { fakeUploads } from '../../../test/fakeUploads.ts'
import { aPerson, people } from '../../../test/people.ts'
import { openPage, save, value } from '../../../test/recordPage.tsx'

const stored = { id: 'f_1', name: 'rg.pdf', size: 1536, type: 'application/pdf' }
const another = { id: 'f_2', name: 'cnh.pdf', size: 2048, type: 'application/pdf' }

const resource: typeof people = {
  ...people,
  fields: [
    ...people.fields,
    {
      name: 'proof',
      kind: 'file',
      label: 'Comprovante',
      operators: ['null'],
      format: { accept: ['pdf'], maxBytes: 10_000, path: 'people' },
    },
  ],
  tabs: [{ name: 'data', title: 'Dados', sections: [{ fields: ['name', 'proof'] }] }],
}

function open() {
  const uploads = fakeUploads()
  const page = openPage('/people/7', {
    resource,
    person: aPerson({ proof: stored }),
    answer: ({ method }, path) =>
      method === 'PATCH' && path === '/api/people/7'
        ? Response.json(aPerson({ version: 4, proof: another, _message: 'Salvo.' }))
        : undefined,
  })
  return { ...page, uploads }
}

async function choose(): Promise<void> {
  fireEvent.click(await value(/Comprovante/))
  const chooser = document.querySelector('input[type=file]')
  if (!chooser) throw new Error('There is no input for files.')
  fireEvent.change(chooser, { target: { files: [new File(['%PDF-1.7'], 'cnh.pdf')] } })
}

test('a file is read as a link, and saved by its id once it has arrived', async () => {
  const { uploads, sent } = open()
  expect((await screen.findByRole('link', { name: /^Baixar rg\.pdf/ })).getAttribute('href')).toBe(
    '/api/people/7/files/proof',
  )
  await choose()
  await uploads[0]?.answer(201, another)
  expect(sent()).toEqual([])

  await save()

  const link = await screen.findByRole('link', { name: /^Baixar cnh\.pdf/ })
  expect(link.getAttribute('href')).toBe('/api/people/7/files/proof')
  expect(sent()).toEqual([{ method: 'PATCH', url: '/api/people/7', body: { proof: 'f_2' } }])
  expect(screen.queryByText(/falta salvar/)).toBeNull()
})

test('nothing is saved while a file is on its way', async () => {
  const { uploads, sent } = open()
  await choose()
  await save()
  expect(await screen.findByText(/O arquivo ainda está sendo enviado/)).toBeDefined()
  expect(sent()).toEqual([])

  await uploads[0]?.answer(201, another)

  expect(screen.queryByText(/O arquivo ainda está sendo enviado/)).toBeNull()
  await save()
  await screen.findByRole('link', { name: /^Baixar cnh\.pdf/ })
  expect(sent()).toHaveLength(1)
})

test('Escape takes an upload back', async () => {
  const { uploads, sent } = open()
  await choose()
  fireEvent.keyDown(screen.getByRole('button', { name: /Cancelar envio/ }), { key: 'Escape' })
  expect(uploads[0]?.aborted).toBe(true)
  expect(await screen.findByRole('link', { name: /^Baixar rg\.pdf/ })).toBeDefined()
  expect(screen.queryByRole('progressbar')).toBeNull()
  expect(sent()).toEqual([])
})

test('a file that is removed goes with the save', async () => {
  const { sent } = open()
  fireEvent.click(await value(/Comprovante/))
  fireEvent.click(screen.getByRole('button', { name: 'Remover: Comprovante' }))
  await save()
  await screen.findByRole('link', { name: /^Baixar cnh\.pdf/ })
  expect(sent()).toEqual([{ method: 'PATCH', url: '/api/people/7', body: { proof: null } }])
})
