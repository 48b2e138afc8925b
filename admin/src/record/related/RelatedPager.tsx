import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useWords } from '../../providers/i18n.ts'
import styles from './Related.module.css'
import { relatedPageSize } from './useRelated.ts'

interface RelatedPagerProps {
  label: string
  page: number
  total: number
  onGo: (page: number) => void
  busy: boolean
}

/** Forth and back in a related list; nothing where one page holds it all. Stays focusable at the ends. */
export function RelatedPager({ label, page, total, onGo, busy }: RelatedPagerProps) {
  const words = useWords()
  const last = Math.max(1, Math.ceil(total / relatedPageSize))
  if (last === 1) return null
  const step = (to: number) => ({
    size: 'small' as const,
    'aria-disabled': busy || to < 1 || to > last,
    onClick: () => !busy && to >= 1 && to <= last && onGo(to),
  })
  const [from, to] = [(page - 1) * relatedPageSize + 1, Math.min(page * relatedPageSize, total)]
  return (
    <nav className={styles.pager} aria-label={words('record.related.pages', { label })}>
      <span>{words('list.pages.span', { from, to, total })}</span>
      <Button {...step(page - 1)} icon={<LeftOutlined aria-hidden />} aria-label={words('list.pages.previous')} />
      <Button {...step(page + 1)} icon={<RightOutlined aria-hidden />} aria-label={words('list.pages.next')} />
    </nav>
  )
}
