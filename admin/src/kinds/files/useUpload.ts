import { type FieldMeta, formatOfName, type Language, say, writeFormats, writeSize } from '@ficha/api/contract'
import { useEffect, useRef, useState } from 'react'
import { announce } from '../../providers/announce.ts'
import { ApiError } from '../../providers/api.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { uploadFile } from '../../providers/upload.ts'
import type { InputProps } from '../view.ts'
import { isUploading } from './values.ts'

interface Upload {
  /** How much has gone out, from 0 to 1; undefined while nothing is on its way. */
  part: number | undefined
  /** Why the last file was not taken. */
  wrong: string | undefined
  start: (files: FileList | null) => void
  cancel: () => void
  /** Forgets what was wrong. */
  forget: () => void
}

interface Running {
  readonly abort: AbortController
  /** What the input held before, and holds again when nothing comes of it. */
  readonly former: unknown
  /** The form knows of it. */
  isHeld: boolean
}

/** Uploads what is chosen, one file at a time, and gives it to the form once it has arrived. With its input it ends. */
export function useUpload({ field, value, onChange }: Pick<InputProps, 'field' | 'value' | 'onChange'>): Upload {
  const words = useWords()
  const [language] = useLanguage()
  const [part, setPart] = useState<number>()
  const [wrong, setWrong] = useState<string>()
  const running = useRef<Running>(undefined)
  const change = useRef(onChange)

  useEffect(() => {
    change.current = onChange
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks at what the form holds now, and only when that changes
  useEffect(() => {
    const run = running.current
    if (!run) return
    // The form holds something else again: what was typed has been taken back.
    if (run.isHeld && !isUploading(value)) end(run)
    run.isHeld = true
  }, [value])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the input goes
  useEffect(() => () => cancel(), [])

  function end(run: Running) {
    if (running.current !== run) return
    running.current = undefined
    run.abort.abort()
    setPart(undefined)
  }

  function cancel() {
    const run = running.current
    if (!run) return
    end(run)
    change.current?.(run.former)
  }

  async function upload(file: File) {
    const run: Running = { abort: new AbortController(), former: value, isHeld: false }
    running.current = run
    onChange?.({ uploading: file.name })
    try {
      const stored = await uploadFile(`/${field.format.path}/files/${field.name}`, file, {
        signal: run.abort.signal,
        onProgress: (sent) => running.current === run && setPart(sent),
      })
      if (running.current !== run) return
      end(run)
      change.current?.({ ...stored, source: file })
      announce(words('kind.file.uploaded', { name: stored.name }))
    } catch (error) {
      if (running.current !== run) return
      cancel()
      setWrong(textOf(error, field))
    }
  }

  function start(files: FileList | null) {
    const [file, ...others] = files ?? []
    if (!file || running.current) return
    const problem = others.length > 0 ? words('kind.file.several') : problemOf(file, field, language)
    setWrong(problem)
    if (problem === undefined) void upload(file)
  }

  return { part, wrong, start, cancel, forget: () => setWrong(undefined) }
}

/** What can be told of a file before it is sent. */
function problemOf({ name, size }: File, { format }: FieldMeta, language: Language): string | undefined {
  const { accept = [], maxBytes = Number.POSITIVE_INFINITY } = format
  const known = formatOfName(name)
  if (!known || !accept.includes(known))
    return say(language, 'invalid.fileType', { accepted: writeFormats(accept, language) })
  if (size === 0) return say(language, 'invalid.fileEmpty')
  if (size > maxBytes) return say(language, 'problem.too-large.file', { limit: writeSize(maxBytes, language) })
  return undefined
}

function textOf(error: unknown, { name }: FieldMeta): string {
  const own = error instanceof ApiError ? error.errors?.[name] : undefined
  return own?.join(' ') ?? (error instanceof Error ? error.message : String(error))
}
