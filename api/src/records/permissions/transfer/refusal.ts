import { Conflict, Invalid, type Refusal, textOf } from '../../../contract/errors.ts'
import { type Language, say } from '../../../contract/words/index.ts'

/** What a refusal says, one thing after the other. */
export function textOfRefusal(refusal: Refusal, language: Language): string[] {
  const fields = refusal instanceof Invalid || refusal instanceof Conflict ? Object.values(refusal.fields).flat() : []
  if (fields.length > 0) return [...new Set(fields.map((error) => textOf(error, language)))]
  return [refusal.detail ? textOf(refusal.detail, language) : say(language, `problem.${refusal.code}.detail`)]
}
