/** Two people changing one record, pt-BR. The keys here are the truth; the English file must have the same. */
export const conflictPtBR = {
  'conflict.title': 'Outra pessoa alterou este registro',
  'conflict.choose': 'Enquanto você editava, estes campos mudaram também. Escolha o valor que fica em cada um.',
  'conflict.mergeable':
    'Enquanto você editava, outros campos mudaram. As suas alterações não se misturam com as dessa pessoa: as duas podem ficar.',
  'conflict.original': 'Antes',
  'conflict.theirs': 'Da outra pessoa',
  'conflict.mine': 'Meu',
  'conflict.allTheirs': 'Ficar com todos da outra pessoa',
  'conflict.allMine': 'Ficar com todos os meus',
  'conflict.missing.one': 'Falta 1 escolha.',
  'conflict.missing.many': 'Faltam {count} escolhas.',
  'conflict.alsoMine': 'Suas alterações que ficam: {fields}.',
  'conflict.alsoTheirs': 'Alterações da outra pessoa que ficam: {fields}.',
  'conflict.save': 'Salvar com estas escolhas',
  'conflict.merge': 'Juntar e salvar',
  'conflict.adopt': 'Ficar com os valores atuais',
  'conflict.back': 'Voltar à edição',
} as const
