import { preference } from '../../providers/preference.ts'

/** Whether the JSON of a rule stands beside it; kept in this browser. */
export const jsonChoice = preference<'hidden' | 'shown'>('rule-json', ['hidden', 'shown'], () => 'hidden')
