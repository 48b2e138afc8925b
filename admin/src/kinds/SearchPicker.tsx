import { useState } from 'react'
import { useWords } from '../providers/i18n.ts'
import { Choice } from './Choice.tsx'
import { LookupState, MoreRows } from './LookupState.tsx'
import { nameOf, useLookup, useRememberTitle, useTitles } from './lookup.ts'
import { type Labelled, labelled, type PickerProps } from './picker.ts'

/** A select that searches on the server. */
export function SearchPicker(props: PickerProps) {
  const {
    resource,
    where,
    reaching,
    value,
    onChange,
    multiple,
    clearable,
    titles,
    onBlur,
    opens = false,
    control,
  } = props
  const words = useWords()
  const [open, setOpen] = useState(opens)
  const [q, setQ] = useState('')
  const lookup = useLookup({ resource, q, where, reaching, enabled: open })
  const names = useTitles(resource, value, titles)
  const remember = useRememberTitle(resource)
  const rows = lookup.data?.rows ?? []
  const chosen = labelled(value, names)

  function choose(next: Labelled | Labelled[] | undefined) {
    const ids = [next ?? []].flat().map((each) => each.value)
    for (const row of rows) if (ids.includes(row.id)) remember(row)
    onChange(ids)
  }

  return (
    <Choice<Labelled | Labelled[]>
      {...control}
      mode={multiple ? 'multiple' : undefined}
      labelInValue
      showSearch
      searched
      options={rows.map((row) => ({ value: row.id, label: nameOf(row) }))}
      placeholder={words('kind.choose')}
      value={multiple ? chosen : chosen[0]}
      onChange={choose}
      clear={clearable ? () => onChange([]) : undefined}
      onSearch={setQ}
      defaultOpen={opens}
      onOpenChange={setOpen}
      onBlur={() => onBlur?.()}
      loading={open && lookup.isSearching}
      empty={<LookupState lookup={lookup} q={q} />}
      footer={<MoreRows shown={rows.length} total={lookup.data?.total ?? 0} />}
    />
  )
}
