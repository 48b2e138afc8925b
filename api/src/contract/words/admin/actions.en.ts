import type { actionsPtBR } from './actions.pt-BR.ts'

/** The dialog of an action, English. */
export const actionsEn = {
  'action.on.one': 'On “{title}”.',
  'action.on.many': 'On {count} records.',
  'action.ask': 'Run “{label}”?',
  'action.shown.once': 'This is shown only now. Copy it before you close.',
  'action.shown.copy': 'Copy',
  'action.shown.copyNamed': 'Copy: {label}',
  'action.shown.copied': 'Copied.',
  'action.shown.copyFailed': 'The browser did not allow copying. The text is selected: copy it with Ctrl+C.',
  'action.shown.close': 'Close',
  'action.failed': 'Not run',
  'action.stale': 'The record changed after you opened it. Check it and confirm again.',
  'action.staleMany': '“{title}” changed after the list was loaded. Check it and confirm again.',
} as const satisfies Record<keyof typeof actionsPtBR, string>
