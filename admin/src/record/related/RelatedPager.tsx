import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { writeNumber } from '../../kinds/numbers.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import type { Total } from '../list/pages.ts'
import { totalText } from '../list/totalText.ts'
import styles from './Related.module.css'
import { relatedPageSize, type useRelated } from './useRelated.ts'

interface RelatedPagerProps {
  label: string
  total: Total
  table: Pick<ReturnType<typeof useRelated>, 'page' | 'last' | 'go'>
  busy: boolean
}

/** Forth and back in a related list; nothing where one page holds it all. Stays focusable at the ends. */
export function RelatedPager({ label, total, table: { page, last, go }, busy }: RelatedPagerProps) {
  const words = useWords()
  const [language] = useLanguage()
  if (last === 1) return null
  const step = (to: number) => ({
    size: 'small' as const,
    'aria-disabled': busy || to < 1 || to > last,
    onClick: () => !busy && to >= 1 && to <= last && go(to),
  })
  const span = {
    from: writeNumber((page - 1) * relatedPageSize + 1, language),
    to: writeNumber(Math.min(page * relatedPageSize, total.count), language),
    total: totalText(total, words, language),
  }
  return (
    <nav className={styles.pager} aria-label={words('record.related.pages', { label })}>
      <span>{words('list.pages.span', span)}</span>
      <Button {...step(page - 1)} icon={<LeftOutlined aria-hidden />} aria-label={words('list.pages.previous')} />
      <Button {...step(page + 1)} icon={<RightOutlined aria-hidden />} aria-label={words('list.pages.next')} />
    </nav>
  )
}
