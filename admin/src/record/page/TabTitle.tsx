import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons'
import type { TabMeta } from '@ficha/api/contract'
import type { ReactNode } from 'react'
import { unseen } from '../../kinds/Blank.tsx'
import { useWords } from '../../providers/i18n.ts'
import { namesIn } from './fields.ts'
import { useForm } from './form.ts'
import styles from './Tabs.module.css'

/** The title of a tab, and whether something in it is wrong, odd or not saved. */
export function TabTitle({ tab }: { tab: TabMeta }) {
  const words = useWords()
  const form = useForm()
  const fields = namesIn(tab)
  const wrong = fields.filter((name) => form.errors[name]).length
  const isOdd = fields.some((name) => form.warnings[name])
  const isChanged = fields.some((name) => name in form.changes)
  if (wrong > 0) {
    const told = wrong === 1 ? words('record.tab.errors.one') : words('record.tab.errors.many', { count: wrong })
    return (
      <Marked title={tab.title} mark={<ExclamationCircleFilled aria-hidden className={styles.wrong} />} told={told} />
    )
  }
  if (isOdd) {
    const mark = <WarningFilled aria-hidden className={styles.odd} />
    return <Marked title={tab.title} mark={mark} told={words('record.tab.warnings')} />
  }
  if (!isChanged) return tab.title
  return (
    <Marked
      title={tab.title}
      mark={<span aria-hidden className={styles.changed} />}
      told={words('record.tab.changes')}
    />
  )
}

function Marked({ title, mark, told }: { title: string; mark: ReactNode; told: string }) {
  return (
    <>
      {title} {mark}
      <span style={unseen}> ({told})</span>
    </>
  )
}
