import type { WriteScope } from '../store/types.ts'
import { forgetRights } from './rights/in-transaction.ts'

const raised = new WeakSet<WriteScope>()

/**
 * Says that what decides who may do what is about to change. The row is the lock of all such changes: the second waits here
 * until the first is done, and sees what it did.
 */
export async function raiseRightsVersion(scope: WriteScope): Promise<void> {
  forgetRights(scope)
  if (raised.has(scope)) return
  raised.add(scope)
  await scope.run('UPDATE rbac_state SET version = version + 1 WHERE id = 1')
  scope.changed('rbac_state')
}
