import { expect, test } from 'vitest'
import { ApiError } from '../providers/api.ts'
import { seen } from './seen.ts'

test.each([403, 404])('what may not be seen any more goes (%i)', (status) => {
  expect(seen({ data: ['Bia'], error: new ApiError(status, 'no') })).toBeUndefined()
})

test.each([0, 503])('what could not be asked again stays (%i)', (status) => {
  expect(seen({ data: ['Bia'], error: new ApiError(status, 'no') })).toEqual(['Bia'])
})
