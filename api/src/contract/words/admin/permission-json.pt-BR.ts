/** Rules written as JSON, pt-BR. The keys here are the truth; the English file must have the same. */
export const permissionJsonPtBR = {
  'permission.json.syntax': 'Isto não é JSON. Confira chaves, aspas e vírgulas.',
  'permission.json.object': 'Uma regra é um objeto: { … }.',
  'permission.json.unknown': 'Uma regra não tem “{key}”.',
  'permission.json.names': '“{key}” é uma lista com ao menos um nome.',
  'permission.json.namesOrNull': '“{key}” é uma lista com ao menos um nome, ou null para todos.',
  'permission.json.text': '“{key}” é um texto.',
  'permission.json.boolean': '“{key}” é true ou false.',
  'permission.json.condition': '“{key}” é um objeto, como { "status": "active" }.',
  'permission.json': 'JSON da regra',
  'permission.json.show': 'Mostrar JSON',
  'permission.json.hide': 'Esconder JSON',
  'permission.json.alone':
    'O texto ao lado ainda não é uma regra. Enquanto isso, os controles esperam e nada se perde.',
  'permission.json.giveUp': 'Voltar ao que era',
  'kind.rules.unreadable': 'O JSON da regra {number} não pode ser lido. Corrija-o ou volte ao que era.',
  'kind.rules.noFields': 'A regra {number} não tem nenhum campo marcado. Marque ao menos um, ou todos.',
} as const
