import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { pdf, png } from '../files.ts'
import { heading, pick } from './screen.ts'
import { test } from './test.ts'

const fileOf = ({ name, content }: typeof pdf) => ({ name, mimeType: '', buffer: Buffer.from(content) })

test('a logo is chosen by keyboard, seen before it is saved, and after', async ({ visit, office }) => {
  const brand = await office.make('brand', { name: 'Com logotipo' })
  const page = await visit(`/brands/${brand.id}`)
  // Asked for early: the browser is only then told to hand the dialog over.
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^Logotipo/ }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Escolher arquivo: Logotipo')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(fileOf(png))
  await page.getByText(', falta salvar').waitFor()
  expect(await focused(page)).toBe('Trocar arquivo: Logotipo')

  await page.keyboard.press('Control+s')

  const logo = page.getByRole('img', { name: 'Logotipo: logo.png' })
  await logo.waitFor()
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  expect((await office.read('brand', brand.id)).body.logo).toMatchObject({ name: 'logo.png', type: 'image/png' })
})

test('an attachment is dropped, saved with its record, and brought back as it was', async ({ visit, office }) => {
  const customer = await office.make('customer', { name: 'Ana Lima' })
  const page = await visit(`/attachments/new?customer=${customer.id}`)
  await pick(page.getByRole('combobox', { name: /^Tipo/ }), 'RG')
  await drop(page, pdf)
  await page.getByText(', falta salvar').waitFor()
  await page.getByRole('button', { name: 'SALVAR', exact: true }).click()

  await heading(page, 'contrato.pdf')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /^Baixar contrato\.pdf/ }).click()

  const file = await download
  expect([file.suggestedFilename(), await readFile(await file.path(), 'utf8')]).toEqual(['contrato.pdf', pdf.content])
})

test('a file that is not taken says why under its field, and the page stays', async ({ visit, office }) => {
  const brand = await office.make('brand', { name: 'Sem logotipo' })
  const page = await visit(`/brands/${brand.id}`, { provokes: [422] })
  await page.getByRole('button', { name: /^Logotipo/ }).click()

  await drop(page, { ...pdf, name: 'contrato.pdf' })
  await page.getByRole('alert').getByText('Este tipo de arquivo não é aceito. Envie PNG.').waitFor()
  await drop(page, { ...pdf, name: 'contrato.png' })

  await page.getByRole('alert').getByText('O conteúdo do arquivo não é o que o nome diz. Envie PNG.').waitFor()
  await heading(page, 'Sem logotipo')
})

function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
}

/** Drops a file where the page takes one. */
async function drop(page: Page, { name, content }: typeof pdf): Promise<void> {
  const text = Buffer.from(content).toString('latin1')
  const dataTransfer = await page.evaluateHandle(
    ({ name, text }) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(text, (letter) => letter.charCodeAt(0))], name))
      return transfer
    },
    { name, text },
  )
  await page.getByRole('button', { name: /arquivo: / }).dispatchEvent('drop', { dataTransfer })
}
