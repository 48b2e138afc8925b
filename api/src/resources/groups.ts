import type { GroupSeed } from '../contract/permissions.ts'
import { groupsOfCustomers } from './groups.customers.ts'

const own = { $under: `\${user.brand}` }
const ownBrands = { id: own }
const belowOwnBrand = { parent: own }
const ownCustomers = { brand: own }
const ownContacts = { customer: ownCustomers }
/** Those of one's own customers, also where a contract is older than their brand. */
const ownContracts = { customer: ownCustomers }
/** What customers of one's own brands may be given: groups of these brands, and those that are for all. */
const customerGroups = { audience: 'customers', $or: [{ brand: { $null: true } }, { brand: own }] }
const ownAttachments = { customer: ownCustomers }

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
  'kind',
  'country',
  'notes',
]

/** Of a contract, what it is about and how it stands: no amounts. */
const contractFields = [
  'customer',
  'brand',
  'number',
  'planName',
  'kind',
  'licensePlate',
  'trackerImei',
  'startsAt',
  'endsAt',
  'lockInMonths',
  'status',
]

const customerStateFields = ['status', 'paymentStatus', 'statusReason', 'platformAccess', 'externalReference']

/** The groups that a tracking company begins with; each may be changed, and none comes back when it was deleted. */
export const groups: readonly GroupSeed[] = [
  {
    name: 'Gerente',
    description: 'Cuida de tudo da própria marca e das submarcas, menos de usuários e grupos.',
    audience: 'staff',
    rules: [
      {
        actions: [...everyAction, 'migrate', 'reveal'],
        subject: 'customer',
        conditions: ownCustomers,
        reason: ownTree,
      },
      { actions: [...everyAction, 'reveal'], subject: 'contact', conditions: ownContacts, reason: ownTree },
      { actions: everyAction, subject: 'attachment', conditions: ownAttachments, reason: ownTree },
      { actions: everyAction, subject: 'contract', conditions: ownContracts, reason: ownTree },
      {
        actions: ['read'],
        subject: 'permissionGroup',
        fields: ['name', 'description', 'audience', 'brand', 'isDefault', 'active'],
        conditions: customerGroups,
        reason: ownTree,
      },
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
      { can: false, action: 'read', subject: 'permissionGroup', when: { audience: 'staff' } },
      { can: false, action: 'read', subject: 'permissionGroup', field: 'rules' },
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
      {
        actions: ['reveal'],
        subject: 'customer',
        fields: ['mobilePhone', 'landlinePhone'],
        conditions: ownCustomers,
        reason: ownTree,
      },
      { actions: ['read', 'create', 'update', 'reveal'], subject: 'contact', conditions: ownContacts, reason: ownTree },
      {
        actions: ['read'],
        subject: 'contract',
        fields: contractFields,
        conditions: ownContracts,
        reason: ownTree,
      },
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
      { can: false, action: 'read', subject: 'customer', field: 'rg' },
      { can: false, action: 'read', subject: 'customer', field: 'cnh' },
      { can: false, action: 'read', subject: 'customer', field: 'loginEmail' },
      { can: false, action: 'update', subject: 'customer', field: 'password' },
      { can: false, action: 'update', subject: 'customer', field: 'permissionGroup' },
      { can: false, action: 'read', subject: 'contract', field: 'monthlyAmountCents' },
      { can: false, action: 'update', subject: 'contract' },
      { can: false, action: 'update', subject: 'customer', field: 'email', when: { status: 'cancelled' } },
      { can: false, action: 'create', subject: 'customer', field: 'cpf' },
      { can: false, action: 'delete', subject: 'customer' },
      { can: false, action: 'update', subject: 'customer', field: 'paymentStatus' },
    ],
  },
  {
    name: 'Financeiro',
    description: 'Cuida da situação de pagamento e dos valores dos contratos; outros dados pessoais não aparecem.',
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
      {
        actions: ['revealWithReason'],
        subject: 'customer',
        fields: ['cnpj'],
        conditions: ownCustomers,
        reason: ownTree,
      },
      { actions: ['read'], subject: 'contract', conditions: ownContracts, reason: ownTree },
      {
        actions: ['update'],
        subject: 'contract',
        fields: ['monthlyAmountCents', 'setupAmountCents', 'installationAmountCents', 'dueDay', 'endsAt', 'status'],
        conditions: ownContracts,
        reason: ownTree,
      },
      { actions: ['read'], subject: 'brand', conditions: ownBrands, reason: ownTree },
    ],
    tests: [
      { can: false, action: 'read', subject: 'customer', field: 'cpf' },
      { can: false, action: 'read', subject: 'customer', field: 'mobilePhone' },
      { can: false, action: 'read', subject: 'customer', field: 'rg' },
      { can: false, action: 'create', subject: 'contract' },
      { can: false, action: 'update', subject: 'contract', field: 'licensePlate' },
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
      { actions: ['read'], subject: 'attachment', conditions: ownAttachments, reason: ownTree },
      { actions: ['read'], subject: 'contract', conditions: ownContracts, reason: ownTree },
      { actions: ['read'], subject: 'brand', conditions: ownBrands, reason: ownTree },
    ],
    tests: [
      { can: false, action: 'update', subject: 'customer' },
      { can: false, action: 'reveal', subject: 'customer' },
      { can: false, action: 'create', subject: 'contact' },
      { can: false, action: 'update', subject: 'contract' },
    ],
  },
  ...groupsOfCustomers,
]
