import { WhatsAppOutlined } from '@ant-design/icons'
import { formatPhone, isPhone, normalisePhone, say, whatsappUrl } from '@ficha/api/contract'
import { theme } from 'antd'
import { useWords } from '../providers/i18n.ts'
import { useMetadata } from '../providers/metadata.tsx'
import { TextFilter } from './filters/TextFilter.tsx'
import { maskBy } from './masks.ts'
import { problemOf, type Typed, typedInput } from './TypedInput.tsx'
import { figures, plainText, textCell } from './textCell.tsx'
import type { CellProps, FilterProps, KindView } from './view.ts'

const typed: Typed = {
  read(typedText) {
    const stored = normalisePhone(typedText)
    return isPhone(stored) ? stored : undefined
  },
  write: (value) => formatPhone(plainText(value)),
  mask: maskPhone,
  problem: ({ language }) => say(language, 'kind.phone.problem'),
  input: () => ({ inputMode: 'tel' }),
}

const Written = textCell((value) => formatPhone(plainText(value)), figures)

/** A telephone, E.164 on the wire; with the icon that opens a chat where the field asks for it and the number can have one. */
export const phone: KindView = {
  Cell: Phone,
  Input: typedInput(typed),
  Filter: (props: FilterProps) => <TextFilter inputMode="tel" normalise={normalisePhone} {...props} />,
  text: (value) => formatPhone(plainText(value)),
  problem: problemOf(typed),
  width: 160,
}

/** A leading zero or plus says that what follows is no area code. */
function maskPhone(typedText: string): string {
  if (/^\s*[0+]/.test(typedText)) return typedText
  return maskBy(typedText.replace(/\D/g, '').length > 10 ? '(00) 00000-0000' : '(00) 0000-0000', typedText)
}

function Phone(props: CellProps) {
  const chat = props.field.format.whatsapp && whatsappUrl(plainText(props.value))
  if (!chat) return <Written {...props} />
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <Written {...props} /> <Chat {...props} address={chat} />
    </span>
  )
}

function Chat({ field, value, record, address }: CellProps & { address: string }) {
  const words = useWords()
  const { token } = theme.useToken()
  const owner = useMetadata().resources.find(({ fields }) => fields.includes(field))
  const title = owner && record?.[owner.title]
  const label = words('kind.phone.chat', { name: plainText(title) || formatPhone(plainText(value)) })
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={label}
      title={label}
      // 24 px: the least a finger is sure to hit (WCAG 2.5.8).
      style={{
        display: 'inline-grid',
        placeItems: 'center',
        width: 24,
        height: 24,
        marginBlock: -4,
        color: token['green-7'],
      }}
    >
      <WhatsAppOutlined aria-hidden style={{ fontSize: 16 }} />
    </a>
  )
}
