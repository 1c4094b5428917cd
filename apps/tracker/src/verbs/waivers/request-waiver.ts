import { endOfDay } from '@sevenstep/onboarding'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { waivers } from '../../db/schema/index.ts'
import { stateConflict } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { itemAtHand, itemFields } from '../items/item-at-hand.ts'
import { invalidInput } from '../parse-input.ts'

/** Longest time a waiver may be asked for, in days. */
const longestWaiver = 366

const dateForm = /^\d{4}-\d{2}-\d{2}$/

/**
 * Asks to let an item pass for a while. A required item is never let pass for good: its waiver has a last day, and holds
 * to the end of that day as the ISV's calendar has it.
 */
export const requestWaiver = defineVerb({
  name: 'waiver.request',
  where: 'isv',
  allowed: ['waiver.request'],
  input: z.object({
    ...itemFields,
    waiverReason: z.string().trim().min(20).max(4000),
    /** `YYYY-MM-DD`, or empty for a recommended item that is let pass for good. */
    expiresOn: z.string().regex(dateForm).or(z.literal('')),
  }),
  async run(context, input) {
    const { transaction, now } = context
    const { isv, item, words } = await itemAtHand(transaction, input)
    const expiresAt = input.expiresOn === '' ? null : endOf(input.expiresOn, isv.timeZone)
    refuseDate(expiresAt, item.strength, now)
    const open = await transaction
      .select({ id: waivers.id })
      .from(waivers)
      .where(and(eq(waivers.productId, input.productId), eq(waivers.itemId, item.id), eq(waivers.state, 'requested')))
    if (open.length > 0) throw alreadyAsked()
    const id = context.newId('wvr')
    await transaction.insert(waivers).values({
      id,
      isvId: context.place.isvId,
      organizationId: context.place.organizationId,
      productId: input.productId,
      itemId: item.id,
      state: 'requested',
      reason: input.waiverReason,
      requestedBy: personOf(context.principal) ?? 'tracker',
      requestedAt: now,
      expiresAt: expiresAt ?? null,
    })
    return changed(
      { waiverId: id },
      {
        action: 'waiver.requested',
        subjectType: 'waiver',
        subjectId: id,
        sentence: { en: `asked for a waiver of ${words.en}`, nl: `vroeg om vrijstelling van ${words.nl}` },
        detail: { productId: input.productId, itemId: item.id, reason: input.waiverReason, expiresOn: input.expiresOn },
      },
      { touched: [{ productId: input.productId, items: [item.id] }] },
    )
  },
})

/** The end of a day as the ISV's calendar has it; undefined for a day that no calendar has. */
function endOf(day: string, timeZone: string): Date | undefined {
  if (Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day) return undefined
  return new Date(endOfDay(day, { timeZone, holidays: [] }))
}

function refuseDate(expiresAt: Date | null | undefined, strength: 'required' | 'recommended', now: Date): void {
  const latest = now.getTime() + longestWaiver * 86_400_000
  if (expiresAt === null) {
    if (strength === 'recommended') return
    throw invalidInput([
      {
        field: 'expiresOn',
        message: {
          en: 'Give the last day: a required item cannot be let pass for good.',
          nl: 'Geef de laatste dag: een verplicht punt kan niet voorgoed worden vrijgesteld.',
        },
      },
    ])
  }
  if (expiresAt !== undefined && expiresAt > now && expiresAt.getTime() <= latest) return
  throw invalidInput([
    {
      field: 'expiresOn',
      message: {
        en: `Give a day between today and ${longestWaiver} days from now.`,
        nl: `Geef een dag tussen vandaag en ${longestWaiver} dagen na nu.`,
      },
    },
  ])
}

function alreadyAsked() {
  return stateConflict(
    { en: 'A waiver has been asked for already.', nl: 'Er is al om vrijstelling gevraagd.' },
    {
      en: 'Wait for the reviewer, or withdraw the request first.',
      nl: 'Wacht op de beoordelaar, of trek de aanvraag eerst in.',
    },
  )
}
