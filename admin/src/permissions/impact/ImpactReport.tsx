import type { ActionImpact, Impact, RowSample } from '@ficha/api/contract'
import { writeNumber } from '../../kinds/numbers.ts'
import { useLanguage, useWords, type Words } from '../../providers/i18n.ts'
import { gains, losses, type Side } from './counts.ts'
import styles from './Impact.module.css'

/** Names beside a number: more than this many are counted. */
const namedPeople = 5

/** What a change of rules does to whom, subject by subject, in numbers and a few names. */
export function ImpactReport({ impact: { users, subjects } }: { impact: Impact }) {
  const words = useWords()
  if (subjects.length === 0) return <p className={styles.lead}>{words('permission.impact.nothing')}</p>
  return (
    <>
      <p className={styles.lead}>
        {users.length === 0
          ? words('permission.impact.nobody')
          : words('permission.impact.people', { count: users.length, names: namesOf(users, words) })}
      </p>
      {subjects.map(({ subject, label, changes }) => (
        <section key={subject} className={styles.subject}>
          <h3>{label}</h3>
          <dl>
            {changes.map((change) => (
              <div key={change.action} className={styles.change}>
                <dt>{change.label}</dt>
                <dd>
                  <Effects change={change} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

function namesOf(users: Impact['users'], words: Words): string {
  const names = users.slice(0, namedPeople).map(({ name }) => name)
  const others = users.length - names.length
  return [...names, ...(others > 0 ? [words('permission.impact.others', { count: others })] : [])].join(', ')
}

function Effects({ change }: { change: ActionImpact }) {
  const words = useWords()
  const [language] = useLanguage()
  const gained = gains(change)
  const lost = losses(change)
  const number = (value: number) => writeNumber(value, language)
  const lines = [...linesOf('+', gained), ...linesOf('−', lost)]

  function linesOf(sign: '+' | '−', { users, rows, fields }: Side) {
    const texts = [
      ...(users > 0 ? [words(peopleKey(sign, users), { count: number(users) })] : []),
      ...(rows.count > 0 ? [rowsText(rows, words, number)] : []),
      ...(fields.length > 0 ? [words('permission.impact.fields', { fields: fields.join(', ') })] : []),
    ]
    return texts.map((text) => ({ sign, text }))
  }

  return (
    <ul className={styles.effects}>
      {lines.map(({ sign, text }) => (
        <li key={sign + text} data-sign={sign}>
          <span className={styles.sign}>{sign}</span> {text}
        </li>
      ))}
    </ul>
  )
}

function peopleKey(sign: '+' | '−', count: number) {
  if (sign === '+') return count === 1 ? 'permission.impact.userGaining' : 'permission.impact.usersGaining'
  return count === 1 ? 'permission.impact.userLosing' : 'permission.impact.usersLosing'
}

function rowsText({ count, samples }: RowSample, words: Words, number: (value: number) => string): string {
  const key = count === 1 ? 'permission.impact.row' : 'permission.impact.rows'
  const text = words(key, { count: number(count) })
  const names = samples.map(({ title }) => title).join(', ')
  if (!names) return text
  return words(samples.length < count ? 'permission.impact.rowsLike' : 'permission.impact.rowsNamed', {
    rows: text,
    names,
  })
}
