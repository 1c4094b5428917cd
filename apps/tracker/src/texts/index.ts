import type { Language } from '@sevenstep/onboarding'
import { accountEn } from './account.en.ts'
import { accountNl } from './account.nl.ts'
import { auditEn } from './audit.en.ts'
import { auditNl } from './audit.nl.ts'
import { checklistEn } from './checklist.en.ts'
import { checklistNl } from './checklist.nl.ts'
import { checksEn } from './checks.en.ts'
import { checksNl } from './checks.nl.ts'
import { type Formatting, formatting } from './formatting.ts'
import { frameEn } from './frame.en.ts'
import { frameNl } from './frame.nl.ts'
import { goalsEn } from './goals.en.ts'
import { goalsNl } from './goals.nl.ts'
import { isvsEn } from './isvs.en.ts'
import { isvsNl } from './isvs.nl.ts'
import { itemsEn } from './items.en.ts'
import { itemsNl } from './items.nl.ts'
import { membersEn } from './members.en.ts'
import { membersNl } from './members.nl.ts'
import { portfolioEn } from './portfolio.en.ts'
import { portfolioNl } from './portfolio.nl.ts'
import { probesEn } from './probes.en.ts'
import { probesNl } from './probes.nl.ts'
import { reviewsEn } from './reviews.en.ts'
import { reviewsNl } from './reviews.nl.ts'
import { searchEn } from './search.en.ts'
import { searchNl } from './search.nl.ts'
import { sharedEn } from './shared.en.ts'
import { sharedNl } from './shared.nl.ts'
import { stepsEn } from './steps.en.ts'
import { stepsNl } from './steps.nl.ts'
import { submissionsEn } from './submissions.en.ts'
import { submissionsNl } from './submissions.nl.ts'
import { waiversEn } from './waivers.en.ts'
import { waiversNl } from './waivers.nl.ts'

// A new area is one line in each of these two. The English file is the measure: the Dutch one is typed by it, so that a
// key that is missing or left over does not compile.
const english = (format: Formatting) => ({
  account: accountEn(format),
  audit: auditEn(format),
  members: membersEn(format),
  search: searchEn(format),
  checks: checksEn(format),
  frame: frameEn(),
  shared: sharedEn(format),
  items: itemsEn(format),
  probes: probesEn(format),
  checklist: checklistEn(format),
  goals: goalsEn(format),
  steps: stepsEn(format),
  reviews: reviewsEn(format),
  waivers: waiversEn(format),
  portfolio: portfolioEn(format),
  isvs: isvsEn(format),
  submissions: submissionsEn(format),
})

const dutch = (format: Formatting): AreaTexts => ({
  account: accountNl(format),
  audit: auditNl(format),
  members: membersNl(format),
  search: searchNl(format),
  checks: checksNl(format),
  frame: frameNl(),
  shared: sharedNl(format),
  items: itemsNl(format),
  probes: probesNl(format),
  checklist: checklistNl(format),
  goals: goalsNl(format),
  steps: stepsNl(format),
  reviews: reviewsNl(format),
  waivers: waiversNl(format),
  portfolio: portfolioNl(format),
  isvs: isvsNl(format),
  submissions: submissionsNl(format),
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
