import { localDate } from '@sevenstep/onboarding'
import { and, eq, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import { isvs, productSummaries } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { stateConflict } from '../../domain/failure.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { invalidInput } from '../parse-input.ts'
import { updateVersioned } from '../versioned.ts'
import { type IsvRecord, isvForChange, productsTouched } from './isv-at-hand.ts'
import { isvMoveNames, isvMoves } from './isv-moves.ts'

const input = z.strictObject({
  version: z.int(),
  move: z.enum(isvMoveNames),
  /** Why it is paused. */
  reason: z.string().trim().max(500).optional(),
  /** The day on which to look again. */
  reviewOn: z.string().trim().optional(),
})

/** Moves an ISV to another state: start, pause, resume, complete, reopen, archive. A pause stops every clock. */
export const moveIsv = defineVerb({
  name: 'isv.move',
  where: 'isv',
  allowed: ['isv.manage'],
  input,
  run: async ({ transaction, place, now }, { version, move: name, reason, reviewOn }) => {
    const { isvId } = place
    const move = isvMoves[name]
    const isv = await isvForChange(transaction, isvId)
    if (!move.from.some((from) => from === isv.state)) throw wrongState(isv)
    const pause = move.needsReview
      ? pauseOf(isv, now, reason, reviewOn)
      : { pauseReason: null, pausedAt: null, reviewOn: null }
    if (move.needsFinishedProducts) await requireFinished(transaction, isv)
    await updateVersioned(transaction, isvs, { id: isvId, version }, { state: move.to, ...pause, updatedAt: now })
    const because = pause.pauseReason === null ? '' : `: ${pause.pauseReason}`
    return changed(
      { isvId, state: move.to },
      {
        action: `isv.${move.to}`,
        subjectType: 'isv',
        subjectId: isvId,
        sentence: { en: `${move.verb.en} ${isv.name}${because}`, nl: `${move.verb.nl} ${isv.name}${because}` },
        detail: { isvId, before: isv.state, after: move.to, ...(pause.reviewOn !== null && { reviewOn }) },
      },
      { touched: await productsTouched(transaction, isvId) },
    )
  },
})

function pauseOf(isv: IsvRecord, now: Date, reason = '', reviewOn = '') {
  const today = localDate(now.toISOString(), { timeZone: isv.timeZone, holidays: [] })
  const isLater = z.iso.date().safeParse(reviewOn).success && reviewOn > today
  if (reason === '' || !isLater) {
    throw invalidInput([
      ...(reason === '' ? [{ field: 'reason', message: missingReason }] : []),
      ...(isLater ? [] : [{ field: 'reviewOn', message: laterDay }]),
    ])
  }
  return { pauseReason: reason, pausedAt: now, reviewOn }
}

const missingReason = { en: 'Say why it is paused.', nl: 'Geef aan waarom het wordt gepauzeerd.' }
const laterDay = { en: 'Choose a day after today.', nl: 'Kies een dag na vandaag.' }

async function requireFinished(transaction: Transaction, isv: IsvRecord): Promise<void> {
  const open = await transaction
    .select({ name: productSummaries.productName })
    .from(productSummaries)
    .where(and(eq(productSummaries.isvId, isv.id), notInArray(productSummaries.status, ['ready', 'live', 'withdrawn'])))
  if (open.length === 0) return
  const names = open.map(({ name }) => name).join(', ')
  throw stateConflict(
    {
      en: `${isv.name} cannot be completed: ${names} is not ready.`,
      nl: `${isv.name} kan niet worden afgerond: ${names} is niet gereed.`,
    },
    {
      en: 'Finish or withdraw each product first.',
      nl: 'Maak eerst elk product af of trek het in.',
    },
  )
}

function wrongState(isv: IsvRecord) {
  return stateConflict(
    {
      en: `Nothing was changed: ${isv.name} is ${isv.state} now.`,
      nl: `Er is niets gewijzigd: de staat van ${isv.name} is nu ${isv.state}.`,
    },
    {
      en: 'Open the page again and choose from what it offers.',
      nl: 'Open de pagina opnieuw en kies uit wat er staat.',
    },
  )
}
