import type { WordKey } from '@ficha/api/contract'
import { inSentence } from '../page/title.ts'

/** The text of the button that creates one: Portuguese needs to know "novo cliente" from "nova marca". */
export function newLabel(label: string): { key: WordKey; params: { label: string } } {
  return { key: isFeminine(label) ? 'list.new.feminine' : 'list.new.masculine', params: { label: inSentence(label) } }
}

/** By the endings of Portuguese nouns: -a, -ção, -são, -dade, -gem are feminine, -ema, -oma, -ama and a few others are not. */
function isFeminine(label: string): boolean {
  const [noun = ''] = label.toLowerCase().split(' ')
  if (/(ema|oma|ama|dia|mapa|ista)$/.test(noun)) return false
  return /(a|ção|são|xão|dade|gem|tude|rede)$/.test(noun)
}
