import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import type { Row } from '../page/row.ts'
import { titleOf } from '../page/title.ts'
import styles from './Related.module.css'
import type { RelatedRows } from './rows.ts'

interface RowButtonsProps extends Pick<RelatedRows, 'resource' | 'onEdit' | 'onDelete' | 'busy'> {
  row: Row
}

/** Edit and delete, by icon, for a row that is edited in place; only what this person may do to it. */
export function RowButtons({ resource, row, onEdit, onDelete, busy }: RowButtonsProps) {
  const words = useWords()
  const [language] = useLanguage()
  const title = titleOf(resource, row, language)
  const [edit, remove] = [words('record.related.edit', { title }), words('record.related.delete', { title })]
  return (
    <span className={styles.buttons}>
      {row._access.update && (
        <Tooltip title={edit}>
          <Button
            type="text"
            size="small"
            icon={<EditOutlined aria-hidden />}
            aria-label={edit}
            data-edit={row.id}
            disabled={busy}
            onClick={() => onEdit(row)}
          />
        </Tooltip>
      )}
      {row._access.delete && (
        <Tooltip title={remove}>
          <Button
            type="text"
            size="small"
            danger
            icon={<DeleteOutlined aria-hidden />}
            aria-label={remove}
            disabled={busy}
            onClick={() => onDelete(row)}
          />
        </Tooltip>
      )}
    </span>
  )
}
