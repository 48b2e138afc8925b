import { InboxOutlined } from '@ant-design/icons'
import type { PropsWithChildren, ReactNode } from 'react'
import { State } from './State.tsx'

export interface EmptyProps {
  title: string
  /** What to do about it. */
  detail?: string
  /** An empty tray when left out. */
  icon?: ReactNode
  /** It is the whole page, so that its title is the heading of the page. */
  page?: boolean
}

/** Nothing to show, which is no fault; the children are the buttons that change it. */
export function Empty({ icon = <InboxOutlined />, ...state }: PropsWithChildren<EmptyProps>) {
  return <State icon={icon} {...state} />
}
