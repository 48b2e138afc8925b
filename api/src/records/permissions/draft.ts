import { readingOfBrand } from '../../access/group-tests.ts'
import { type RuleBook, symbolicReading } from '../../access/rules/book.ts'
import type { Reading } from '../../access/rules/parse.ts'
import { type Speech as Names, speechOf, speechOfSubjects } from '../../access/rules/validate.ts'
import type { Audience, GroupDraft } from '../../contract/permissions.ts'
import type { Group } from '../../store/groups.ts'
import type { Panel } from '../panel.ts'
import { platformOf } from '../platform.ts'

/** What rules of an audience are read against. */
export interface Language {
  readonly speech: Names
  /** With placeholders kept as they are. */
  readonly reading: Reading
  /** For somebody of a brand, or of none. */
  readonly ofBrand: (brand: number | null) => Reading
}

/** The names that rules of an audience may use, and how their conditions are read. */
export function languageOf(panel: Panel, book: RuleBook, audience: Audience): Language {
  if (audience === 'staff')
    return {
      speech: speechOf(panel.resources),
      reading: symbolicReading(book),
      ofBrand: (brand) => readingOfBrand(book, brand),
    }
  const subjects = platformOf(panel)
  return {
    speech: speechOfSubjects(panel.platform),
    reading: { ...symbolicReading(book), subjects },
    ofBrand: (brand) => ({ ...readingOfBrand(book, brand), subjects }),
  }
}

/** A draft as the group it would become. */
export function drafted(book: RuleBook, { group: id = 0, audience, brand, active, rules }: GroupDraft): Group {
  const stored = book.groups.get(id)
  return {
    id,
    name: stored?.name ?? '',
    audience: stored?.audience ?? audience ?? 'staff',
    brand: brand === undefined ? (stored?.brand ?? null) : brand,
    active: active ?? stored?.active ?? true,
    system: stored?.system ?? false,
    rules,
  }
}
