import { StatusTag } from '../kinds/StatusTag.tsx'
import { useWords } from '../providers/i18n.ts'

/** Whether a rule allows or denies. */
export function EffectTag({ inverted = false }: { inverted?: boolean }) {
  const words = useWords()
  return (
    <StatusTag
      option={{
        value: '',
        label: words(inverted ? 'permission.denies' : 'permission.allows'),
        tone: inverted ? 'danger' : 'success',
      }}
    />
  )
}
