import type { PropsWithChildren, ReactNode } from 'react'
import styles from './Page.module.css'

export interface PageProps {
  title: string
  lead?: string
  /** Buttons beside the title. */
  actions?: ReactNode
}

/** A page of the panel that belongs to no resource. */
export function Page({ title, lead, actions, children }: PropsWithChildren<PageProps>) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  )
}
