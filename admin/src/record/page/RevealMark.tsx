import { EyeOutlined } from '@ant-design/icons'
import type { FieldMeta } from '@ficha/api/contract'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../providers/i18n.ts'
import styles from './Field.module.css'
import { useForm } from './form.ts'

const RevealDialog = lazy(() => import('./RevealDialog.tsx').then((module) => ({ default: module.RevealDialog })))

/** At a value that is shown in part: shows it whole to whoever says why, where a rule lets them. */
export function RevealMark({ field }: { field: FieldMeta }) {
  const words = useWords()
  const { record, subject } = useForm()
  const [open, setOpen] = useState(false)
  if (!record || !subject || !record._access.fields.revealable?.includes(field.name)) return null
  if (record[field.name] === null) return null
  return (
    <>
      <Button
        type="link"
        size="small"
        icon={<EyeOutlined aria-hidden />}
        className={styles.reveal}
        aria-label={words('reveal.title', { label: field.label })}
        onClick={() => setOpen(true)}
      >
        {words('reveal.open')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <RevealDialog field={field} subject={subject} id={record.id} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
