import { type FieldMeta, type Operator, operators, type ResourceMeta } from '@ficha/api/contract'

const compared: Operator[] = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'nin', 'null', 'between']
const chosen: Operator[] = ['eq', 'ne', 'in', 'nin', 'null']
const written: Operator[] = operators.filter((operator) => operator !== 'under' && operator !== 'between')

function column(name: string, kind: FieldMeta['kind'], label: string, more: Partial<FieldMeta> = {}): FieldMeta {
  return { name, kind, label, operators: compared, sortable: true, format: {}, ...more }
}

/** A resource as the API describes it, with what a list may have to deal with. */
export const customers: ResourceMeta = {
  name: 'customer',
  path: 'customers',
  label: ['Cliente', 'Clientes'],
  icon: 'user',
  menu: { name: 'registry', label: 'Cadastro' },
  title: 'name',
  facts: [],
  fields: [
    column('name', 'text', 'Nome', { operators: written, personal: true }),
    column('cpf', 'cpf', 'CPF', { operators: written, personal: true }),
    column('city', 'text', 'Cidade', { operators: written }),
    column('status', 'status', 'Status', {
      operators: chosen,
      format: {
        options: [
          { value: 'active', label: 'Ativo', tone: 'success' },
          { value: 'blocked', label: 'Bloqueado', tone: 'warning' },
          { value: 'cancelled', label: 'Cancelado', tone: 'danger' },
        ],
      },
    }),
    column('brand', 'belongsTo', 'Marca', {
      operators: [...chosen, 'under'],
      format: { resource: 'brand', tree: true },
    }),
    column('fee', 'money', 'Mensalidade'),
    column('rate', 'decimal', 'Taxa', { format: { scale: 2 } }),
    column('active', 'boolean', 'Ativa', { operators: ['eq', 'ne', 'null'] }),
    column('notes', 'textarea', 'Observação', { operators: [], sortable: undefined }),
    column('createdAt', 'dateTime', 'Criado em', { readOnly: true }),
  ],
  list: {
    columns: ['status', 'name', 'brand', 'fee', 'createdAt'],
    filters: ['brand', 'status', 'createdAt'],
    search: true,
    sort: 'name',
  },
  tabs: [{ name: 'data', title: 'Dados', sections: [{ fields: ['name'] }] }],
  actions: [],
}

/** A resource whose records make a tree. */
export const brands: ResourceMeta = {
  name: 'brand',
  path: 'brands',
  label: ['Marca', 'Marcas'],
  icon: 'tags',
  menu: { name: 'registry', label: 'Cadastro' },
  title: 'name',
  facts: [],
  fields: [
    column('name', 'text', 'Nome', { operators: written }),
    column('parent', 'belongsTo', 'Marca superior', {
      operators: [...chosen, 'under'],
      format: { resource: 'brand', tree: true },
    }),
  ],
  list: { columns: ['name', 'parent'], filters: ['parent'], search: true, sort: 'name' },
  tabs: [{ name: 'data', title: 'Dados', sections: [{ fields: ['name', 'parent'] }] }],
  tree: 'parent',
  actions: [],
}

/** A record as the API answers it, with everything allowed unless said otherwise. */
export function aRecord(id: number, values: Record<string, unknown> = {}) {
  return {
    id,
    version: 1,
    createdAt: '2026-01-02T03:04:05.000Z',
    updatedAt: '2026-01-02T03:04:05.000Z',
    name: `Registro ${id}`,
    _access: { update: true, delete: true, actions: [], fields: { hidden: [], readonly: [] } },
    ...values,
  }
}
