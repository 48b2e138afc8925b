import type { FieldMeta, ResourceMeta, Rule, SubjectVocabulary, Vocabulary } from '@ficha/api/contract'

function field(name: string, kind: FieldMeta['kind'], label: string, more: Partial<FieldMeta> = {}): FieldMeta {
  return { name, kind, label, operators: ['eq'], format: {}, ...more }
}

const standard = [
  { name: 'read', label: 'Ver' },
  { name: 'create', label: 'Criar' },
  { name: 'update', label: 'Alterar' },
  { name: 'delete', label: 'Excluir' },
]

const brandReference: FieldMeta['format'] = { resource: 'brand', tree: true }

const customer: SubjectVocabulary = {
  name: 'customer',
  icon: 'user',
  label: ['Cliente', 'Clientes'],
  actions: [...standard, { name: 'migrate', label: 'Migrar cliente' }],
  fields: [
    field('name', 'text', 'Nome'),
    field('email', 'email', 'E-mail'),
    field('cpf', 'cpf', 'CPF'),
    field('brand', 'belongsTo', 'Marca', { format: brandReference }),
    field('seller', 'belongsTo', 'Vendedor', { format: { resource: 'user' } }),
    field('status', 'status', 'Status', {
      default: 'active',
      format: {
        options: [
          { value: 'active', label: 'Ativo', tone: 'success' },
          { value: 'blocked', label: 'Bloqueado', tone: 'warning' },
          { value: 'cancelled', label: 'Cancelado', tone: 'danger' },
        ],
        transitions: { active: ['blocked'] },
      },
    }),
    field('age', 'integer', 'Idade'),
    field('vip', 'boolean', 'VIP'),
    field('birthDate', 'date', 'Nascimento'),
    field('createdAt', 'dateTime', 'Criado em'),
  ],
  relations: [
    { name: 'brand', label: 'Marca', subject: 'brand', many: false },
    { name: 'contacts', label: 'Contatos', subject: 'contact', many: true },
  ],
}

const brand: SubjectVocabulary = {
  name: 'brand',
  icon: 'tags',
  label: ['Marca', 'Marcas'],
  actions: standard,
  fields: [
    field('name', 'text', 'Nome'),
    field('parent', 'belongsTo', 'Marca superior', { format: brandReference }),
    field('active', 'boolean', 'Ativa'),
  ],
  relations: [{ name: 'parent', label: 'Marca superior', subject: 'brand', many: false }],
}

const contact: SubjectVocabulary = {
  name: 'contact',
  icon: 'contacts',
  label: ['Contato', 'Contatos'],
  actions: standard.slice(0, 3),
  fields: [
    field('name', 'text', 'Nome'),
    field('customer', 'belongsTo', 'Cliente', { format: { resource: 'customer' } }),
    field('relationship', 'select', 'Relação', {
      format: {
        options: [
          { value: 'billing', label: 'Financeiro' },
          { value: 'friend', label: 'Amigo' },
        ],
      },
    }),
  ],
  relations: [{ name: 'customer', label: 'Cliente', subject: 'customer', many: false }],
}

/** What rules of the staff may speak of, as the API answers it. */
export const vocabulary: Vocabulary = {
  subjects: [customer, contact, brand],
  placeholders: [
    { token: `\${user.id}`, label: 'A própria pessoa', type: 'id' },
    { token: `\${user.brand}`, label: 'Marca da pessoa', type: 'brand' },
    { token: `\${user.email}`, label: 'E-mail da pessoa', type: 'text' },
    { token: `\${now}`, label: 'Agora', type: 'instant' },
  ],
}

/** The resource of permission groups, as far as their editor needs it. */
export const permissionGroups: ResourceMeta = {
  name: 'permissionGroup',
  path: 'permission-groups',
  label: ['Grupo de permissões', 'Grupos de permissões'],
  icon: 'shield',
  menu: { name: 'access', label: 'Acesso' },
  title: 'name',
  facts: ['audience', 'active'],
  fields: [
    field('name', 'text', 'Nome', { required: true }),
    field('audience', 'select', 'Para quem', {
      createOnly: true,
      format: {
        options: [
          { value: 'staff', label: 'Equipe' },
          { value: 'customers', label: 'Clientes' },
        ],
      },
    }),
    field('brand', 'belongsTo', 'Marca', { format: brandReference }),
    field('active', 'boolean', 'Ativo', { required: true }),
    field('rules', 'permissionRules', 'Regras'),
    field('tests', 'json', 'Testes'),
  ],
  list: { columns: ['name'], filters: [], search: true, sort: 'name' },
  tabs: [
    { name: 'regras', title: 'Regras', component: 'PermissionMatrix', fields: ['rules'] },
    { name: 'membros', title: 'Membros', component: 'PermissionMembers' },
    { name: 'testes', title: 'Testes', component: 'PermissionTests', fields: ['tests'] },
    { name: 'grupo', title: 'Grupo', sections: [{ fields: ['name', 'audience', 'brand', 'active'] }] },
  ],
  actions: [],
}

/** A rule as the API answers it. */
export function aRule(id: number, rule: Partial<Rule> = {}): Rule {
  return {
    id: `r_${id}`,
    actions: ['read'],
    subject: 'customer',
    fields: null,
    conditions: null,
    check: null,
    inverted: false,
    reason: null,
    status: 'ok',
    ...rule,
  }
}

/** A group as the API answers it. */
export function aGroup(values: Record<string, unknown> = {}) {
  return {
    id: 5,
    version: 2,
    createdAt: '2026-01-02T03:04:05.000Z',
    updatedAt: '2026-01-02T03:04:05.000Z',
    name: 'Atendimento',
    audience: 'staff',
    brand: null,
    active: true,
    rules: [
      aRule(1, { conditions: { brand: { $under: '${user.brand}' } } }),
      aRule(2, { actions: ['update'], fields: ['name', 'email'] }),
      aRule(3, { actions: ['update'], inverted: true, conditions: { status: 'cancelled' }, reason: 'Reative antes.' }),
    ],
    tests: [],
    _access: { update: true, delete: true, actions: ['assign'], fields: { hidden: [], readonly: [] } },
    ...values,
  }
}
