import type { revealPtBR } from './reveal.pt-BR.ts'

/** Masked values shown whole for a while, English. */
export const revealEn = {
  'reveal.open': 'Reveal',
  'reveal.title': 'Reveal {label}',
  'reveal.reason': 'What do you need this for?',
  'reveal.hint': 'The reason stays in the history of the record, with your name.',
  'reveal.kept': 'It stays in the history that you saw this.',
  'reveal.left': 'Leaves the screen in {seconds} s.',
  'reveal.close': 'Hide',
} as const satisfies Record<keyof typeof revealPtBR, string>
