import { Conflict } from '../../contract/errors.ts'
import type { Reader } from '../../store/sql/text.ts'

/**
 * At least one account that can be signed in to must be in the system group without an end, or nobody could ever change a right
 * again.
 * @throws Conflict
 */
export async function demandAdministrator(reader: Reader): Promise<void> {
  const found = await reader.read(administratorsSql)
  if (found.length === 0) throw new Conflict({ key: 'conflict.lastAdministrator' })
}

const administratorsSql = `
  SELECT u.id
  FROM users u
  JOIN user_permission_groups m ON m.user_id = u.id AND m.expires_at IS NULL
  JOIN permission_groups g ON g.id = m.group_id AND g."system" AND g.active
  WHERE u.active AND u.password IS NOT NULL
  LIMIT 1`
