import type { Rule, RuleConditions } from '../../contract/permissions.ts'
import { say } from '../../contract/words/index.ts'
import { conditionSentence } from './condition.ts'
import { actionName, enumerated, fieldName, type Speech, subjectName } from './speech.ts'

/** A rule in words: `Clientes: permite ver e alterar, só Nome e E-mail, quando Marca é a da pessoa ou abaixo.` */
export function ruleSentence(speech: Speech, rule: Rule): string {
  const { language } = speech
  const { subject, actions, fields, conditions, inverted } = rule
  return say(language, inverted ? 'permission.says.denies' : 'permission.says.allows', {
    subject: subjectName(speech, subject),
    actions: enumerated(
      actions.map((action) => actionName(speech, subject, action)),
      language,
    ),
    fields: fields
      ? say(language, 'permission.says.fields', {
          fields: enumerated(
            fields.map((name) => fieldName(speech, subject, name)),
            language,
          ),
        })
      : '',
    when: isConditional(conditions)
      ? say(language, 'permission.says.when', { condition: conditionSentence(speech, subject, conditions) })
      : say(language, 'permission.says.always'),
    check: inverted ? '' : checkText(speech, rule),
  })
}

/** Whether conditions narrow anything: `{}` says as little as none. */
export function isConditional(conditions: RuleConditions | null | undefined): conditions is RuleConditions {
  return conditions !== null && conditions !== undefined && Object.keys(conditions).length > 0
}

function checkText(speech: Speech, { check, subject }: Rule): string {
  if (!check) return ''
  if (!isConditional(check)) return say(speech.language, 'permission.says.checkAny')
  return say(speech.language, 'permission.says.check', { condition: conditionSentence(speech, subject, check) })
}
