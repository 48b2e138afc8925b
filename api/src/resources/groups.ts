import type { GroupSeed } from '../contract/permissions.ts'

const own = { $under: `\${user.brand}` }
const ownBrands = { id: own }
const belowOwnBrand = { parent: own }
const ownCustomers = { brand: own }
const ownContacts = { customer: ownCustomers }

const ownTree = 'Cada um trabalha na própria marca e nas submarcas.'

const everyAction = ['read', 'create', 'update', 'delete']

/** Of a customer, what anybody needs who talks to them: no documents. */
const customerContactFields = [
  'brand',
  'personType',
  'name',
  'tradeName',
  'email',
  'birthDate',
  'gender',
  'maritalStatus',
  'occupation',
  'mobilePhone',
  'landlinePhone',
  'postalCode',
  'street',
  'number',
  'complement',
  'district',
  'city',
  'state',
  'landmark',
  'notes',
]

const customerStateFields = ['status', 'paymentStatus', 'statusReason', 'platformAccess', 'externalReference']

/** The groups that a tracking company begins with; each may be changed, and none comes back when it was deleted. */
export const groups: readonly GroupSeed[] = [
  {
    name: 'Gerente',
    description: 'Cuida de tudo da própria marca e das submarcas, menos de usuários e grupos.',
    audience: 'staff',
    rules: [
      { actions: everyAction, subject: 'customer', conditions: ownCustomers, reason: ownTree },
      { actions: everyAction, subject: 'contact', conditions: ownContacts, reason: ownTree },
      { actions: ['read', 'update'], subject: 'brand', conditions: ownBrands, reason: ownTree },
      { actions: ['create'], subject: 'brand', conditions: belowOwnBrand, reason: ownTree },
      {
        actions: ['update'],
        subject: 'brand',
        fields: ['parent'],
        inverted: true,
        reason: 'Mudar uma marca de lugar muda o que outros veem: fale com o administrador.',
      },
    ],
    tests: [
      { can: false, action: 'read', subject: 'user' },
      { can: false, action: 'update', subject: 'permissionGroup' },
      { can: false, action: 'read', subject: 'customer', brand: null },
      { can: false, action: 'update', subject: 'brand', field: 'parent' },
      { can: false, action: 'delete', subject: 'brand' },
    ],
  },
  {
    name: 'Atendimento',
    description: 'Atende os clientes da própria marca: vê e altera cadastro e contatos, sem documentos e sem cartões.',
    audience: 'staff',
    rules: [
      {
        actions: ['read'],
        subject: 'customer',
        fields: [...customerContactFields, ...customerStateFields, 'createdAt', 'updatedAt'],
        conditions: ownCustomers,
        reason: ownTree,
      },
      {
        actions: ['create', 'update'],
        subject: 'customer',
        fields: [...customerContactFields],
        conditions: ownCustomers,
        reason: ownTree,
      },
      {
        actions: ['update'],
        subject: 'customer',
        inverted: true,
        conditions: { status: 'cancelled' },
        reason: 'O cadastro de um cliente cancelado só muda depois de reativado pelo gerente.',
      },
      { actions: ['read', 'create', 'update'], subject: 'contact', conditions: ownContacts, reason: ownTree },
      {
        actions: ['read'],
        subject: 'brand',
        fields: ['name', 'parent', 'supportEmail', 'supportPhone', 'active'],
        conditions: ownBrands,
        reason: ownTree,
      },
    ],
    tests: [
      { can: false, action: 'read', subject: 'customer', field: 'cpf' },
      { can: false, action: 'read', subject: 'customer', field: 'cnpj' },
      { can: false, action: 'update', subject: 'customer', field: 'email', when: { status: 'cancelled' } },
      { can: false, action: 'create', subject: 'customer', field: 'cpf' },
      { can: false, action: 'delete', subject: 'customer' },
      { can: false, action: 'update', subject: 'customer', field: 'paymentStatus' },
    ],
  },
  {
    name: 'Financeiro',
    description: 'Cuida da situação de pagamento; outros dados pessoais não aparecem.',
    audience: 'staff',
    rules: [
      {
        actions: ['read'],
        subject: 'customer',
        fields: ['brand', 'personType', 'name', 'tradeName', 'cnpj', ...customerStateFields, 'createdAt', 'updatedAt'],
        conditions: ownCustomers,
        reason: ownTree,
      },
      {
        actions: ['update'],
        subject: 'customer',
        fields: ['paymentStatus', 'statusReason'],
        conditions: ownCustomers,
        reason: ownTree,
      },
      { actions: ['read'], subject: 'brand', conditions: ownBrands, reason: ownTree },
    ],
    tests: [
      { can: false, action: 'read', subject: 'customer', field: 'cpf' },
      { can: false, action: 'read', subject: 'customer', field: 'mobilePhone' },
      { can: false, action: 'update', subject: 'customer', field: 'name' },
      { can: false, action: 'read', subject: 'contact' },
    ],
  },
  {
    name: 'Leitura',
    description: 'Vê tudo da própria marca e das submarcas, sem alterar nada.',
    audience: 'staff',
    rules: [
      { actions: ['read'], subject: 'customer', conditions: ownCustomers, reason: ownTree },
      { actions: ['read'], subject: 'contact', conditions: ownContacts, reason: ownTree },
      { actions: ['read'], subject: 'brand', conditions: ownBrands, reason: ownTree },
    ],
    tests: [
      { can: false, action: 'update', subject: 'customer' },
      { can: false, action: 'create', subject: 'contact' },
    ],
  },
  {
    name: 'Básico',
    description: 'O que todo cliente vê na plataforma: seus veículos, a posição atual e os alertas.',
    audience: 'customers',
    rules: [
      { actions: ['read'], subject: 'vehicle' },
      { actions: ['read'], subject: 'position' },
      { actions: ['read', 'acknowledge'], subject: 'alert' },
    ],
    tests: [
      { can: true, action: 'read', subject: 'position' },
      { can: false, action: 'lock', subject: 'command' },
    ],
  },
  {
    name: 'Completo',
    description: 'Tudo o que a plataforma oferece a um cliente, comandos e relatórios também.',
    audience: 'customers',
    rules: [
      { actions: ['read', 'update', 'export'], subject: 'vehicle' },
      { actions: ['read', 'history', 'share'], subject: 'position' },
      { actions: ['read', 'create', 'update', 'delete', 'acknowledge'], subject: 'alert' },
      { actions: ['read', 'lock', 'unlock', 'locate'], subject: 'command' },
      { actions: ['read', 'generate', 'schedule', 'export'], subject: 'report' },
    ],
    tests: [
      { can: true, action: 'lock', subject: 'command' },
      { can: true, action: 'generate', subject: 'report' },
    ],
  },
]
