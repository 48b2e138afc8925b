import { writeStorage } from './preference.ts'
import { currentSession, startAfresh, subscribeSession } from './session.ts'

const personKey = 'ficha.person'

/** Keeps the tabs of this browser with one person: when one of them signs out or somebody else in, the others start afresh. */
export function followOtherTabs(): void {
  subscribeSession(() => {
    const { me } = currentSession()
    // Whose eyes one looks through is not who one is: the other tabs hear of it from the API.
    if (me && !me.viewing) writeStorage(personKey, String(me.user.id))
  })
  addEventListener('storage', ({ key, newValue }) => {
    const { me } = currentSession()
    if (key === personKey && me && newValue !== String(me.user.id)) startAfresh()
  })
}
