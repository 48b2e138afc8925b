import { SwapOutlined } from '@ant-design/icons'
import type { FieldMeta } from '@ficha/api/contract'
import { Button } from 'antd'
import { useId } from 'react'
import { useSearchParams } from 'react-router'
import { kinds } from '../../kinds/index.ts'
import { idOf } from '../../kinds/references.ts'
import { useAccess } from '../../providers/access.ts'
import { useWords } from '../../providers/i18n.ts'
import { useMetadata } from '../../providers/metadata.tsx'
import { Crumbs } from '../../record/page/RecordHeader.tsx'
import { isId } from '../../record/page/row.ts'
import { NotAllowed } from '../../record/states/NotAllowed.tsx'
import styles from './Compare.module.css'
import { Comparison } from './Comparison.tsx'

const sides = ['left', 'right'] as const

/** `/permission-groups/compare?left=&right=`: what two groups do not treat alike, in words. */
export function ComparePage() {
  const words = useWords()
  const [search, setSearch] = useSearchParams()
  const { can } = useAccess()
  const resource = useMetadata().resources.find(({ name }) => name === 'permissionGroup')
  if (!resource || !can('read', resource.name, undefined, 'rules')) return <NotAllowed />
  const [left, right] = sides.map((side) => idIn(search.get(side)))

  function change(next: { left?: number; right?: number }) {
    const chosen = { left, right, ...next }
    const entries = sides.flatMap((side) => (chosen[side] === undefined ? [] : [[side, String(chosen[side])]]))
    setSearch(Object.fromEntries(entries), { replace: true })
  }

  return (
    <div className={styles.page}>
      <Crumbs resource={resource} />
      <h1 className={styles.title}>{words('permission.compare')}</h1>
      <div className={styles.choice}>
        <GroupChoice label={words('permission.compare.left')} value={left} onChange={(id) => change({ left: id })} />
        <Button
          icon={<SwapOutlined aria-hidden />}
          aria-label={words('permission.compare.swap')}
          title={words('permission.compare.swap')}
          onClick={() => change({ left: right, right: left })}
        />
        <GroupChoice label={words('permission.compare.right')} value={right} onChange={(id) => change({ right: id })} />
      </div>
      {left !== undefined && right !== undefined ? (
        <Comparison key={`${left} ${right}`} left={left} right={right} />
      ) : (
        <p className={styles.hint}>{words('permission.compare.choose')}</p>
      )}
    </div>
  )
}

/** An id of the address, or nothing where it cannot be one. */
function idIn(text: string | null): number | undefined {
  return text !== null && isId(text) ? Number(text) : undefined
}

interface GroupChoiceProps {
  label: string
  value: number | undefined
  onChange: (id: number | undefined) => void
}

function GroupChoice({ label, value, onChange }: GroupChoiceProps) {
  const id = useId()
  const { Input } = kinds.belongsTo
  const field: FieldMeta = {
    name: 'group',
    kind: 'belongsTo',
    label,
    operators: [],
    format: { resource: 'permissionGroup' },
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {Input && (
        <Input id={id} field={field} value={value ?? null} onChange={(next) => onChange(idOf(next) ?? undefined)} />
      )}
    </div>
  )
}
