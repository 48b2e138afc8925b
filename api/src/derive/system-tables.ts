import { indexOf } from './indexes.ts'
import type { ColumnSchema, TableSchema } from './schema.ts'

const hash = { type: 'string', length: 64, nullable: false, binary: true } as const
const instant = { type: 'instant', nullable: false } as const

function reference(
  name: string,
  table: string,
  { onDelete = 'restrict' }: { onDelete?: 'restrict' | 'cascade' } = {},
): ColumnSchema {
  return { name, type: 'integer', nullable: false, references: { table, onDelete } }
}

/** Whose eyes a session looks through: it ends when they go, or it would look through its own and could write. */
function seenAs(name: string, table: string): ColumnSchema {
  return { name, type: 'integer', nullable: true, references: { table, onDelete: 'cascade' } }
}

/** Tables that no resource declares: who is signed in, and who may what. */
export const systemTables: readonly TableSchema[] = [
  {
    name: 'sessions',
    columns: [
      { name: 'id', type: 'integer', nullable: false },
      { name: 'token_hash', ...hash },
      reference('user_id', 'users', { onDelete: 'cascade' }),
      { name: 'created_at', ...instant },
      { name: 'last_seen_at', ...instant },
      { name: 'expires_at', ...instant },
      { name: 'address', type: 'string', length: 45, nullable: true },
      { name: 'agent', type: 'string', length: 255, nullable: true },
      seenAs('viewing_user_id', 'users'),
      seenAs('viewing_group_id', 'permission_groups'),
      seenAs('viewing_brand_id', 'brands'),
    ],
    indexes: [
      indexOf('sessions', ['token_hash'], { unique: true }),
      indexOf('sessions', ['user_id']),
      indexOf('sessions', ['expires_at']),
    ],
  },
  {
    name: 'one_time_links',
    columns: [
      { name: 'id', type: 'integer', nullable: false },
      { name: 'token_hash', ...hash },
      { name: 'purpose', type: 'string', length: 32, nullable: false },
      { name: 'user_id', type: 'integer', nullable: true, references: { table: 'users', onDelete: 'cascade' } },
      { name: 'issued_by', type: 'integer', nullable: true, references: { table: 'users', onDelete: 'cascade' } },
      { name: 'created_at', ...instant },
      { name: 'expires_at', ...instant },
    ],
    indexes: [indexOf('one_time_links', ['token_hash'], { unique: true }), indexOf('one_time_links', ['user_id'])],
  },
  {
    // Only used where several processes count together, on PostgreSQL; the columns are those of rate-limiter-flexible.
    name: 'sign_in_attempts',
    primaryKey: ['key'],
    columns: [
      { name: 'key', type: 'string', length: 255, nullable: false, binary: true },
      { name: 'points', type: 'integer', nullable: false, default: 0 },
      { name: 'expire', type: 'bigint', nullable: true },
    ],
    indexes: [],
  },
  {
    name: 'user_permission_groups',
    primaryKey: ['user_id', 'group_id'],
    columns: [
      reference('user_id', 'users', { onDelete: 'cascade' }),
      reference('group_id', 'permission_groups'),
      {
        name: 'granted_by',
        type: 'integer',
        nullable: true,
        references: { table: 'users', onDelete: 'set null' },
      },
      { name: 'granted_at', ...instant },
      { name: 'expires_at', type: 'instant', nullable: true },
    ],
    indexes: [indexOf('user_permission_groups', ['group_id', 'user_id'])],
  },
  {
    name: 'rbac_state',
    primaryKey: ['id'],
    columns: [
      { name: 'id', type: 'integer', nullable: false },
      { name: 'version', type: 'bigint', nullable: false },
    ],
    indexes: [],
    rows: [{ id: 1, version: 1 }],
  },
  {
    // Append only. People and groups are named by their ids alone: they may be gone.
    name: 'rbac_audit',
    columns: [
      { name: 'id', type: 'integer', nullable: false },
      { name: 'at', ...instant },
      { name: 'actor_id', type: 'integer', nullable: true },
      { name: 'kind', type: 'string', length: 40, nullable: false },
      { name: 'target_type', type: 'string', length: 40, nullable: false },
      { name: 'target_id', type: 'integer', nullable: true },
      { name: 'before', type: 'json', nullable: true },
      { name: 'after', type: 'json', nullable: true },
    ],
    indexes: [indexOf('rbac_audit', ['target_type', 'target_id'])],
  },
  {
    // What is known of each file; its content lies in the file store. Only a claimed one, of which no end is known, is of a record.
    name: 'stored_files',
    primaryKey: ['key'],
    columns: [
      { name: 'key', type: 'string', length: 24, nullable: false, binary: true },
      { name: 'stored_as', type: 'string', length: 32, nullable: false, binary: true },
      { name: 'resource', type: 'string', length: 64, nullable: false, binary: true },
      { name: 'field', type: 'string', length: 64, nullable: false, binary: true },
      { name: 'user_id', type: 'integer', nullable: false },
      { name: 'name', type: 'string', length: 200, nullable: false },
      { name: 'type', type: 'string', length: 40, nullable: false },
      { name: 'size', type: 'integer', nullable: true },
      { name: 'sha256', ...hash, nullable: true },
      { name: 'created_at', ...instant },
      { name: 'expires_at', type: 'instant', nullable: true },
    ],
    indexes: [indexOf('stored_files', ['expires_at'])],
  },
  {
    // Append only. The record may be gone, and the person.
    name: 'history',
    columns: [
      { name: 'id', type: 'integer', nullable: false },
      { name: 'at', ...instant },
      { name: 'actor_id', type: 'integer', nullable: true },
      { name: 'resource', type: 'string', length: 64, nullable: false },
      { name: 'record_id', type: 'integer', nullable: false },
      { name: 'action', type: 'string', length: 64, nullable: false },
      { name: 'cause', type: 'string', length: 130, nullable: true },
      { name: 'version', type: 'integer', nullable: false },
      { name: 'changes', type: 'json', nullable: false },
      { name: 'sealed', type: 'text', nullable: true },
      // Whose key seals it: `customer` and an id.
      { name: 'keeper_resource', type: 'string', length: 64, nullable: true },
      { name: 'keeper_id', type: 'integer', nullable: true },
    ],
    indexes: [indexOf('history', ['resource', 'record_id', 'id'])],
  },
  {
    // What personal values in the history are sealed with, itself wrapped. Destroyed with what it belongs to.
    name: 'record_keys',
    primaryKey: ['resource', 'record_id'],
    columns: [
      { name: 'resource', type: 'string', length: 64, nullable: false },
      { name: 'record_id', type: 'integer', nullable: false },
      { name: 'wrapped', type: 'string', length: 255, nullable: false, binary: true },
    ],
    indexes: [],
  },
]

/** Rows that tables of resources begin with. */
export const firstRows: Readonly<Record<string, NonNullable<TableSchema['rows']>>> = {
  permission_groups: [
    {
      name: 'Administrador',
      name_search: 'administrador',
      description: 'Pode tudo. Não pode ser alterado nem excluído.',
      audience: 'staff',
      active: true,
      system: true,
      version: 1,
    },
  ],
}
