import { useLanguage, useWords } from '../providers/i18n.ts'
import { usePreference } from '../providers/preference.ts'
import { densities, densityChoice, themeChoice, themeChoices } from '../providers/theme.ts'
import { Choice } from './Choice.tsx'
import { languageChoices } from './FrontFrame.tsx'
import styles from './Preferences.module.css'

/** How this screen looks, kept in this browser: each choice acts at once. */
export function Preferences() {
  const say = useWords()
  const [language, setLanguage] = useLanguage()
  const [theme, setTheme] = usePreference(themeChoice)
  const [density, setDensity] = usePreference(densityChoice)
  return (
    <div className={styles.choices}>
      <Choice label={say('shell.language')} value={language} choices={languageChoices} onChange={setLanguage} />
      <Choice
        label={say('shell.theme')}
        value={theme}
        choices={themeChoices.map((value) => ({ value, label: say(`shell.theme.${value}`) }))}
        onChange={setTheme}
      />
      <Choice
        label={say('shell.density')}
        value={density}
        choices={densities.map((value) => ({ value, label: say(`shell.density.${value}`) }))}
        onChange={setDensity}
      />
    </div>
  )
}
