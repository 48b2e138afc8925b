import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** The root of the repository, which is also the context of the image. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** One line of a Dockerfile: `RUN npm ci`. */
export interface Instruction {
  readonly word: string
  readonly rest: string
}

/** What the tests read of the compose file. */
export interface Compose {
  services: Record<string, Service>
  volumes: Record<string, unknown>
}

interface Service {
  environment: Record<string, string>
  volumes: string[]
  healthcheck: { test: string[] }
}

/** `docker-compose.yml`, parsed. */
export function composeFile(): Compose {
  return parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'))
}

/** The instructions of `api/Dockerfile`, in stages. */
export function dockerStages(): Instruction[][] {
  const lines = readFileSync(join(root, 'api/Dockerfile'), 'utf8').split('\n')
  const stages: Instruction[][] = []
  for (const line of lines) {
    const [, word, rest] = /^([A-Z]+) (.+)$/.exec(line) ?? []
    if (!word || !rest) continue
    if (word === 'FROM') stages.push([])
    stages.at(-1)?.push({ word, rest })
  }
  return stages
}

/** What stands after a word: all `RUN` commands of a stage, for example. */
export function allOf(stage: readonly Instruction[] | undefined, word: string): string[] {
  return (stage ?? []).filter((instruction) => instruction.word === word).map(({ rest }) => rest)
}
