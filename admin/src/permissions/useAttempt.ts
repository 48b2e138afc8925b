import { useRef, useState } from 'react'
import { ApiError } from '../providers/api.ts'
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
  const fields = error instanceof ApiError ? Object.values(error.errors ?? {}).flat() : []
  const message = error instanceof Error ? error.message : String(error)
  return { texts: fields.length > 0 ? fields : [message], asked: askedOf(error) }
}
