import { useState } from 'react'
import { messageOf } from '../providers/api.ts'
import { signOut } from '../providers/auth.ts'

/** Signs out, or says why it could not: a session that lives on is not to be hidden. */
export function useSignOut(): { leave: () => void; trouble: string | undefined } {
  const [trouble, setTrouble] = useState<string>()
  const leave = () => {
    setTrouble(undefined)
    signOut().catch((error: unknown) => setTrouble(messageOf(error)))
  }
  return { leave, trouble }
}
