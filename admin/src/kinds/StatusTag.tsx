import type { OptionMeta, Tone } from '@ficha/api/contract'
import { type GlobalToken, theme } from 'antd'

/** Ends of the palettes, which change places in the dark theme: 7:1 and more in both. The presets of antd's own tag reach 2.2:1. */
const colours: Record<Tone, (token: GlobalToken) => { color: string; background: string; border: string }> = {
  success: (token) => ({ color: token['green-9'], background: token['green-1'], border: token['green-3'] }),
  warning: (token) => ({ color: token['gold-9'], background: token['gold-1'], border: token['gold-3'] }),
  danger: (token) => ({ color: token['red-9'], background: token['red-1'], border: token['red-3'] }),
  neutral: (token) => ({
    color: token.colorText,
    background: token.colorFillQuaternary,
    border: token.colorBorderSecondary,
  }),
}

/** A state in words, coloured by what it means. */
export function StatusTag({ option: { label, tone = 'neutral' } }: { option: OptionMeta }) {
  const { token } = theme.useToken()
  const { color, background, border } = colours[tone](token)
  return (
    <span
      style={{
        display: 'inline-block',
        maxWidth: '100%',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        verticalAlign: 'middle',
        paddingInline: token.paddingXS - 1,
        border: `1px solid ${border}`,
        borderRadius: token.borderRadiusSM,
        fontSize: token.fontSizeSM,
        lineHeight: '20px',
        color,
        background,
      }}
    >
      {label}
    </span>
  )
}
