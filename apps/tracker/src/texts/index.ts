import type { Language } from '@sevenstep/onboarding'
import { type Formatting, formatting } from './formatting.ts'
import { frameEn } from './frame.en.ts'
import { frameNl } from './frame.nl.ts'
import { sharedEn } from './shared.en.ts'
import { sharedNl } from './shared.nl.ts'

// A new area is one line in each of these two. The English file is the measure: the Dutch one is typed by it, so that a
// key that is missing or left over does not compile.
const english = (format: Formatting) => ({
  frame: frameEn(),
  shared: sharedEn(format),
})

const dutch = (format: Formatting): AreaTexts => ({
  frame: frameNl(),
  shared: sharedNl(format),
})

type AreaTexts = ReturnType<typeof english>

const areas = { en: english, nl: dutch }

/** Everything a page says in one language, and the means to say numbers and dates in it. */
export interface Texts extends AreaTexts {
  readonly language: Language
  readonly format: Formatting
}

const known = new Map<string, Texts>()

/**
 * The texts of a language.
 *
 * @param timeZone IANA name of the zone in which moments are told
 */
export function texts(language: Language, timeZone = 'Europe/Amsterdam'): Texts {
  const key = `${language} ${timeZone}`
  const before = known.get(key)
  if (before !== undefined) return before
  const format = formatting(language, timeZone)
  const made: Texts = { ...areas[language](format), language, format }
  known.set(key, made)
  return made
}
