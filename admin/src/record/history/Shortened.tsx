import { Button } from 'antd'
import { type PropsWithChildren, useState } from 'react'
import { useWords } from '../../providers/i18n.ts'
import styles from './History.module.css'

/** A long value, cut to a few lines until one asks for all of it. */
export function Shortened({ label, children }: PropsWithChildren<{ label: string }>) {
  const words = useWords()
  const [whole, setWhole] = useState(false)
  return (
    <span className={styles.long}>
      <span className={whole ? undefined : styles.cut}>{children}</span>
      <Button
        type="link"
        size="small"
        className={styles.toggle}
        aria-expanded={whole}
        aria-label={words(whole ? 'history.less.of' : 'history.all.of', { label })}
        onClick={() => setWhole(!whole)}
      >
        {words(whole ? 'history.less' : 'history.all')}
      </Button>
    </span>
  )
}
