import { say } from '@ficha/api/contract'
import { theme } from 'antd'
import { useWords } from '../providers/i18n.ts'
import { Blank } from './Blank.tsx'
import { TextFilter } from './filters/TextFilter.tsx'
import { problemOf, type Typed, TypedInput } from './TypedInput.tsx'
import { figures, plainText } from './textCell.tsx'
import type { CellProps, InputProps, KindView } from './view.ts'

const colours = /^#[\da-f]{6}$/i

const typed: Typed = {
  read(typedText) {
    const [, digits] = /^\s*#?([\da-f]{6})\s*$/i.exec(typedText) ?? []
    return digits && `#${digits.toLowerCase()}`
  },
  write: plainText,
  problem: ({ language }) => say(language, 'kind.color.problem'),
  input: () => ({ placeholder: '#rrggbb', autoCapitalize: 'none' }),
}

/** A colour, `#rrggbb`. */
export const color: KindView = {
  Cell: Swatch,
  Input: ColorInput,
  Filter: TextFilter,
  text: plainText,
  problem: problemOf(typed),
  width: 104,
}

function Swatch({ value }: CellProps) {
  const { token } = theme.useToken()
  const colour = plainText(value)
  if (colour === '') return <Blank />
  return (
    <span style={{ whiteSpace: 'nowrap', ...figures }}>
      <span
        style={{
          display: 'inline-block',
          width: 14,
          height: 14,
          marginInlineEnd: token.marginXS,
          verticalAlign: '-2px',
          borderRadius: token.borderRadiusXS,
          border: `1px solid ${token.colorBorder}`,
          background: colours.test(colour) ? colour : undefined,
        }}
      />
      {colour}
    </span>
  )
}

/** The palette is the browser's own: it weighs nothing and the keyboard and screen readers know it. */
function ColorInput(props: InputProps) {
  const { field, value, onChange, disabled } = props
  const words = useWords()
  const { token } = theme.useToken()
  const colour = plainText(value)
  return (
    <TypedInput
      {...props}
      typed={typed}
      suffix={
        <input
          type="color"
          disabled={disabled}
          aria-label={`${words('kind.color.pick')}: ${field.label}`}
          value={colours.test(colour) ? colour : '#000000'}
          onChange={({ target }) => onChange?.(target.value)}
          style={{
            width: 28,
            height: 24,
            marginBlock: -1,
            padding: 0,
            border: 'none',
            borderRadius: token.borderRadiusSM,
            background: 'none',
          }}
        />
      }
    />
  )
}
