/** The dialog of an action, pt-BR. The keys here are the truth; the English file must have the same. */
export const actionsPtBR = {
  'action.on.one': 'Em “{title}”.',
  'action.on.many': 'Em {count} registros.',
  'action.ask': 'Executar “{label}”?',
  'action.shown.once': 'Isto aparece só agora. Copie antes de fechar.',
  'action.shown.copy': 'Copiar',
  'action.shown.copyNamed': 'Copiar: {label}',
  'action.shown.copied': 'Copiado.',
  'action.shown.copyFailed': 'O navegador não deixou copiar. O texto está selecionado: copie com Ctrl+C.',
  'action.shown.close': 'Fechar',
  'action.failed': 'Não foi executado',
  'action.stale': 'O registro mudou depois que você o abriu. Confira e confirme de novo.',
  'action.staleMany': '“{title}” mudou depois que a lista foi carregada. Confira e confirme de novo.',
} as const
