import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { aMe, fakeApi, json } from '../../../test/fakeApi.ts'
import { fakeUploads } from '../../../test/fakeUploads.ts'
import { field, fillIn, Panel, readCell, speak } from '../../../test/kinds.tsx'
import { useAnnounced } from '../../providers/announce.ts'
import { beginSession, currentSession } from '../../providers/session.ts'
import { kinds } from '../index.ts'
import { FileInput } from './FileInput.tsx'

const format = { accept: ['pdf', 'png'] as const, maxBytes: 2048, path: 'attachments' }
const of = field('file', { ...format, accept: [...format.accept] }, { name: 'document', operators: ['null'] })
const picture = field('image', { ...of.format, accept: ['png'] }, { name: 'logo' })
const stored = { id: 'f_1', name: 'contrato.pdf', size: 1536, type: 'application/pdf' }
const logo = { id: 'f_2', name: 'logo.png', size: 2048, type: 'image/png' }
const aPdf = () => new File(['%PDF-1.7'], 'contrato.pdf', { type: 'application/pdf' })

const chooser = () => document.querySelector<HTMLInputElement>('input[type=file]')
const button = (name: RegExp | string) => screen.getByRole<HTMLButtonElement>('button', { name })

function choose(...files: File[]): void {
  const input = chooser()
  if (!input) throw new Error('There is no input for files.')
  fireEvent.change(input, { target: { files } })
}

function drop(...files: File[]): void {
  fireEvent.drop(button(/arquivo: Campo/), { dataTransfer: { files } })
}

beforeEach(() => speak('pt-BR'))

