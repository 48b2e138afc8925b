import { fireEvent, screen, within } from '@testing-library/react'
import { cell } from './groupPage.tsx'

/** Opens the rules of a cell. */
export async function openCell(name: string) {
  fireEvent.click(await cell(name))
  return within(await screen.findByRole('dialog', { name: name.replace(', ', ' · ') }))
}

/** Opens a rule of the drawer. */
export async function openRule(number: number) {
  const rule = within(await screen.findByRole('region', { name: `Regra ${number}` }))
  const toggle = rule.getAllByRole('button')[0]
  if (toggle?.getAttribute('aria-expanded') === 'false') fireEvent.click(toggle)
  return rule
}

/** Chooses from an antd select. */
export function choose(combobox: HTMLElement, option: string | RegExp) {
  fireEvent.mouseDown(combobox)
  const found = screen.getAllByTitle(option).filter((each) => each.className.includes('ant-select-item-option'))
  const last = found.at(-1)
  if (!last) throw new Error(`No option ${option}`)
  fireEvent.click(last)
}

/** What a rule says, on its button. */
export const sentence = (rule: Awaited<ReturnType<typeof openRule>>) => rule.getAllByRole('button')[0]?.textContent
