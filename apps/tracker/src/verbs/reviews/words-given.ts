import { type ItemId, itemById, type Text } from '@sevenstep/onboarding'
import { z } from 'zod'
import type { ItemDecision } from '../../db/schema/index.ts'
import type { FieldProblem } from '../../domain/failure.ts'
import { invalidInput } from '../parse-input.ts'

const note = z.string().trim().max(4000)

/** What is said of one item; `later` leaves a changed item for a new request. */
const saidOfItem = z.strictObject({
  decision: z.enum(['approved', 'changes-requested', 'rejected', 'later']).optional(),
  note: note.optional(),
  /** Hash of the item's facts as the reviewer saw them. */
  seen: z.string().max(64).optional(),
})

/** What a reviewer sends: the word on the whole, and those on its items. */
export const wordsGiven = {
  reviewId: z.string().min(1).max(80),
  version: z.int(),
  note: note.optional(),
  items: z.record(z.string().max(120), saidOfItem),
}

/** The whole is accepted, sent back, or not accepted. */
export const wholeDecision = z.enum(['approved', 'changes-requested', 'rejected'])

/** The words as they were sent. */
interface Words {
  readonly decision: ItemDecision
  readonly note?: string | undefined
  readonly items: Readonly<Record<string, z.infer<typeof saidOfItem>>>
}

/** A word that is to be kept of one item. */
export interface SettledWord {
  readonly itemId: ItemId
  readonly decision: ItemDecision
  readonly note: string | null
}

/**
 * Works out what the words mean for each item asked about. Approving the whole approves every item nothing else was said
 * of; otherwise such items stay handed in and wait for the next request.
 *
 * @throws Failure `invalid-input` where a note is missing, or the whole contradicts its items
 */
export function settleWords(words: Words, asked: readonly ItemId[]): readonly SettledWord[] {
  const problems: FieldProblem[] = []
  const settled = asked.flatMap((itemId): SettledWord[] => {
    const said = words.items[itemId]
    const decision = said?.decision ?? (words.decision === 'approved' ? 'approved' : 'later')
    if (decision === 'later') return []
    const text = said?.note ?? ''
    if (decision !== 'approved' && text === '') problems.push({ field: `note.${itemId}`, message: noteMissing(itemId) })
    return [{ itemId, decision, note: text === '' ? null : text }]
  })
  const against = settled.filter(({ decision }) => decision !== 'approved')
  if (words.decision === 'approved') {
    for (const { itemId } of against) problems.push({ field: `decision.${itemId}`, message: notApproved(itemId) })
  } else {
    if (against.length === 0) problems.push({ field: 'decision', message: nameAnItem })
    if ((words.note ?? '') === '') problems.push({ field: 'note', message: wholeNoteMissing })
  }
  if (problems.length > 0) throw invalidInput(problems)
  return settled
}

function titleOf(itemId: ItemId): Text {
  return itemById(itemId)?.title ?? { en: itemId, nl: itemId }
}

function noteMissing(itemId: ItemId): Text {
  const { en, nl } = titleOf(itemId)
  return { en: `Say what has to change: ${en}.`, nl: `Zeg wat er anders moet: ${nl}.` }
}

function notApproved(itemId: ItemId): Text {
  const { en, nl } = titleOf(itemId)
  return {
    en: `You do not approve “${en}”, so the whole cannot be approved. Ask for changes or reject instead.`,
    nl: `U keurt “${nl}” niet goed, dus het geheel kan niet worden goedgekeurd. Vraag om wijzigingen of wijs af.`,
  }
}

const nameAnItem: Text = {
  en: 'Say of at least one item what has to change; otherwise nobody knows what to do.',
  nl: 'Zeg van minstens één punt wat er anders moet; anders weet niemand wat te doen.',
}

const wholeNoteMissing: Text = {
  en: 'Write a note to the ISV: what to do next, in a sentence or two.',
  nl: 'Schrijf een bericht aan de ISV: wat nu te doen, in een paar zinnen.',
}
