import { isFile } from '../files.ts'
import { type Check, wrong } from './finding.ts'

/** F120: a file is uploaded for a field of a record; the dialog of an action has none to keep it in. */
const dialogs: Check = ({ name: resource, actions }) =>
  Object.entries(actions).flatMap(([action, { input }]) =>
    Object.entries(input)
      .filter(([, field]) => isFile(field))
      .map(([name]) =>
        wrong(
          'F120',
          `${resource}.actions.${action}.input.${name}`,
          'is a file, which a dialog cannot take.',
          'Make it a field of a resource.',
        ),
      ),
  )

/** The checks of this file. */
export const fileChecks: readonly Check[] = [dialogs]
