import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../../derive/check.ts'
import * as shipped from '../../resources/index.ts'
import { staleMigrations } from '../migrate/stale.ts'
import { systemUses } from './as-system.ts'

test('the resources that Ficha ships have nothing wrong with them', () => {
  expect(check(shipped)).toEqual([])
})

test('every use of asSystem is listed with its reason, and one without stands out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ficha-check-'))
  writeFileSync(
    join(folder, 'customer.migrate.ts'),
    "await records('brand').asSystem('the brand may be hidden').read(1)\nconst why = ''\nrecords('brand').asSystem(why)\n",
  )
  expect(systemUses(folder)).toEqual([
    { place: 'customer.migrate.ts:1', reason: 'the brand may be hidden' },
    { place: 'customer.migrate.ts:3', reason: undefined },
  ])
  rmSync(folder, { recursive: true })
})

test('the migrations are up to date with the definitions', () => {
  expect(staleMigrations(shipped)).toEqual([])
})
