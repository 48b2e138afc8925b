import { expect } from 'vitest'
import { hasFocus, heading, pick, value } from './screen.ts'
import { test } from './test.ts'

test('what is missing is told under its field, and the first of them has the focus', async ({ visit }) => {
  const page = await visit('/customers/new', { provokes: [422] })

  await page.getByRole('button', { name: 'SALVAR', exact: true }).click()

  const required = ['Nome / Razão social', 'E-mail', 'Marca']
  for (const label of required) {
    const control = page.getByLabel(new RegExp(`^${label}`)).first()
    await expect.poll(() => control.getAttribute('aria-invalid')).toBe('true')
    const notes = await control.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${notes}"]`).innerText()).toContain('Preencha este campo.')
  }
  expect(await page.getByText('Preencha este campo.').count()).toBe(required.length)
  expect(await hasFocus(page.getByLabel(/^Nome/).first())).toBe(true)
})

test('a customer is created, and its page opens', async ({ visit, office }) => {
  await office.make('brand', { name: 'Norte' })
  const page = await visit('/customers')
  await page.getByRole('link', { name: 'Novo cliente' }).first().click()
  await heading(page, 'Novo cliente')
  await page.getByLabel(/^Nome/).first().fill('Zélia Duarte')
  await page.getByLabel(/^CPF/).fill('529.982.247-25')
  await page.getByLabel(/^Data de nascimento/).fill('07091975')
  await pick(page.getByRole('combobox', { name: 'Gênero' }), 'Feminino')
  await page
    .getByLabel(/^E-mail/)
    .first()
    .fill('zelia@exemplo.com.br')
  await page.getByLabel(/^Telefone celular/).fill('11 98765 4321')
  await pick(page.getByRole('combobox', { name: 'Marca' }), 'Norte')

  await page.getByRole('button', { name: 'SALVAR', exact: true }).click()

  await heading(page, 'Zélia Duarte')
  await page.getByText('Cliente: cadastro salvo.').first().waitFor()
  await value(page, 'CPF', '529.982.247-25').waitFor()
  await value(page, 'Data de nascimento', '07/09/1975').waitFor()
  await value(page, 'Gênero', 'Feminino').waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect((await office.read('customer', id)).body).toMatchObject({
    name: 'Zélia Duarte',
    cpf: '52998224725',
    birthDate: '1975-09-07',
    mobilePhone: '+5511987654321',
    brand: { title: 'Norte' },
    status: 'active',
  })
})

test('a CEP of another state is told, but saved', async ({ visit, office }) => {
  const brand = await office.make('brand')
  const page = await visit(`/customers/new?brand=${brand.id}`)
  await page.getByLabel(/^Nome/).first().fill('Longe de Casa')
  await page
    .getByLabel(/^E-mail/)
    .first()
    .fill('longe@exemplo.com.br')
  await page.getByLabel(/^CEP/).fill('01310-100')
  await pick(page.getByRole('combobox', { name: 'UF', exact: true }), 'RJ · Rio de Janeiro')

  await page.getByRole('button', { name: 'SALVAR', exact: true }).click()

  await heading(page, 'Longe de Casa')
  await page.getByRole('tab', { name: 'Endereço (com avisos)' }).click()
  await page.getByText('Este CEP é de SP, mas a UF informada é RJ. Confira o endereço.').waitFor()
  await value(page, 'CEP', '01310-100').waitFor()
})

test('a company is asked for other things than a person', async ({ visit, office }) => {
  const brand = await office.make('brand')
  const page = await visit(`/customers/new?brand=${brand.id}`)
  const [cpf, cnpj] = [page.getByLabel('CPF', { exact: true }), page.getByLabel('CNPJ', { exact: true })]
  await page.getByLabel(/^Nome/).first().fill('Transportes Aurora')
  await page
    .getByLabel(/^E-mail/)
    .first()
    .fill('aurora@exemplo.com.br')
  await cpf.fill('529.982.247-25')
  expect(await cnpj.count()).toBe(0)

  await pick(page.getByRole('combobox', { name: 'Tipo de pessoa' }), 'Pessoa jurídica')

  await cnpj.waitFor()
  expect(await cpf.count()).toBe(0)
  expect(await page.getByLabel('Data de nascimento').count()).toBe(0)
  await page.getByLabel('Nome fantasia').fill('Aurora')
  await cnpj.fill('12ABC34501DE35')
  await page.getByRole('button', { name: 'SALVAR', exact: true }).click()

  await heading(page, 'Transportes Aurora')
  await value(page, 'CNPJ', '12.ABC.345/01DE-35').waitFor()
  expect(await page.getByText('Profissão').count()).toBe(0)
})

test('a CPF that the brand has already is refused under its field, and what was typed stays', async ({
  visit,
  office,
}) => {
  const brand = await office.make('brand')
  await office.make('customer', { brand: brand.id, cpf: '11144477735' })
  const page = await visit(`/customers/new?brand=${brand.id}`, { provokes: [409] })
  await page.getByLabel(/^Nome/).first().fill('Gêmea')
  await page
    .getByLabel(/^E-mail/)
    .first()
    .fill('gemea@exemplo.com.br')
  await page.getByLabel('CPF', { exact: true }).fill('111.444.777-35')

  await page.getByRole('button', { name: 'SALVAR', exact: true }).click()

  await page.getByText('Já existe um registro com este valor.').waitFor()
  await expect.poll(() => hasFocus(page.getByLabel('CPF', { exact: true }))).toBe(true)
  expect(await page.getByLabel(/^Nome/).first().inputValue()).toBe('Gêmea')
})

test('a half-filled form is not left without asking', async ({ visit }) => {
  const page = await visit('/customers/new')
  await page.getByLabel(/^Nome/).first().fill('Ainda não')

  await page.getByRole('button', { name: 'Cancelar' }).click()

  await page.getByRole('dialog', { name: 'Sair sem salvar?' }).getByRole('button', { name: 'Descartar e sair' }).click()
  await heading(page, /^Clientes/)
})

test('one customer after the other is created from the same form', async ({ visit, office }) => {
  const brand = await office.make('brand')
  const page = await visit(`/customers/new?brand=${brand.id}`)
  const name = page.getByLabel(/^Nome/).first()
  for (const [at, text] of ['Primeira', 'Segunda'].entries()) {
    await expect.poll(() => name.inputValue()).toBe('')
    await name.fill(text)
    await page
      .getByLabel(/^E-mail/)
      .first()
      .fill(`cliente${at}@exemplo.com.br`)
    await page.getByRole('button', { name: 'Salvar e cadastrar outro' }).click()
  }

  await expect.poll(() => hasFocus(name)).toBe(true)
  expect((await office.list('customer', `brand=${brand.id}`)).body).toMatchObject([
    { name: 'Primeira' },
    { name: 'Segunda' },
  ])
})
