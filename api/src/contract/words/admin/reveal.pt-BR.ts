/** Masked values shown whole for a while, pt-BR. The keys here are the truth; the English file must have the same. */
export const revealPtBR = {
  'reveal.open': 'Revelar',
  'reveal.title': 'Revelar {label}',
  'reveal.reason': 'Para que você precisa deste dado?',
  'reveal.hint': 'O motivo fica no histórico do registro, com o seu nome.',
  'reveal.kept': 'Ficou no histórico que você viu este dado.',
  'reveal.left': 'Some da tela em {seconds} s.',
  'reveal.close': 'Esconder',
} as const
