import { SearchOutlined } from '@ant-design/icons'
import { Input, Switch } from 'antd'
import { type PropsWithChildren, useId } from 'react'
import { useWords } from '../../providers/i18n.ts'
import styles from './Matrix.module.css'

/** What narrows the matrix. */
export interface Narrowing {
  sought: string
  /** Only subjects that rules speak of. */
  onlyRuled: boolean
}

interface MatrixToolsProps extends PropsWithChildren {
  narrowing: Narrowing
  onChange: (narrowing: Narrowing) => void
}

/** Above the matrix: what narrows it, and at the end what else can be done. */
export function MatrixTools({ narrowing, onChange, children }: MatrixToolsProps) {
  const words = useWords()
  const id = useId()
  return (
    <div className={styles.tools}>
      <Input
        className={styles.filter}
        allowClear
        autoComplete="off"
        prefix={<SearchOutlined aria-hidden />}
        aria-label={words('permission.matrix.filter')}
        placeholder={words('permission.matrix.filter')}
        value={narrowing.sought}
        onChange={({ target }) => onChange({ ...narrowing, sought: target.value })}
      />
      <label className={styles.switch} htmlFor={id}>
        <Switch
          id={id}
          size="small"
          checked={narrowing.onlyRuled}
          onChange={(onlyRuled) => onChange({ ...narrowing, onlyRuled })}
        />
        {words('permission.matrix.onlyRuled')}
      </label>
      <span className={styles.space} />
      {children}
    </div>
  )
}
