import type { Frame, Theme } from './frame.ts'
import { Icon, type IconName } from './icon.tsx'

/**
 * Where preferences are kept: a POST with `language`, `theme` (auto, light, dark) or `shortcuts` (on, off), and `return`,
 * the path to come back to. Scripts send the same without `return`.
 */
export const preferencesAction = '/preferences'

/** NL and EN as two buttons of one form. */
export function LanguageSwitch({ frame }: { readonly frame: Frame }) {
  const { texts, path } = frame
  return (
    <form class="switch" method="post" action={preferencesAction} aria-label={texts.shared.language.label}>
      <input type="hidden" name="return" value={path} />
      {(['nl', 'en'] as const).map((language, index) => (
        <>
          {index > 0 && <span aria-hidden="true">·</span>}
          <button
            type="submit"
            name="language"
            value={language}
            lang={language}
            title={texts.shared.language[language]}
            aria-pressed={texts.language === language ? 'true' : 'false'}
          >
            {language.toUpperCase()}
          </button>
        </>
      ))}
    </form>
  )
}

const themes: readonly { readonly theme: Theme; readonly icon: IconName }[] = [
  { theme: 'auto', icon: 'monitor' },
  { theme: 'light', icon: 'sun' },
  { theme: 'dark', icon: 'moon' },
]

/** Auto, light and dark as three buttons of one form; the island changes the page at once. */
export function ThemeSwitch({ frame }: { readonly frame: Frame }) {
  const { texts, path } = frame
  return (
    <form
      class="switch theme-switch"
      method="post"
      action={preferencesAction}
      aria-label={texts.shared.theme.label}
      data-theme-switch
    >
      <input type="hidden" name="return" value={path} />
      {themes.map(({ theme, icon }) => (
        <button type="submit" name="theme" value={theme} aria-pressed={frame.theme === theme ? 'true' : 'false'}>
          <Icon name={icon} size={14} />
          {texts.shared.theme[theme]}
        </button>
      ))}
    </form>
  )
}
