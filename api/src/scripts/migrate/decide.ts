import { createInterface } from 'node:readline/promises'
import { type Answers, inWordsWithFlags, type Question } from '../../derive/diff/answers.ts'

/** Flags as `parseArgs` reads them. */
export const answerFlags = {
  rename: { type: 'string', multiple: true },
  drop: { type: 'string', multiple: true },
  narrow: { type: 'string', multiple: true },
  fill: { type: 'string', multiple: true },
} as const

type Flags = { readonly [name in keyof typeof answerFlags]?: string[] }

/** Answers given beforehand: `--rename customers.name=full_name --drop customers.notes`. */
export function answersOf({ rename, drop, narrow, fill }: Flags): Answers {
  return { rename: pairs('rename', rename), drop: new Set(drop), narrow: new Set(narrow), fill: pairs('fill', fill) }
}

function pairs(flag: string, texts: readonly string[] = []): Map<string, string> {
  return new Map(
    texts.map((text) => {
      const [, key, value] = /^([^=]+)=(.+)$/.exec(text) ?? []
      if (key === undefined || value === undefined)
        throw new Error(`--${flag} ${text}: write --${flag} <what>=<value>.`)
      return [key, value]
    }),
  )
}

/** Without a terminal: says what is open and the flags that answer it. */
export async function refuse(questions: readonly Question[]): Promise<never> {
  const lines = questions
    .map(inWordsWithFlags)
    .map(({ text, flags }) => `  ${text}\n${flags.map((flag) => `    ${flag}`).join('\n')}`)
  throw new Error(
    `Changes that could lose something need a decision. Run again with one flag for each:\n${lines.join('\n')}`,
  )
}

/** On a terminal: asks the first question; an answer may settle others. */
export async function ask([question]: readonly Question[], answers: Answers): Promise<Answers> {
  if (!question) return answers
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const { text, flags } = inWordsWithFlags(question)
    console.log(`${text}\n${flags.map((flag, at) => `  ${at + 1}  ${flag}`).join('\n')}`)
    const chosen = flags[Number(await terminal.question('Which? (a number; anything else stops) ')) - 1]
    const [, flag = '', rest = ''] = /^--(\w+) (.*)$/.exec(chosen ?? '') ?? []
    if (!(flag in answerFlags)) throw new Error('Stopped; nothing was written.')
    const answer =
      question.ask === 'fill' ? rest.replace(/<.*>$/, await terminal.question('Value for existing rows: ')) : rest
    return merged(answers, answersOf({ [flag]: [answer] }))
  } finally {
    terminal.close()
  }
}

function merged(one: Answers, other: Answers): Answers {
  return {
    rename: new Map([...one.rename, ...other.rename]),
    drop: new Set([...one.drop, ...other.drop]),
    narrow: new Set([...one.narrow, ...other.narrow]),
    fill: new Map([...one.fill, ...other.fill]),
  }
}
