/** The tests of a group, pt-BR. The keys here are the truth; the English file must have the same. */
export const permissionTestsPtBR = {
  'permission.tests': 'Testes do grupo',
  'permission.tests.lead':
    'O que precisa continuar verdade. Os testes rodam a cada alteração, e um que não passa impede de salvar.',
  'permission.tests.none': 'Nenhum teste ainda',
  'permission.tests.begin': 'Um bom começo: o que ninguém deste grupo pode ver ou alterar.',
  'permission.tests.add': 'Adicionar teste',
  'permission.tests.passed': '{count} de {total} passam.',
  'permission.test.remove': 'Excluir o teste {number}',
  'permission.test.passed': 'Passa',
  'permission.test.failed': 'Não passa',
  'permission.test.unknown': 'Ainda não rodou',
  'permission.test.expects': 'O que se espera',
  'permission.test.expects.can': 'Pode',
  'permission.test.expects.cannot': 'Não pode',
  'permission.test.action': 'Ação',
  'permission.test.fieldLabel': 'Campo',
  'permission.test.anyField': 'O registro',
  'permission.test.brand': 'Marca da pessoa',
  'permission.test.when': 'Quando o registro for assim',
} as const
