import type { Access } from '../../providers/access.ts'

/** Whether a person may ask about the rights of others: they see users, and the rules of groups. */
export const seesRights = ({ can }: Access): boolean =>
  can('read', 'user') && can('read', 'permissionGroup', undefined, 'rules')
