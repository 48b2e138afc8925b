import { theme } from 'antd'
import { expect, test } from 'vitest'
import { themeOf } from './theme.ts'

type Rgb = [number, number, number]

/** WCAG 2.2 1.4.3 for texts, 1.4.11 for the outlines of controls. */
const wanted = [
  ['colorText', 'colorBgContainer', 4.5],
  ['colorTextSecondary', 'colorBgLayout', 4.5],
  ['colorTextTertiary', 'colorBgLayout', 4.5],
  ['colorTextPlaceholder', 'colorBgContainer', 4.5],
  ['colorTextDisabled', 'colorBgContainerDisabled', 4.5],
  ['colorLink', 'colorBgLayout', 4.5],
  ['colorPrimary', 'colorPrimaryBg', 4.5],
  ['colorTextLightSolid', 'colorPrimary', 4.5],
  ['colorTextLightSolid', 'colorPrimaryHover', 4.5],
  ['colorTextLightSolid', 'colorError', 4.5],
  ['colorTextLightSolid', 'colorErrorHover', 4.5],
  ['colorError', 'colorBgContainer', 4.5],
  ['colorSuccess', 'colorBgContainer', 4.5],
  ['colorWarning', 'colorBgContainer', 4.5],
  ['colorBorder', 'colorBgContainer', 3],
] as const

test.each([false, true].flatMap((dark) => wanted.map(([front, back, ratio]) => ({ dark, front, back, ratio }))))(
  '$front can be told from $back (dark: $dark)',
  ({ dark, front, back, ratio }) => {
    const tokens = theme.getDesignToken(themeOf({ dark, density: 'compact' }))
    const ground = mixed(tokens[back], mixed(tokens.colorBgContainer, [255, 255, 255]))

    expect(contrast(mixed(tokens[front], ground), ground)).toBeGreaterThanOrEqual(ratio)
  },
)

/** A colour as it looks on what lies below it. */
function mixed(color: string, below: Rgb): Rgb {
  const [red = 0, green = 0, blue = 0, alpha = 1] = color.startsWith('#')
    ? (color.length === 4
        ? [...color.slice(1)].map((digit) => digit + digit)
        : (color.slice(1).match(/../g) ?? [])
      ).map((pair) => Number.parseInt(pair, 16))
    : (color.match(/[\d.]+/g) ?? []).map(Number)
  return [
    red * alpha + below[0] * (1 - alpha),
    green * alpha + below[1] * (1 - alpha),
    blue * alpha + below[2] * (1 - alpha),
  ]
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: Rgb, b: Rgb): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
