import { locales, uncertainLocales } from '../data/locales.ts'

/** True for a locale that widgets and the gallery have texts for, written as they write it. */
export function isWidgetLocale(locale: string): boolean {
  return locales.includes(locale) || uncertainLocales.includes(locale)
}

/**
 * The locale that widgets and the gallery have texts for which is nearest to a language, as browsers name it: `nl-nl` for
 * `nl-BE`, `en-us` where they have none.
 */
export function widgetLocale(language: string): string {
  const wanted = language.toLowerCase().replaceAll('_', '-')
  if (isWidgetLocale(wanted)) return wanted
  const [name = ''] = wanted.split('-')
  const own = [...locales, ...uncertainLocales].filter((locale) => locale.startsWith(`${name}-`))
  // The country of the language itself comes first: pt-pt for pt-ao.
  return own.find((locale) => locale === `${name}-${name}`) ?? own[0] ?? 'en-us'
}
