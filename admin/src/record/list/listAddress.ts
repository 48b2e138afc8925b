import type { ResourceMeta } from '@ficha/api/contract'
import type { LinkProps } from 'react-router'
import { onFarewell } from '../../providers/session.ts'

type Address = Pick<LinkProps, 'to' | 'state'>

/** In memory only: what names people is part of it. */
const last = new Map<string, Address>()

onFarewell(() => last.clear())

/** Keeps how a list was left. */
export function rememberList(
  { name, path }: ResourceMeta,
  { search, state }: { search: string; state: unknown },
): void {
  last.set(name, { to: { pathname: `/${path}`, search }, state })
}

/** The way to the list of a resource as it was left, with its conditions, order and page: props of a link. */
export function listAddress({ name, path }: ResourceMeta): Address {
  return last.get(name) ?? { to: `/${path}` }
}
