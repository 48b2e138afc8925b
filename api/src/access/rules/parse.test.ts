import { expect, test } from 'vitest'
import { brand } from '../../resources/brand.ts'
import { parseConditions, type Reading, RuleFault } from './parse.ts'

const reading: Reading = {
  subjects: { brand },
  placeholder: () => undefined,
  below: (_tree, roots) => roots.map(Number),
}

/** The refusal of conditions as they arrive: as JSON, in which `__proto__` is a name like any other. */
function refusal(json: string): Pick<RuleFault, 'path' | 'code'> {
  try {
    parseConditions(reading, 'brand', JSON.parse(json))
  } catch (error) {
    if (error instanceof RuleFault) return { path: error.path, code: error.code }
    throw error
  }
  throw new Error(`${json} was taken.`)
}

const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']

test.each(inherited)('%s, which every object has, is no field', (name) => {
  expect(refusal(`{ "${name}": 1 }`)).toEqual({ path: name, code: 'field' })
  expect(refusal(`{ "parent": { "${name}": 1 } }`)).toEqual({ path: `parent.${name}`, code: 'field' })
})

test.each(inherited)('%s, which every object has, is no operator', (name) => {
  expect(refusal(`{ "name": { "${name}": 1 } }`)).toEqual({ path: `name.${name}`, code: 'operator' })
  expect(refusal(`{ "children": { "${name}": {} } }`)).toEqual({ path: 'children', code: 'operator' })
})

test.each(inherited)('%s, which every object has, is no subject', (name) => {
  expect(() => parseConditions(reading, name, { name: 'Acme' })).toThrow(RuleFault)
})
