import type { InputProps } from './view.ts'

/** What every control hands on to the element that takes the focus. */
export function controlProps({ field, id, autoFocus, disabled, status, ...props }: InputProps) {
  return {
    id,
    autoFocus,
    disabled,
    status,
    'aria-label': props['aria-label'] ?? (id === undefined ? field.label : undefined),
    'aria-describedby': props['aria-describedby'],
    'aria-required': field.required,
    'aria-invalid': status === 'error' || undefined,
    // What stands here is about somebody else: the browser must not offer the data of the person at the screen.
    autoComplete: 'off',
  }
}

/** Ids for `aria-describedby`; nothing when there are none. */
export function describedBy(...ids: (string | undefined | false)[]): string | undefined {
  return ids.filter(Boolean).join(' ') || undefined
}
