import type { conflictPtBR } from './conflict.pt-BR.ts'

/** Two people changing one record, English. */
export const conflictEn = {
  'conflict.title': 'Someone else changed this record',
  'conflict.choose': 'While you were editing, these fields changed too. Choose which value stays in each.',
  'conflict.mergeable':
    'While you were editing, other fields changed. Your changes do not touch theirs: both can stay.',
  'conflict.original': 'Before',
  'conflict.theirs': 'Theirs',
  'conflict.mine': 'Mine',
  'conflict.allTheirs': 'Keep all of theirs',
  'conflict.allMine': 'Keep all of mine',
  'conflict.missing.one': '1 choice is missing.',
  'conflict.missing.many': '{count} choices are missing.',
  'conflict.alsoMine': 'Your changes that stay: {fields}.',
  'conflict.alsoTheirs': 'Their changes that stay: {fields}.',
  'conflict.save': 'Save with these choices',
  'conflict.merge': 'Merge and save',
  'conflict.adopt': 'Keep the present values',
  'conflict.back': 'Back to editing',
} as const satisfies Record<keyof typeof conflictPtBR, string>
