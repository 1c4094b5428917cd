import type { StepId } from '@sevenstep/onboarding'
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { roomsOfStep } from '../../checks/step-of-room.ts'
import { submissions, verificationRuns } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { stateConflict } from '../../domain/failure.ts'
import { productForChange } from '../checklist/product-for-change.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { invalidInput } from '../parse-input.ts'
import { updateVersioned } from '../versioned.ts'
import { type SubmissionRecord, submissionForChange } from './submission-at-hand.ts'
import { checkedSteps, type SubmissionMove, submissionMovesFrom } from './submission-moves.ts'
import { changeWaits } from './wait-changes.ts'

const states = [
  'uploaded',
  'checking',
  'failed',
  'passed',
  'submitted',
  'changes-requested',
  'certified',
  'preview',
  'live',
  'withdrawn',
] as const

const input = z.strictObject({
  submissionId: z.string(),
  version: z.int(),
  to: z.enum(states),
  /** The number Microsoft gave it; kept where none is given. */
  reference: z.string().trim().max(120).optional(),
  note: z.string().trim().max(2_000).optional(),
})

/** Moves a submission on, and starts and ends what Microsoft is waited for. */
export const moveSubmission = defineVerb({
  name: 'submission.move',
  where: 'isv',
  allowed: ['submission.write'],
  input,
  run: async (context, { submissionId, version, to, reference, note }) => {
    const { transaction, now } = context
    const { productId } = await submissionForChange(transaction, submissionId)
    const { product, isv } = await productForChange(transaction, productId)
    const submission = await submissionForChange(transaction, submissionId)
    const { step } = submission
    const move = submissionMovesFrom(submission.state, step).find((candidate) => candidate.to === to)
    if (move === undefined) throw noSuchMove(submission, to)
    const said = { reference: given(reference) ?? submission.reference, note: given(note) }
    requireSaid(move, said)
    const runId = await runFor(transaction, submission, move)
    await updateVersioned(
      transaction,
      submissions,
      { id: submissionId, version },
      { state: to, reference: said.reference, note: said.note ?? submission.note, runId, updatedAt: now },
    )
    await changeWaits(context, { submission, to, product, isv })
    return changed(
      { submissionId, productId, state: to },
      {
        action: `submission.${to}`,
        subjectType: 'submission',
        subjectId: submissionId,
        sentence: sentenceOf(move, step, product.name, said),
        detail: { productId, step, before: submission.state, after: to, reference: said.reference, runId },
      },
      { touched: [{ productId, items: [] }] },
    )
  },
})

function given(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value
}

function requireSaid(
  { needs }: SubmissionMove,
  said: { readonly reference: string | null; readonly note: string | null },
): void {
  const missing = needs.filter((name) => said[name] === null)
  if (missing.length > 0) throw invalidInput(missing.map((field) => ({ field, message: asked[field] })))
}

const asked = {
  reference: {
    en: 'Give the number or address under which Microsoft keeps it.',
    nl: 'Geef het nummer of adres waaronder Microsoft het bijhoudt.',
  },
  note: { en: 'Say in a sentence what happened.', nl: 'Geef in één zin aan wat er is gebeurd.' },
}

/** The run the state rests on: the newest one by the rules of the step that has ended, if it ended that way. */
async function runFor(
  transaction: Transaction,
  submission: SubmissionRecord,
  { needsRun }: SubmissionMove,
): Promise<string | null> {
  if (needsRun === undefined || !checkedSteps.includes(submission.step)) return submission.runId
  const [newest] = await transaction
    .select({ id: verificationRuns.id, state: verificationRuns.state })
    .from(verificationRuns)
    .where(
      and(
        eq(verificationRuns.productId, submission.productId),
        inArray(verificationRuns.state, ['passed', 'failed']),
        sql`${verificationRuns.rooms} @> ${JSON.stringify(roomsOfStep(submission.step))}::jsonb`,
      ),
    )
    .orderBy(desc(verificationRuns.finishedAt), desc(verificationRuns.id))
    .limit(1)
  if (newest?.state === needsRun) return newest.id
  throw stateConflict(
    {
      en: `Nothing was changed: no check of this product has ${needsRun} last.`,
      nl: `Er is niets gewijzigd: de laatste controle van dit product is niet ${needsRun === 'passed' ? 'geslaagd' : 'mislukt'}.`,
    },
    { en: 'Run the file check on the files you hand in.', nl: 'Controleer eerst het pakket dat u inzendt.' },
  )
}

function noSuchMove({ state }: SubmissionRecord, to: string) {
  return stateConflict(
    {
      en: `Nothing was changed: what is “${state}” cannot become “${to}”.`,
      nl: `Er is niets gewijzigd: van “${state}” kan het niet “${to}” worden.`,
    },
    {
      en: 'Open the page again and choose from what it offers.',
      nl: 'Open de pagina opnieuw en kies uit wat er staat.',
    },
  )
}

function sentenceOf(
  { verb }: SubmissionMove,
  step: StepId,
  product: string,
  said: { readonly reference: string | null; readonly note: string | null },
) {
  const more = [said.reference === null ? '' : ` (${said.reference})`, said.note === null ? '' : `: ${said.note}`].join(
    '',
  )
  return {
    en: `${verb.en} step ${step} of ${product}${more}`,
    nl: `${verb.nl} stap ${step} van ${product}${more}`,
  }
}
