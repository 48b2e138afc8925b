import { expect, test } from 'vitest'
import { labelsEn } from '../contract/words/labels.en.ts'
import type { Resource } from '../define/resource.ts'
import * as resources from './index.ts'

/** The texts of a definition that no identifier gives, by their keys in the catalogue. */
function textsOf({ name, fields, tabs, actions }: Resource): string[] {
  return [
    ...Object.entries(fields).flatMap(([field, { options }]) => [
      ...(options.help === undefined ? [] : [`help.${name}.${field}`]),
      ...(options.message === undefined ? [] : [`message.${name}.${field}`]),
    ]),
    ...tabs.flatMap(({ title, sections = [] }) => [
      `tab.${name}.${title}`,
      ...sections.flatMap((section) => (section.title === undefined ? [] : [`section.${name}.${section.title}`])),
    ]),
    ...Object.entries(actions).flatMap(([action, { confirm }]) => [
      `message.${name}.${action}`,
      ...(confirm === undefined ? [] : [`confirm.${name}.${action}`]),
    ]),
  ]
}

test.each(Object.values(resources) as Resource[])('the texts of $name are there in English', (resource) => {
  expect(textsOf(resource).filter((key) => labelsEn[key] === undefined)).toEqual([])
})

test('nothing is said in English of what no definition has', () => {
  const texts = (Object.values(resources) as Resource[]).flatMap(textsOf)
  const kinds = /^(help|message|tab|section|confirm)\./
  expect(Object.keys(labelsEn).filter((key) => kinds.test(key) && !texts.includes(key))).toEqual([])
})
