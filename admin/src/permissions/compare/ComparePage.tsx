import { SwapOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useSearchParams } from 'react-router'
import { useAccess } from '../../providers/access.ts'
import { useWords } from '../../providers/i18n.ts'
import { useMetadata } from '../../providers/metadata.tsx'
import { Crumbs } from '../../record/page/RecordHeader.tsx'
import { isId } from '../../record/page/row.ts'
import { NotAllowed } from '../../record/states/NotAllowed.tsx'
import { RecordChoice } from '../RecordChoice.tsx'
import styles from './Compare.module.css'
import { Comparison } from './Comparison.tsx'

const sides = ['left', 'right'] as const

type Side = (typeof sides)[number]

/** `/permission-groups/compare?left=&right=`: what two groups do not treat alike, in words. */
export function ComparePage() {
  const words = useWords()
  const [search, setSearch] = useSearchParams()
  const { can } = useAccess()
  const resource = useMetadata().resources.find(({ name }) => name === 'permissionGroup')
  if (!resource || !can('read', resource.name, undefined, 'rules')) return <NotAllowed />
  const chosen = { left: idIn(search.get('left')), right: idIn(search.get('right')) }
  const { left, right } = chosen

  function change(next: { [side in Side]?: number }) {
    const now = { ...chosen, ...next }
    const entries = sides.flatMap((side) => (now[side] === undefined ? [] : [[side, String(now[side])]]))
    setSearch(Object.fromEntries(entries), { replace: true })
  }

  const choice = (side: Side) => (
    <RecordChoice
      label={words(`permission.compare.${side}`)}
      resource={resource.name}
      value={chosen[side] ?? null}
      onChange={(id) => change({ [side]: id ?? undefined })}
    />
  )

  return (
    <div className={styles.page}>
      <Crumbs resource={resource} />
      <h1 className={styles.title}>{words('permission.compare')}</h1>
      <div className={styles.choice}>
        {choice('left')}
        <Button
          icon={<SwapOutlined aria-hidden />}
          aria-label={words('permission.compare.swap')}
          title={words('permission.compare.swap')}
          onClick={() => change({ left: right, right: left })}
        />
        {choice('right')}
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
