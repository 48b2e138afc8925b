import type { WordKey } from '@ficha/api/contract'
import { useRef, useState } from 'react'
import { ApiError, messageOf } from '../providers/api.ts'
import { sayNow } from '../providers/i18n.ts'
import type { Asked } from '../record/extensions.ts'
import { askedOf } from '../record/Why.tsx'

/** What came of something that was tried: the texts to show, and what was refused, for its explanation. */
export interface Trouble {
  texts: readonly string[]
  asked?: Asked
}

interface Attempt {
  /** Runs it unless it runs already; answers whether it worked. */
  attempt: (run: () => Promise<void>) => Promise<boolean>
  isRunning: boolean
  trouble?: Trouble
}

/** Something that one button does, once at a time. */
export function useAttempt(): Attempt {
  const running = useRef(false)
  const [isRunning, setIsRunning] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()

  async function attempt(run: () => Promise<void>): Promise<boolean> {
    if (running.current) return false
    running.current = true
    setIsRunning(true)
    setTrouble(undefined)
    try {
      await run()
      return true
    } catch (error) {
      setTrouble(troubleOf(error))
      return false
    } finally {
      running.current = false
      setIsRunning(false)
    }
  }

  return { attempt, isRunning, trouble }
}

/** What the API said of fields stands for the rest of it, which is general. */
function troubleOf(error: unknown): Trouble {
  const fields = Object.entries(error instanceof ApiError ? (error.errors ?? {}) : {})
  const texts = fields.flatMap(([path, found]) => found.map((text) => placed(path, text)))
  const message = messageOf(error)
  return { texts: texts.length > 0 ? texts : [message], asked: askedOf(error) }
}

const lists = {
  groups: 'permission.at.group',
  rules: 'permission.at.rule',
  tests: 'permission.at.test',
} as const satisfies Record<string, WordKey>

/** Before a text, which of a list it is about: `groups.0.rules.2.actions` -> `Grupo 1: regra 3: …`. */
function placed(path: string, text: string): string {
  const found = [...path.matchAll(/(groups|rules|tests)\.(\d+)/g)]
  return found.reduceRight((told, [, list, place]) => {
    // The expression finds no other list.
    return sayNow(lists[list as keyof typeof lists], { number: Number(place) + 1, text: told })
  }, text)
}
