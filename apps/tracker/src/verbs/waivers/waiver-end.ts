import { endOfDay, type Text } from '@sevenstep/onboarding'
import { invalidInput } from '../parse-input.ts'

/** Longest time an item is let pass, in days. */
const longest = 366

const dateForm = /^\d{4}-\d{2}-\d{2}$/

/**
 * When a waiver ends: with its last day, as the ISV's calendar has it; null for one without end.
 *
 * @param day `YYYY-MM-DD`, or empty for a recommended item that is let pass for good
 * @throws Failure `invalid-input` on `expiresOn`
 */
export function endOfWaiver(
  day: string,
  at: { readonly strength: 'required' | 'recommended'; readonly timeZone: string; readonly now: Date },
): Date | null {
  if (day === '') {
    if (at.strength === 'recommended') return null
    throw refused({
      en: 'Give the last day: a required item cannot be let pass for good.',
      nl: 'Geef de laatste dag: een verplicht punt kan niet voorgoed worden vrijgesteld.',
    })
  }
  const end = isDay(day) ? new Date(endOfDay(day, { timeZone: at.timeZone, holidays: [] })) : undefined
  const latest = at.now.getTime() + longest * 86_400_000
  if (end !== undefined && end > at.now && end.getTime() <= latest) return end
  throw refused({
    en: `Give a day between today and ${longest} days from now.`,
    nl: `Geef een dag tussen vandaag en ${longest} dagen na nu.`,
  })
}

function isDay(day: string): boolean {
  return dateForm.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().slice(0, 10) === day
}

function refused(message: Text) {
  return invalidInput([{ field: 'expiresOn', message }])
}
