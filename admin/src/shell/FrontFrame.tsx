import type { PropsWithChildren, ReactNode } from 'react'
import { useLanguage, useWords } from '../providers/i18n.ts'
import { Choice } from './Choice.tsx'
import styles from './FrontFrame.module.css'
import { Mark } from './Mark.tsx'
import { useTitle } from './useTitle.ts'

export interface FrontFrameProps {
  title: string
  lead?: ReactNode
}

/** The page of those who are not inside yet: the sign of the house, one card, and the choice of language. */
export function FrontFrame({ title, lead, children }: PropsWithChildren<FrontFrameProps>) {
  const say = useWords()
  const [language, setLanguage] = useLanguage()
  useTitle(title)
  return (
    <div className={styles.page}>
      <header className={styles.brand}>
        <Mark size={32} />
        <span>Ficha</span>
      </header>
      <main className={styles.card}>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      <footer className={styles.footer}>
        <Choice label={say('shell.language')} value={language} choices={languageChoices} onChange={setLanguage} />
      </footer>
    </div>
  )
}

/** Each language in its own words, so that whoever landed in the wrong one finds theirs. */
export const languageChoices = [
  { value: 'pt-BR', label: 'Português' },
  { value: 'en', label: 'English' },
] as const
