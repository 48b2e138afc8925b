import type { PropsWithChildren, ReactNode } from 'react'
import styles from './State.module.css'

/** What stands in the place of content that is not there: a title, what to do, and the buttons to do it. */
export interface StateProps {
  icon: ReactNode
  title: string
  detail?: string
  /** It is the whole page, so that its title is the heading of the page. */
  page?: boolean
  /** Read out at once. */
  alert?: boolean
}

export function State({ icon, title, detail, page, alert, children }: PropsWithChildren<StateProps>) {
  const Title = page ? 'h1' : 'p'
  return (
    <div className={page ? `${styles.state} ${styles.page}` : styles.state} role={alert ? 'alert' : undefined}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <Title className={styles.title}>{title}</Title>
      {detail && <p className={styles.detail}>{detail}</p>}
      <div className={styles.actions}>{children}</div>
    </div>
  )
}
