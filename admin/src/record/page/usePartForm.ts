import type { ResourceMeta } from '@ficha/api/contract'
import { useSearchParams } from 'react-router'
import type { PartForm } from '../../custom/index.ts'
import { useForm } from './form.ts'

/** The form around this component as a component of a tab sees it. */
export function usePartForm(resource: ResourceMeta): PartForm {
  const form = useForm()
  const [, setSearch] = useSearchParams()
  const fieldNamed = (name: string) => form.fields.find((field) => field.name === name)
  return {
    value: (name) => {
      const field = fieldNamed(name)
      return field ? form.valueOf(field) : form.values[name]
    },
    change: form.write,
    canChange: (name) => {
      const field = fieldNamed(name)
      return field !== undefined && form.modeOf(field) === 'input'
    },
    errorsAt: (name, place) => form.errors[`${name}.${place}`] ?? [],
    changes: form.changes,
    beforeSave: form.beforeSave,
    openPart: (component) => {
      const tab = resource.tabs.find((candidate) => candidate.component === component)
      if (!tab) return
      setSearch(
        (present) => {
          present.set('tab', tab.name)
          return present
        },
        { replace: true },
      )
    },
  }
}
