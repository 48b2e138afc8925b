import type { Deed } from '../../../access/reach.ts'
import { speechOf } from '../../../access/rules/validate.ts'
import { type ExplainRequest, fieldedActions } from '../../../contract/permissions.ts'
import type { Panel } from '../../panel.ts'

/** What is asked about; undefined where there is no such thing: that is answered as if no rule spoke of it. */
export function deedOf({ resources }: Pick<Panel, 'resources'>, asked: Named): Deed | undefined {
  const { action, subject, field } = asked
  const resource = Object.hasOwn(resources, subject) ? resources[subject] : undefined
  const words = resource && speechOf({ [subject]: resource })[subject]
  if (!resource || !words?.actions.includes(action)) return undefined
  if (field === undefined || !fieldedActions.some((name) => name === action)) return { action, resource }
  return field === 'id' || words.fields.includes(field) ? { action, resource, field } : undefined
}

type Named = Pick<ExplainRequest, 'action' | 'subject' | 'field'>
