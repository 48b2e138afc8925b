import type { RecordForm } from './form.ts'

/** The ids of one field in one form; two forms on a page may show the same field. */
export function idsOf({ id }: Pick<RecordForm, 'id'>, name: string) {
  const base = `${id}${name}`
  return { cell: base, label: `${base}-label`, input: `${base}-input`, text: `${base}-text`, notes: `${base}-notes` }
}

/** Moves the focus to what changes a field, or to its value where it stands as text; false when it is not on the screen. */
export function focusField(form: Pick<RecordForm, 'id'>, name: string): boolean {
  const cell = document.getElementById(idsOf(form, name).cell)
  const focusable = 'input:not([type="hidden"], :disabled), textarea, select, button, [tabindex="0"]'
  const target = cell?.querySelector<HTMLElement>(`[data-control] :is(${focusable})`)
  if (!cell || !target) return false
  target.focus({ preventScroll: true })
  cell.scrollIntoView?.({ block: 'nearest' })
  return document.activeElement === target
}
