import type { Language } from '@sevenstep/onboarding'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { HttpEnvironment, SignedIn, Theme } from '../environment.ts'

/** The cookies that hold what a browser prefers; they name nobody. */
export const languageCookie = 'language'
export const themeCookie = 'theme'

/** Language and theme: the browser's cookie first, then what the browser says it speaks. */
export const preferences = createMiddleware<HttpEnvironment>(async (context, next) => {
  const language = getCookie(context, languageCookie)
  const theme = getCookie(context, themeCookie)
  context.set('language', isLanguage(language) ? language : spoken(context.req.header('Accept-Language')))
  context.set('theme', isTheme(theme) ? theme : 'auto')
  context.header('Vary', 'Accept-Language, Cookie', { append: true })
  await next()
})

/** A person's own settings take the place of what the browser was guessed to prefer, but not of what it was told. */
export function preferSettings(context: Context<HttpEnvironment>, { language, theme }: SignedIn): void {
  if (!isLanguage(getCookie(context, languageCookie))) context.set('language', language)
  if (!isTheme(getCookie(context, themeCookie))) context.set('theme', theme)
}

/** True for a language the tracker speaks. */
export function isLanguage(value: unknown): value is Language {
  return value === 'en' || value === 'nl'
}

/** True for a theme the tracker has. */
export function isTheme(value: unknown): value is Theme {
  return value === 'auto' || value === 'light' || value === 'dark'
}

/** The language a browser would rather read, of those the tracker speaks. */
function spoken(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().split(';')
      return { tag: tag.toLowerCase(), weight: Number(quality.trim().replace(/^q=/, '')) || 0 }
    })
    .sort((left, right) => right.weight - left.weight)
  const first = wanted.find(({ tag, weight }) => weight > 0 && (tag.startsWith('en') || tag.startsWith('nl')))
  return first?.tag.startsWith('nl') === true ? 'nl' : 'en'
}
