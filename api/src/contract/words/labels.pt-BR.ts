/** Labels, pt-BR, that no definition holds: the groups of the menu. */
export const labelsPtBR: Readonly<Record<string, string>> = {
  'menu.registry': 'Cadastro',
  'menu.access': 'Acesso',
}
