import type { historyPtBR } from './history.pt-BR.ts'

/** The history of a record, English. */
export const historyEn = {
  'history.open': 'History',
  'history.title': 'History of {title}',
  'history.entries': 'What happened, the latest first',
  'history.by': 'by {name}',
  'history.bySystem': 'by the system',
  'history.because': 'because of: {cause}',
  'history.note': 'reason: {note}',
  'history.erased': 'personal data erased',
  'history.folded.one': '{label} with 1 field',
  'history.folded.many': '{label} with {count} fields',
  'history.blank': 'empty',
  'history.becomes': 'became',
  'history.secret': 'changed',
  'history.sameText': 'content changed',
  'history.all': 'Show all',
  'history.less': 'Show less',
  'history.all.of': 'Show all of {label}',
  'history.less.of': 'Show less of {label}',
  'history.more': 'Show more · {left} left',
  'history.more.failed': 'Could not load more.',
  'history.shown': 'Showing {shown} of {total}',
  'history.empty': 'Nothing has happened to this record since there has been a history.',
  'history.outdated': 'Could not refresh the history. This is from before.',
} as const satisfies Record<keyof typeof historyPtBR, string>
