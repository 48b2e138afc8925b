import type { Resource, Resources } from '../../define/resource.ts'
import { fieldOf } from '../columns.ts'
import { fitsIndex } from '../indexes.ts'
import { type Check, has, odd, wrong } from './finding.ts'

/** F205: a list is sorted by something that has an order. F211: and quickly. */
const sorting: Check = (resource) => {
  const place = `${resource.name}.list.sort`
  const name = sortOf(resource)
  const field = fieldOf(resource, name)
  if (!field?.sortable) {
    const sortable = Object.keys(resource.fields).filter((other) => resource.fields[other]?.sortable)
    return [wrong('F205', place, `"${name}" cannot be sorted by.`, has([...sortable, 'id', 'createdAt', 'updatedAt']))]
  }
  if (fitsIndex(field)) return []
  return [
    odd(
      'F211',
      place,
      `"${name}" is too long for an index, so the list sorts every row.`,
      'Shorten it by maxLength (255 characters), or sort by another field.',
    ),
  ]
}

/** F210: a list that is cut to a part of a tree is sorted within it, which needs an index over both. */
const scopes: Check = (resource, resources) => {
  const sort = sortOf(resource)
  const field = fieldOf(resource, sort)
  if (!field?.sortable || !fitsIndex(field)) return []
  return scopesOf(resource, resources)
    .filter((scope) => !resource.indexes.some((names) => names[0] === scope && names.includes(sort)))
    .map((scope) =>
      odd(
        'F210',
        `${resource.name}.list.sort`,
        `"${sort}" has no index with the scope "${scope}".`,
        `Add \`indexes: [['${scope}', '${sort}']]\`.`,
      ),
    )
}

/** Fields that point into a tree of another resource and cut the list. */
function scopesOf({ name, fields, list }: Resource, resources: Resources): string[] {
  return list.filters.filter((filter) => {
    const target = fields[filter]?.kind === 'belongsTo' ? fields[filter].format.resource : undefined
    return target !== undefined && target !== name && resources[target]?.tree !== undefined
  })
}

function sortOf({ list }: Resource): string {
  return list.sort.replace(/^-/, '')
}

/** The checks of this file. */
export const orderChecks: readonly Check[] = [sorting, scopes]
