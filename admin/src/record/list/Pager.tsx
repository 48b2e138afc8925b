import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import hidden from '../../providers/hidden.module.css'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { type ListState, pageSizes } from './listState.ts'
import styles from './Pager.module.css'
import { type Place, pageNumbers, type Total } from './pages.ts'
import { countText, totalText } from './totalText.ts'

interface PagerProps {
  state: ListState
  place: Place
  total: Total
  onGo: (next: Partial<ListState>) => void
}

/** Where one is in the list and the ways on: by number as deep as numbers go, then only forth and back. */
export function Pager({ state, place, total, onGo }: PagerProps) {
  const words = useWords()
  const [language] = useLanguage()
  const { page, pageSize } = state
  const [from, to] = [countText(place.from, language), countText(place.to, language)]
  const span = place.deep
    ? words('list.pages.deep', { from, to })
    : words('list.pages.span', { from, to, total: totalText(total, words, language) })
  return (
    <nav className={styles.pager} aria-label={words('list.pages')}>
      <span className={styles.span}>{place.to > 0 && span}</span>
      <label className={styles.size}>
        <span className={hidden.hidden}>{words('list.pages.size')}</span>
        <select value={pageSize} onChange={(event) => onGo({ page: 1, pageSize: Number(event.target.value) })}>
          {pageSizes.map((count) => (
            <option key={count} value={count}>
              {words('list.pages.size.option', { count })}
            </option>
          ))}
        </select>
      </label>
      {(place.previous || place.next) && (
        <span className={styles.steps}>
          <Step label={words('list.pages.previous')} to={place.previous} onGo={onGo}>
            <LeftOutlined aria-hidden />
          </Step>
          {!place.deep && <Numbers page={page} pageCount={place.pageCount} onGo={(number) => onGo({ page: number })} />}
          <Step label={words('list.pages.next')} to={place.next} onGo={onGo}>
            <RightOutlined aria-hidden />
          </Step>
        </span>
      )}
    </nav>
  )
}

interface StepProps {
  label: string
  to?: Partial<ListState>
  onGo: (next: Partial<ListState>) => void
  children: ReactNode
}

/** Stays focusable at the ends of the list, so that who pages by keyboard does not lose their place. */
function Step({ label, to, onGo, children }: StepProps) {
  return (
    <button type="button" className={styles.page} aria-label={label} aria-disabled={!to} onClick={() => to && onGo(to)}>
      {children}
    </button>
  )
}

interface NumbersProps {
  page: number
  pageCount: number
  onGo: (page: number) => void
}

function Numbers({ page, pageCount, onGo }: NumbersProps) {
  const words = useWords()
  return pageNumbers(page, pageCount).map((number) =>
    number < 0 ? (
      <span key={number} className={styles.gap} aria-hidden>
        …
      </span>
    ) : (
      <button
        key={number}
        type="button"
        className={styles.page}
        data-number
        aria-label={words('list.pages.number', { page: number })}
        aria-current={number === page ? 'page' : undefined}
        onClick={() => onGo(number)}
      >
        {number}
      </button>
    ),
  )
}
