import { panel } from '../panel.ts'

/** Brands Acme › Sul › Porto and Beta, and a customer of each. */
export async function shop() {
  const opened = await panel()
  const { administrator } = opened
  const acme = await administrator.make('brand', { name: 'Acme' })
  const sul = await administrator.make('brand', { name: 'Sul', parent: acme.id })
  const porto = await administrator.make('brand', { name: 'Porto', parent: sul.id })
  const beta = await administrator.make('brand', { name: 'Beta' })
  const customerOf = (brand: { id: number }, name: string) => administrator.make('customer', { brand: brand.id, name })
  const customers = {
    acme: await customerOf(acme, 'Ana de Acme'),
    sul: await customerOf(sul, 'Sara de Sul'),
    porto: await customerOf(porto, 'Pia de Porto'),
    beta: await customerOf(beta, 'Bia de Beta'),
  }
  return { ...opened, brands: { acme, sul, porto, beta }, customers }
}
