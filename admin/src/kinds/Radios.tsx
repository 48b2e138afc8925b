import { Flex, Radio } from 'antd'

interface RadiosProps {
  /** Names the group. */
  label: string
  options: { key: string; label: string }[]
  value: string
  onChange: (key: string) => void
  vertical?: boolean
  autoFocus?: boolean
  id?: string
  disabled?: boolean
  describedBy?: string
  onBlur?: () => void
}

/** antd gives its group no role, without which its name is not read. */
const group = { role: 'radiogroup' }

/** One of two to four answers, all in sight. */
export function Radios({ label, options, value, onChange, onBlur, ...props }: RadiosProps) {
  const focused = options.find(({ key }) => key === value) ?? options[0]
  return (
    <Radio.Group
      {...group}
      id={props.id}
      disabled={props.disabled}
      aria-label={label}
      aria-describedby={props.describedBy}
      value={value}
      onChange={({ target }) => onChange(String(target.value))}
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || onBlur?.()}
      style={{ display: 'block' }}
    >
      <Flex
        vertical={props.vertical}
        wrap
        gap="small"
        align={props.vertical ? undefined : 'center'}
        style={{ minHeight: 32 }}
      >
        {options.map((option) => (
          <Radio key={option.key} value={option.key} autoFocus={props.autoFocus && option === focused}>
            {option.label}
          </Radio>
        ))}
      </Flex>
    </Radio.Group>
  )
}
