import type { Rule } from '@ficha/api/contract'
import { useWords } from '../../providers/i18n.ts'
import type { ClashValueProps } from '../../record/extensions.ts'
import { type RuleChange, ruleChanges } from '../model/ruleChanges.ts'
import { ruleSentence } from '../model/sentence.ts'
import type { Speech } from '../model/speech.ts'
import { ChangeLine } from '../transfer/ChangeLine.tsx'
import { useSpeech } from '../useSpeech.ts'

/** The rules of a group as one side of a conflict would have them: what of it differs from what they were, in words. */
export function RulesClash({ value, original, record }: ClashValueProps) {
  const words = useWords()
  const [former, present] = [original, value].map(rulesOf)
  const audience = record.audience === 'customers' ? 'customers' : 'staff'
  const { speech, error } = useSpeech({ audience, rules: [...(former ?? []), ...(present ?? [])] })
  if (!speech) return error ? error.message : words('shell.loading')
  const changes = ruleChanges(former ?? [], present ?? [])
  if (changes.length === 0) return words('permission.compare.same')
  return changes.map((change) => {
    const told = { kind: change.kind, text: textOf(change) }
    return <ChangeLine key={`${told.kind} ${told.text}`} change={told} />
  })

  function textOf(change: RuleChange): string {
    const now = sentenceOf(change.rule, speech)
    if (change.kind !== 'rule-changed') return now
    return words('permission.clash.changed', { former: sentenceOf(change.former, speech), now })
  }

  function sentenceOf(rule: Rule, said: Speech | undefined): string {
    const sentence = said ? ruleSentence(rule, said) : ''
    return rule.reason ? `${sentence} “${rule.reason}”` : sentence
  }
}

function rulesOf(value: unknown): Rule[] {
  return Array.isArray(value) ? value : []
}
