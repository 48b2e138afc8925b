import { type ThemeConfig, theme } from 'antd'
import { preference } from './preference.ts'

export const themeChoices = ['system', 'light', 'dark'] as const
export const densities = ['compact', 'comfortable'] as const

export type ThemeChoice = (typeof themeChoices)[number]
export type Density = (typeof densities)[number]

/** Light, dark, or whatever the system says. */
export const themeChoice = preference<ThemeChoice>('theme', themeChoices, () => 'system')

/** How tall rows are: about 41 or 47 pixels. */
export const densityChoice = preference<Density>('density', densities, () => 'compact')

/** What the tokens depend on. */
export interface Look {
  dark: boolean
  density: Density
  /** Nothing moves, as the system asks for. */
  still?: boolean
}

/**
 * The tokens of every screen: one accent, greys, an 8 px grid. Texts reach 4.5:1 and outlines of controls 3:1 in both
 * themes (WCAG 2.2 1.4.3, 1.4.11), which antd's own tokens do not. Own style sheets read them as `var(--ant-…)`.
 */
export function themeOf({ dark, density, still }: Look): ThemeConfig {
  const row = density === 'compact' ? 9 : 12
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'ficha' },
    hashed: false,
    token: {
      fontSize: 14,
      borderRadius: 6,
      sizeUnit: 4,
      sizeStep: 4,
      lineWidthFocus: 2,
      motion: !still,
      ...(dark ? darkTokens : lightTokens),
    },
    components: {
      Button: {
        fontWeight: 500,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        defaultBorderColor: dark ? '#414855' : '#cbd0d8',
      },
      Table: {
        cellPaddingBlock: row,
        cellPaddingBlockMD: row,
        cellPaddingBlockSM: row,
        cellPaddingInline: 12,
        cellPaddingInlineMD: 12,
        cellPaddingInlineSM: 12,
        headerSplitColor: 'transparent',
      },
      Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 20 },
      Tabs: { titleFontSize: 14 },
      // In the dark the accent is light and what stands on it is dark.
      ...(dark ? { Tooltip: { colorTextLightSolid: '#ffffff' }, Checkbox: { colorWhite: ink } } : {}),
    },
  }
}

const ink = '#10141b'

const lightTokens: ThemeConfig['token'] = {
  colorPrimary: '#2b4fc7',
  colorPrimaryHover: '#3c5fd2',
  colorPrimaryBorder: '#5f80dd',
  colorInfo: '#2b4fc7',
  colorLink: '#2b4fc7',
  colorSuccess: '#2f7d32',
  colorWarning: '#a85b00',
  colorError: '#c4221c',
  colorErrorHover: '#cf342d',
  colorTextBase: '#151a22',
  colorTextTertiary: '#565e6b',
  colorTextDescription: '#565e6b',
  colorTextPlaceholder: '#676e7a',
  colorTextQuaternary: '#676e7a',
  colorTextDisabled: '#676e7a',
  colorBgLayout: '#f6f7f9',
  colorBorder: '#8a919e',
  colorBorderSecondary: '#e4e7ec',
  colorSplit: '#e4e7ec',
}

const darkTokens: ThemeConfig['token'] = {
  colorPrimary: '#a6b8ff',
  colorPrimaryBg: '#252b3d',
  colorPrimaryBgHover: '#2d344a',
  colorPrimaryBorder: '#7285cf',
  colorInfo: '#a6b8ff',
  colorLink: '#b4c3ff',
  colorSuccess: '#5cb860',
  colorWarning: '#e0973a',
  colorError: '#ff8078',
  colorTextBase: '#eef1f6',
  colorTextLightSolid: ink,
  colorBgBase: '#14171c',
  colorBgContainer: '#171a20',
  colorBgElevated: '#1f232b',
  colorBgLayout: '#0f1216',
  colorTextTertiary: '#a3abb8',
  colorTextDescription: '#a3abb8',
  colorTextPlaceholder: '#979fac',
  colorTextQuaternary: '#979fac',
  colorTextDisabled: '#979fac',
  colorBorder: '#6a7280',
  colorBorderSecondary: '#2b303a',
  colorSplit: '#2b303a',
}
