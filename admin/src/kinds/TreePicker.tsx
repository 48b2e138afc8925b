import { fold } from '@ficha/api/contract'
import { type RefSelectProps, TreeSelect } from 'antd'
import { useId, useRef, useState } from 'react'
import { useWords } from '../providers/i18n.ts'
import { LookupState } from './LookupState.tsx'
import { nameOf, useLookup, useRememberTitle, useTitles } from './lookup.ts'
import { Popup } from './Popup.tsx'
import { type Labelled, labelled, type PickerProps } from './picker.ts'
import { ancestorsOf, branchesOf, useTree, wholeTree } from './tree.ts'
import { useBareBox } from './useBareBox.ts'

/** A select that opens as a tree; what is typed narrows it, and a tree too large to load is searched on the server. */
export function TreePicker(props: PickerProps) {
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
  const ownId = useId()
  const select = useRef<RefSelectProps>(null)
  const [open, setOpen] = useState(opens)
  const [q, setQ] = useState('')
  const [expanded, setExpanded] = useState<number[]>()
  useBareBox(select)
  const tree = useTree({ resource, where, reaching, enabled: open })
  const onServer = tree.total > wholeTree && q.trim() !== ''
  const found = useLookup({ resource, q, where, reaching, enabled: open && onServer })
  const names = useTitles(resource, value, titles)
  const remember = useRememberTitle(resource)
  const chosen = labelled(value, names)
  const id = control.id ?? ownId
  const matches = (path: unknown) => fold(String(path)).includes(fold(q.trim()))
  const rows = onServer ? (found.data?.rows ?? []) : tree.rows.filter((row) => matches(nameOf(row)))

  function choose(next: Labelled | Labelled[] | undefined) {
    const ids = [next ?? []].flat().map((each) => each.value)
    for (const row of rows) if (ids.includes(row.id)) remember(row)
    onChange(ids)
  }

  return (
    <TreeSelect<Labelled | Labelled[]>
      {...control}
      ref={select}
      id={id}
      aria-haspopup="tree"
      labelInValue
      multiple={multiple}
      virtual={false}
      showSearch
      treeData={onServer ? rows.map(flat) : branchesOf(tree.rows)}
      filterTreeNode={(_, { path }) => onServer || matches(path)}
      treeExpandedKeys={q.trim() ? undefined : (expanded ?? ancestorsOf(tree.rows, value))}
      onTreeExpand={(keys) => setExpanded(keys.map(Number))}
      placeholder={words('kind.choose')}
      value={multiple ? chosen : chosen[0]}
      onChange={choose}
      allowClear={clearable}
      searchValue={q}
      onSearch={setQ}
      defaultOpen={opens}
      onOpenChange={(next) => {
        setOpen(next)
        if (!next) setQ('')
      }}
      onKeyDown={(event) => {
        // As with a plain select: the first Escape is for the list, and none of it for a dialog around it.
        if (event.key === 'Escape' && open) event.stopPropagation()
      }}
      onBlur={() => onBlur?.()}
      popupRender={(list) => (
        <Popup listId={`${id}_list`} bare={rows.length === 0}>
          {rows.length > 0 ? list : <LookupState lookup={onServer ? found : tree} q={q} />}
        </Popup>
      )}
      style={{ width: '100%' }}
    />
  )
}

function flat(row: Parameters<typeof nameOf>[0]) {
  return { value: row.id, title: nameOf(row), path: nameOf(row) }
}
