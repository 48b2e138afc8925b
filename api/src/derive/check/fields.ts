import type { Field } from '../../define/field.ts'
import { fitsIndex } from '../indexes.ts'
import { type Check, declaredIn, has, odd, wrong } from './finding.ts'
import { isReadable } from './references.ts'

/** F107: what a virtual value is worked out from are other fields that can be read. */
const sources: Check = ({ name: resource, fields }) =>
  Object.entries(fields).flatMap(([name, { options }]) =>
    (options.from ?? [])
      .filter((from) => !isReadable(fields[from]) || fields[from]?.kind === 'virtual')
      .map((from) =>
        wrong(
          'F107',
          `${resource}.fields.${name}.from`,
          `"${from}" is not a field to read from.`,
          has(Object.keys(fields).filter((other) => isStored(fields[other]))),
        ),
      ),
  )

function isStored(field: Field | undefined): boolean {
  return isReadable(field) && field?.kind !== 'virtual'
}

/** F108: the reason of a change of state is written into a text. */
const reasons: Check = ({ name: resource, fields }) =>
  Object.entries(fields).flatMap(([name, { format }]) => {
    const reason = format.reason?.field
    const field = reason === undefined ? undefined : fields[reason]
    if (reason === undefined || (['text', 'textarea'].includes(field?.kind ?? '') && !field?.options.readOnly))
      return []
    const texts = Object.keys(fields).filter((other) => ['text', 'textarea'].includes(fields[other]?.kind ?? ''))
    return wrong(
      'F108',
      `${resource}.fields.${name}.reason`,
      `"${reason}" is not a text that people write.`,
      has(texts),
    )
  })

/** F109: a default is a value the field takes. */
const defaults: Check = (resource) =>
  declaredIn(resource).flatMap(({ field, place }) => {
    const { default: value } = field.options
    if (value === undefined || value === null) return []
    const { error } = field.input.safeParse(value)
    if (!error) return []
    const options = field.format.options?.map((option) => option.value)
    return wrong(
      'F109',
      `${place}.default`,
      `${JSON.stringify(value)} is not a value of the field.`,
      options ? has(options) : 'Write it as a client would send it.',
    )
  })

/** F110: a record is named by a text. */
const titles: Check = ({ name, title, fields }) => {
  const field = fields[title]
  const isNaming = (one: Field) => !one.options.masked && (one.kind === 'virtual' || (one.search && isReadable(one)))
  if (field && isNaming(field)) return []
  const fit = Object.keys(fields).filter((other) => fields[other]?.search && !fields[other]?.options.masked)
  return [wrong('F110', `${name}.title`, `"${title}" is not a text that names a record.`, has(fit))]
}

/** F121: a part can be shown of texts alone. */
const masks: Check = ({ name: resource, fields }) =>
  Object.entries(fields).flatMap(([name, { options, search }]) =>
    !options.masked || search
      ? []
      : wrong(
          'F121',
          `${resource}.fields.${name}.masked`,
          'is no text, of which a part could be shown.',
          'Take it away.',
        ),
  )

/** F111: what is unique, or has an index, fits into an index. */
const indexed: Check = ({ name: resource, fields, indexes }) => [
  ...Object.entries(fields).flatMap(([name, field]) => {
    const asked = field.options.unique ? 'unique' : field.options.index ? 'index' : undefined
    if (!asked || fitsIndex(field)) return []
    return wrong(
      'F111',
      `${resource}.fields.${name}.${asked}`,
      'such a value cannot stand in an index.',
      'Shorten it by maxLength (255 characters), or take the option away.',
    )
  }),
  ...indexes.flatMap((names, at) =>
    names
      .filter((name) => !fields[name] || !fitsIndex(fields[name]))
      .map((name) =>
        wrong(
          'F111',
          `${resource}.indexes[${at}]`,
          `"${name}" cannot stand in an index.`,
          has(Object.keys(fields).filter((other) => fields[other] && fitsIndex(fields[other]))),
        ),
      ),
  ),
]

/** F112: options of one field that cannot all hold. */
const contradictions: Check = (resource) =>
  declaredIn(resource).flatMap(({ field: { kind, options }, place }) => {
    if (kind === 'virtual')
      return options.required || options.unique || options.index
        ? [wrong('F112', place, 'a computed value cannot be required, unique or indexed.', 'Take the option away.')]
        : []
    return [
      ...(options.readOnly && options.createOnly
        ? [wrong('F112', place, 'is readOnly and createOnly.', 'Keep one of the two.')]
        : []),
      ...(options.readOnly && options.required && options.default === undefined && options.copiedFrom === undefined
        ? [
            odd(
              'F112',
              place,
              'is required, but nobody can write it and it has no default.',
              'Give it a default, unless a hook fills it.',
            ),
          ]
        : []),
    ]
  })

/** The checks of this file. */
export const fieldChecks: readonly Check[] = [sources, reasons, defaults, titles, masks, indexed, contradictions]
