import { expect, test } from 'vitest'
import { file, image } from '../../define/kinds/index.ts'
import { type Definition, found } from './spoilt.ts'

test('F120: a dialog takes no file', () => {
  const sign = { label: 'Assinar', on: ['record'], message: 'Feito.', run: () => undefined } as const
  const actions = { sign: { ...sign, input: { proof: file('Prova') } } } as Definition['actions']
  expect(found({ actions })).toEqual(['F120 thing.actions.sign.input.proof'])
  expect(found({ fields: { proof: file('Prova'), face: image('Rosto') } })).toEqual([])
})