describe('a file that is chosen', () => {
  test('is uploaded for its field, shows how far it is, and is then what the form holds', async () => {
    const uploads = fakeUploads()
    const held = fillIn(of)
    choose(aPdf())

    const [upload] = uploads
    expect([upload?.method, upload?.url]).toEqual(['POST', '/api/attachments/files/document'])
    expect(upload?.file).toMatchObject({ name: 'contrato.pdf', size: 8 })
    expect(upload?.headers.get('Accept-Language')).toBe('pt-BR')
    expect(kinds.file.problem?.(held.value, { field: of, language: 'pt-BR' })).toMatch('ainda está sendo enviado')
    await upload?.progress(0.42)
    expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Enviando contrato.pdf' }).value).toBe(0.42)
    expect(screen.getByText('42%')).toBeDefined()

    await upload?.answer(201, stored)

    expect(screen.queryByRole('progressbar')).toBeNull()
    expect(held.value).toMatchObject(stored)
    expect(kinds.file.problem?.(held.value, { field: of, language: 'pt-BR' })).toBeUndefined()
    expect(kinds.file.toBody?.('document', held.value)).toEqual({ document: 'f_1' })
    expect(screen.getByText('1,5 KB, falta salvar')).toBeDefined()
    expect(screen.queryByRole('link')).toBeNull()
  })

  test('is told to whoever hears the screen', async () => {
    const uploads = fakeUploads()
    const heard: string[] = []
    function Ears() {
      heard.push(useAnnounced().text)
      return null
    }
    render(<Ears />)
    fillIn(of)
    choose(aPdf())
    await uploads[0]?.answer(201, stored)
    expect(heard.at(-1)).toBe('contrato.pdf foi enviado. Falta salvar.')
  })

  test('may be dropped on the input, and nowhere else without harm', () => {
    const uploads = fakeUploads()
    fillIn(of)
    expect(fireEvent.dragOver(document.body)).toBe(false)
    expect(fireEvent.drop(document.body)).toBe(false)
    expect(uploads).toHaveLength(0)
    drop(aPdf())
    expect(uploads).toHaveLength(1)
  })

  test.each([
    ['of another type', [new File(['MZ'], 'a.exe')], 'Este tipo de arquivo não é aceito. Envie PDF ou PNG.'],
    ['that is empty', [new File([], 'a.pdf')], 'O arquivo está vazio. Escolha outro.'],
    ['that is too large', [new File(['x'.repeat(2049)], 'a.pdf')], 'O arquivo passa de 2\u00a0KB. Envie um menor.'],
    ['together with another', [aPdf(), aPdf()], 'Escolha um arquivo só.'],
  ])('%s is refused before it is sent', (_, files, text) => {
    const uploads = fakeUploads()
    const held = fillIn(of, { value: stored })
    drop(...files)
    expect(uploads).toHaveLength(0)
    expect(screen.getByRole('alert').textContent).toBe(text)
    expect(button(/Trocar/).getAttribute('aria-describedby')).toContain(screen.getByRole('alert').id)
    expect(held.value).toEqual(stored)
  })

  test('and is refused by the API leaves what was there, and says why', async () => {
    const uploads = fakeUploads()
    const held = fillIn(of, { value: stored })
    choose(aPdf())
    await uploads[0]?.answer(422, {
      code: 'invalid',
      title: 'Dados inválidos',
      detail: 'Alguns campos precisam de correção.',
      errors: { document: ['O conteúdo do arquivo não é o que o nome diz.'] },
    })
    expect(screen.getByRole('alert').textContent).toBe('O conteúdo do arquivo não é o que o nome diz.')
    expect(held.value).toEqual(stored)
    choose(aPdf())
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('and cannot be sent says so', async () => {
    const uploads = fakeUploads()
    const held = fillIn(of, { value: null })
    choose(aPdf())
    await uploads[0]?.breakOff()
    expect(screen.getByRole('alert').textContent).toMatch(/conex|rede|internet/i)
    expect(held.value).toBeNull()
  })

  test('is sent again when the session had ended and the person has signed in', async () => {
    fakeApi(() => json(aMe()))
    beginSession(aMe())
    const uploads = fakeUploads()
    const held = fillIn(of)
    choose(aPdf())
    await uploads[0]?.answer(401, { code: 'unauthenticated', title: 'Entrada necessária', detail: 'Entre.' })
    expect([currentSession().ended, uploads.length]).toEqual([true, 1])
    expect(screen.getByRole('progressbar')).toBeDefined()
    beginSession(aMe())
    await vi.waitFor(() => expect(uploads).toHaveLength(2))
    await uploads[1]?.answer(201, stored)
    expect(held.value).toMatchObject(stored)
  })
})

describe('an upload on its way', () => {
  test('is cancelled by the button, and the form holds what it held', async () => {
    const uploads = fakeUploads()
    const held = fillIn(of, { value: stored })
    choose(aPdf())
    fireEvent.click(button('Cancelar envio: Campo'))
    await vi.waitFor(() => expect(held.value).toEqual(stored))
    expect(uploads[0]?.aborted).toBe(true)
    expect(screen.queryByRole('alert')).toBeNull()
    expect(button('Trocar arquivo: Campo')).toBeDefined()
  })

  test('ends with its input', () => {
    const uploads = fakeUploads()
    const onChange = vi.fn()
    const { unmount } = render(<FileInput field={of} value={stored} onChange={onChange} />, {
      wrapper: ({ children }) => <Panel fields={[of]}>{children}</Panel>,
    })
    choose(aPdf())
    unmount()
    expect(uploads[0]?.aborted).toBe(true)
    expect(onChange).toHaveBeenLastCalledWith(stored)
  })

  test('ends when the form takes back what was typed', async () => {
    const uploads = fakeUploads()
    const onChange = vi.fn()
    const draw = (value: unknown) => (
      <Panel fields={[of]}>
        <FileInput field={of} value={value} onChange={onChange} />
      </Panel>
    )
    const { rerender } = render(draw(null))
    choose(aPdf())
    rerender(draw(onChange.mock.lastCall?.[0]))
    rerender(draw(null))
    expect(uploads[0]?.aborted).toBe(true)
    expect(onChange).toHaveBeenCalledTimes(1)
    expect(screen.queryByRole('progressbar')).toBeNull()
  })
})

describe('the input', () => {
  test('opens the chooser of the browser for what its field takes', () => {
    fillIn(of)
    expect(chooser()?.accept).toBe('application/pdf,.pdf,image/png,.png')
    const click = vi.spyOn(HTMLInputElement.prototype, 'click')
    fireEvent.click(button('Escolher arquivo: Campo'))
    expect(click).toHaveBeenCalledTimes(1)
    expect(screen.getByText('PDF ou PNG, até 2 KB. Ou solte o arquivo aqui.')).toBeDefined()
  })

  test('removes the file, and the focus stays on it', () => {
    const held = fillIn(of, { value: stored })
    button('Remover: Campo').focus()
    fireEvent.click(button('Remover: Campo'))
    expect(held.value).toBeNull()
    expect(kinds.file.toBody?.('document', held.value)).toEqual({ document: null })
    expect(document.activeElement).toBe(button('Escolher arquivo: Campo'))
  })

  test('does not take away what must be there', () => {
    fillIn({ ...of, required: true }, { value: stored })
    expect(screen.queryByRole('button', { name: /Remover/ })).toBeNull()
    expect(button('Trocar arquivo: Campo')).toBeDefined()
  })

  test('is left when the focus leaves all of it', () => {
    const onBlur = vi.fn()
    fillIn(of, { value: stored, onBlur })
    fireEvent.blur(button(/Trocar/), { relatedTarget: button(/Remover/) })
    expect(onBlur).not.toHaveBeenCalled()
    fireEvent.blur(button(/Remover/), { relatedTarget: document.body })
    expect(onBlur).toHaveBeenCalledTimes(1)
  })

  test('takes nothing while it is disabled', () => {
    const uploads = fakeUploads()
    fillIn(of, { disabled: true })
    drop(aPdf())
    expect([button(/Escolher/).disabled, uploads.length]).toEqual([true, 0])
  })
})

describe('the value of a record', () => {
  test('is the name of the file, which brings it, and its size', () => {
    expect(readCell(of, stored, { id: 7 })).toBe('contrato.pdf1,5 KB')
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Baixar contrato.pdf (1,5\u00a0KB)' })
    expect([link.getAttribute('href'), link.download]).toEqual(['/api/attachments/7/files/document', 'contrato.pdf'])
    expect(document.querySelector('img')).toBeNull()
  })

  test('shows an image, another one under another address', () => {
    readCell(of, logo, { id: 7 })
    const image = document.querySelector('img')
    expect([image?.getAttribute('src'), image?.alt]).toEqual([
      '/api/attachments/7/files/document?size=thumbnail#f_2',
      '',
    ])
  })

  test('is the image itself where the field holds one, with its name for those who do not see it', () => {
    readCell(picture, logo, { id: 7 })
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Campo: logo.png' })
    expect([link.getAttribute('href'), link.title]).toEqual([
      '/api/attachments/7/files/logo',
      'Baixar logo.png (2\u00a0KB)',
    ])
    const image = screen.getByRole('img', { name: 'Campo: logo.png' })
    fireEvent.error(image)
    expect(screen.getByText('Campo: logo.png')).toBeDefined()
  })

  test('leads nowhere before there is a record', () => {
    readCell(of, stored)
    readCell(picture, logo)
    expect(screen.queryByRole('link')).toBeNull()
  })
})
