import { test } from 'vitest'

/** A test that exists only where its subject does: there is nothing to skip elsewhere. */
export function testWhere(applies: boolean): (name: string, work: () => Promise<void>) => void {
  return (name, work) => {
    if (applies) test(name, work)
  }
}
