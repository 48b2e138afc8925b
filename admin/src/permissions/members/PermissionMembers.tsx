import type { Member } from '@ficha/api/contract'
import { useState } from 'react'
import type { CustomPartProps } from '../../custom/index.ts'
import { useAccess } from '../../providers/access.ts'
import { useWords } from '../../providers/i18n.ts'
import { Empty } from '../../record/states/Empty.tsx'
import { Failed } from '../../record/states/Failed.tsx'
import { PartSkeleton } from '../PartSkeleton.tsx'
import { useGroup } from '../useGroup.ts'
import { AddMember } from './AddMember.tsx'
import { EndDialog } from './EndDialog.tsx'
import { MemberRow } from './MemberRow.tsx'
import styles from './Members.module.css'
import { RemoveDialog } from './RemoveDialog.tsx'
import { useMembers } from './useMembers.ts'

/** The tab “Membros” of a permission group: who is in it, since when, until when, and by whom. */
export function PermissionMembers(props: CustomPartProps) {
  const words = useWords()
  const { id, name, audience } = useGroup(props)
  const canAssign = useCanAssign(props)
  if (audience === 'customers') {
    return <Empty title={words('permission.members.customers')} detail={words('permission.members.customers.detail')} />
  }
  return <Members id={id} name={name} canAssign={canAssign} />
}

function useCanAssign({ resource }: CustomPartProps): boolean {
  const { can } = useAccess()
  return can('assign', resource.name) && can('update', 'user', undefined, 'groups')
}

interface MembersProps {
  id: number
  name: string
  canAssign: boolean
}

function Members({ id, name, canAssign }: MembersProps) {
  const words = useWords()
  const { members, error, retry, put, remove } = useMembers(id)
  const [ending, setEnding] = useState<Member>()
  const [removing, setRemoving] = useState<Member>()
  if (!members) return error ? <Failed error={error} retry={retry} /> : <PartSkeleton />
  return (
    <div className={styles.part}>
      {canAssign && <AddMember members={members} put={put} />}
      {members.length === 0 && <Empty title={words('permission.members.none')} />}
      {members.length > 0 && (
        <ul className={styles.list} aria-label={words('permission.members')}>
          {members.map((member) => (
            <MemberRow
              key={member.user.id}
              member={member}
              onEnd={canAssign ? () => setEnding(member) : undefined}
              onRemove={canAssign ? () => setRemoving(member) : undefined}
            />
          ))}
        </ul>
      )}
      {ending && <EndDialog member={ending} put={put} onClose={() => setEnding(undefined)} />}
      {removing && (
        <RemoveDialog member={removing} group={name} remove={remove} onClose={() => setRemoving(undefined)} />
      )}
    </div>
  )
}
