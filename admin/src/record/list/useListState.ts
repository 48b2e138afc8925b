import type { ResourceMeta } from '@ficha/api/contract'
import { useCallback, useEffect, useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useSession } from '../../providers/session.ts'
import { rememberList } from './listAddress.ts'
import type { ListState, UnknownParameter } from './listState.ts'
import { readListState } from './readListState.ts'
import { writeListState } from './writeListState.ts'

/** How a change of the list enters the history: `replace` for what continues the last step, as typing does. */
export interface ChangeOptions {
  replace?: boolean
}

/** The state of a list, and the ways to another one. */
export interface ListControl {
  state: ListState
  unknown: UnknownParameter[]
  /** Goes to another state of the list. A change of what is shown begins at the first page unless it names one. */
  change: (next: Partial<ListState>, options?: ChangeOptions) => void
  forget: (unknown: UnknownParameter) => void
}

/** The state of the list: the address and its history entry are the only place it is kept. */
export function useListState(resource: ResourceMeta): ListControl {
  const { search, state: entry, pathname } = useLocation()
  const person = useSession().me?.user.id
  // What one person searched for is not for the next one who signs in at this window and goes back.
  const hidden = entry?.person === person ? entry : undefined
  const navigate = useNavigate()
  const { state, unknown } = useMemo(() => readListState({ resource, search, hidden }), [resource, search, hidden])

  const go = useCallback(
    (next: ListState, left: UnknownParameter[], { replace = false }: ChangeOptions = {}) => {
      const written = writeListState(resource, next, left)
      navigate({ pathname, search: written.search }, { replace, state: { ...written.hidden, person } })
    },
    [navigate, pathname, person, resource],
  )

  useEffect(() => rememberList(resource, { search, state: hidden }), [resource, search, hidden])

  // A pasted address may hold `q` or a personal value: it works, and leaves the address at once.
  useEffect(() => {
    const parameters = new URLSearchParams(search)
    const written = new URLSearchParams(writeListState(resource, state, unknown).search)
    if ([...parameters.keys()].some((name) => !written.has(name))) go(state, unknown, { replace: true })
  }, [go, resource, search, state, unknown])

  const change = useCallback(
    (next: Partial<ListState>, options?: ChangeOptions) =>
      go({ ...state, page: 1, trail: [], ...next }, unknown, options),
    [go, state, unknown],
  )
  const forget = useCallback(
    (gone: UnknownParameter) =>
      go(
        state,
        unknown.filter((one) => one !== gone),
      ),
    [go, state, unknown],
  )
  return { state, unknown, change, forget }
}
