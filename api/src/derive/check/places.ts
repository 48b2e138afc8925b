import type { Resource } from '../../define/resource.ts'
import { fieldOf } from '../columns.ts'
import { type Check, type Finding, has, odd, wrong } from './finding.ts'
import { isReadable, readableNames } from './references.ts'

/** Lists of field names, by where they stand. */
function listsOf({
  name,
  facts,
  list,
  tabs,
  indexes,
}: Resource): { place: string; names: readonly string[]; writable?: true; elsewhere?: true }[] {
  return [
    { place: `${name}.facts`, names: facts },
    { place: `${name}.list.columns`, names: list.columns },
    { place: `${name}.list.filters`, names: list.filters },
    { place: `${name}.list.search`, names: list.search },
    ...indexes.map((names, at) => ({ place: `${name}.indexes[${at}]`, names })),
    ...tabs.flatMap((tab, at) => [
      ...(tab.sections
        ? [
            {
              place: `${name}.tabs[${at}].sections`,
              names: tab.sections.flatMap(({ fields }) => fields),
              writable: true as const,
            },
          ]
        : []),
      ...(tab.component !== undefined && tab.fields
        ? [{ place: `${name}.tabs[${at}].fields`, names: tab.fields, writable: true as const }]
        : []),
      ...(tab.related !== undefined && tab.columns
        ? [{ place: `${name}.tabs[${at}].columns`, names: tab.columns, elsewhere: true as const }]
        : []),
    ]),
  ]
}

/** F201: nothing stands twice in one list, or in the sections of one tab. */
const duplicates: Check = (resource) =>
  listsOf(resource).flatMap(({ place, names }) =>
    [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map((name) =>
      wrong('F201', place, `"${name}" stands there twice.`, 'Keep one of the two.'),
    ),
  )

/** F202: what is listed is there, and can be shown; sections also take what is only written. */
const unknown: Check = (resource) =>
  listsOf(resource)
    .filter(({ elsewhere, place }) => !elsewhere && !place.includes('.indexes['))
    .flatMap(({ place, names, writable }) =>
      names
        .filter((name) => (writable ? fieldOf(resource, name) === undefined : !isReadable(fieldOf(resource, name))))
        .map((name) => wrong('F202', place, `there is no field "${name}" to show.`, has(readableNames(resource)))),
    )

/** F203: a filter needs an operator. */
const filters: Check = (resource) =>
  resource.list.filters
    .filter((name) => isReadable(fieldOf(resource, name)) && fieldOf(resource, name)?.operators.length === 0)
    .map((name) =>
      wrong(
        'F203',
        `${resource.name}.list.filters`,
        `"${name}" cannot be filtered.`,
        has(readableNames(resource).filter((other) => fieldOf(resource, other)?.operators.length)),
      ),
    )

/** F204: the search box looks into texts. */
const searched: Check = ({ name: resource, list, fields }) =>
  list.search
    .filter((name) => isReadable(fields[name]) && !fields[name]?.search)
    .map((name) =>
      wrong(
        'F204',
        `${resource}.list.search`,
        `"${name}" cannot be searched.`,
        has(Object.keys(fields).filter((other) => fields[other]?.search)),
      ),
    )

/** F206: tabs have names of their own, and show relations that are there. */
const tabs: Check = ({ name: resource, tabs: all, relations }) =>
  all.flatMap(({ title, related }, at): Finding[] => {
    const place = `${resource}.tabs[${at}]`
    const isTwice = all.findIndex((other) => other.title === title) !== at
    return [
      ...(isTwice
        ? [wrong('F206', `${place}.title`, `"${title}" is the title of another tab.`, 'Name it by what it holds.')]
        : []),
      ...(related !== undefined && !Object.hasOwn(relations, related)
        ? [wrong('F206', `${place}.related`, `"${related}" is not a relation.`, has(Object.keys(relations)))]
        : []),
    ]
  })

/** F207: a field that stands in no section is never seen on the record's page; a computed title is what the page is called. */
const homeless: Check = ({ name: resource, title, fields, tabs: all }) => {
  const shown = new Set(
    all.flatMap((tab) =>
      tab.component === undefined ? (tab.sections?.flatMap((section) => section.fields) ?? []) : (tab.fields ?? []),
    ),
  )
  return Object.keys(fields)
    .filter((name) => !shown.has(name) && !(name === title && fields[name]?.kind === 'virtual'))
    .map((name) =>
      odd(
        'F207',
        `${resource}.fields.${name}`,
        'stands in no section of a tab.',
        'Add it to one, or people cannot see it on the page.',
      ),
    )
}

/** The checks of this file. */
export const placeChecks: readonly Check[] = [duplicates, unknown, filters, searched, tabs, homeless]
