import { createHash } from 'node:crypto'
import { deriveProduct, type ItemState, itemById, type StepId } from '@sevenstep/onboarding'
import { eq } from 'drizzle-orm'
import { reviewRequests } from '../db/schema/index.ts'
import type { Database } from '../db/scope.ts'
import type { Principal } from '../domain/principal.ts'
import { readProductInput } from '../product/product-input.ts'
import { declareStuck } from '../verbs/checklist/declare-stuck.ts'
import { finishCheck } from '../verbs/checks/finish-check.ts'
import { startCheck } from '../verbs/checks/start-check.ts'
import { addEvidence } from '../verbs/evidence/add-evidence.ts'
import { setGoals } from '../verbs/goals/set-goals.ts'
import { claimReview } from '../verbs/reviews/claim-review.ts'
import { decideReview } from '../verbs/reviews/decide-review.ts'
import { submitReview } from '../verbs/steps/submit-review.ts'
import type { CheckedFiles } from './connectors.ts'
import { playScene, type SceneSetting } from './scene.ts'
import type { Chapter, DemoVendor } from './vendors.ts'

const hour = 3_600_000
const day = 24 * hour
const tracker: Principal = { kind: 'tracker', name: 'Sevenstep' }

/** Who and what a story needs. */
export interface Stage {
  readonly database: Database
  readonly place: SceneSetting['place']
  readonly productId: string
  readonly contact: Principal
  readonly reviewer: Principal
  readonly connectors: { readonly sound: CheckedFiles; readonly faulty: CheckedFiles }
  /** What the runs of the example's deployment printed, in their order. */
  readonly deployment: readonly CheckedFiles[]
  /** The demo's present. */
  readonly now: Date
}

/** Plays what a vendor has done so far, day by day, through the same verbs that people use. */
export async function playStory(stage: Stage, vendor: DemoVendor): Promise<void> {
  const { goals, stuck } = vendor
  if (goals === undefined) return
  await playScene(stage.database, settingOf(stage, stage.contact, vendor.daysAgo - 1), async (perform) => {
    await perform(setGoals, {
      productId: stage.productId,
      version: 1,
      goals,
      kind: 'isv',
      publisher: 'verified-publisher',
      edition: 'current',
    })
  })
  for (const chapter of vendor.story) await playChapter(stage, chapter)
  if (stuck !== undefined) {
    await playScene(stage.database, settingOf(stage, stage.contact, stuck.daysAgo), async (perform) => {
      await perform(declareStuck, { productId: stage.productId, version: 2, reason: stuck.reason })
    })
  }
}

async function playChapter(stage: Stage, chapter: Chapter): Promise<void> {
  if (chapter.step === 1) {
    const { sound, faulty } = stage.connectors
    await playCheck(stage, chapter.outcome === 'failing' ? faulty : sound, chapter.daysAgo + 3)
  }
  if (chapter.reported === true) {
    // An hour apart, in the order in which they were run.
    for (const [index, run] of stage.deployment.entries()) {
      await playCheck(stage, run, chapter.daysAgo + 3 - (index * hour) / day)
    }
  }
  if (chapter.outcome === 'failing') return
  await handIn(stage, chapter)
  if (chapter.outcome === 'begun' || chapter.outcome === 'almost') return
  const reviewId = await askForReview(stage, chapter)
  if (chapter.outcome !== 'waiting') await decide(stage, chapter, reviewId)
}

/** A check of files of the example, as if the vendor had dropped them. */
async function playCheck(stage: Stage, checked: CheckedFiles, daysAgo: number): Promise<void> {
  const { files, result, milliseconds } = checked
  const named = files.map(({ path, bytes }) => ({ path, size: bytes.length, hash: hashOf(bytes) }))
  let runId = ''
  await playScene(stage.database, settingOf(stage, stage.contact, daysAgo), async (perform) => {
    ;({ runId } = await perform(startCheck, { productId: stage.productId, counts: true, files: named }))
  })
  const contents = new Map(files.map(({ path, bytes }) => [path, bytes]))
  await playScene(stage.database, settingOf(stage, tracker, daysAgo), async (perform) => {
    await perform(finishCheck({ kind: 'checked', result, contents, milliseconds }), { runId })
  })
}

/** Hands in what a step asks for: all that is required, all but the last of it, or the first half. */
async function handIn(stage: Stage, { step, daysAgo, outcome }: Chapter): Promise<void> {
  const open = await openItems(stage, step)
  const count = { begun: Math.ceil(open.length / 2), almost: open.length - 1 }
  const handed = outcome === 'begun' || outcome === 'almost' ? count[outcome] : open.length
  const scene = settingOf(stage, stage.contact, daysAgo + 2)
  // What is renewed is another piece than the one that ran out, as it would be in life.
  const date = scene.now.toISOString().slice(0, 10)
  const said = scene.now.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  await playScene(stage.database, scene, async (perform) => {
    for (const { id } of open.slice(0, handed)) {
      const item = itemById(id)
      if (item === undefined || !('evidence' in item.verification)) continue
      const { accepts } = item.verification.evidence
      const content = accepts.includes('statement')
        ? ({ kind: 'statement', statement: `Checked on ${said}: ${item.what.en}` } as const)
        : ({ kind: 'link', link: `https://docs.example.com/proof/${date}/${encodeURIComponent(id)}` } as const)
      await perform(addEvidence, { productId: stage.productId, itemId: id, content, submit: true })
    }
  })
}

/** What a vendor proves by handing something in; what a check left open is among it. */
const toHandIn: ReadonlySet<ItemState['verdict']> = new Set([
  'not-started',
  'waiting',
  'opened',
  'expired',
  'could-not-be-checked',
  'advised',
])

/** The items of a step for which the vendor still has to hand something in. */
async function openItems(stage: Stage, step: StepId): Promise<readonly ItemState[]> {
  const { input } = await stage.database.within({ kind: 'isv', ...stage.place }, (transaction) =>
    readProductInput(transaction, stage.productId, stage.now),
  )
  return deriveProduct(input).items.filter(
    ({ id, verdict, strength }) => itemById(id)?.step === step && strength === 'required' && toHandIn.has(verdict),
  )
}

async function askForReview(stage: Stage, { step, daysAgo }: Chapter): Promise<string> {
  let reviewId = ''
  await playScene(stage.database, settingOf(stage, stage.contact, daysAgo + 1), async (perform) => {
    ;({ reviewId } = await perform(submitReview, { productId: stage.productId, step }))
  })
  return reviewId
}

/** The reviewer takes the request up and approves it, or sends one item back. */
async function decide(stage: Stage, { daysAgo, outcome }: Chapter, reviewId: string): Promise<void> {
  const asked = await askedItems(stage, reviewId)
  const words = asked.map(([id, seen], index) => {
    const lacking = outcome === 'returned' && index === 0
    return lacking
      ? [
          id,
          {
            seen,
            decision: 'changes-requested' as const,
            note: 'It says that it was checked, not how. Please show it.',
          },
        ]
      : [id, { seen, decision: 'approved' as const }]
  })
  await playScene(stage.database, settingOf(stage, stage.reviewer, daysAgo), async (perform) => {
    await perform(claimReview, { reviewId, version: 1 })
    await perform(decideReview, {
      reviewId,
      version: 2,
      items: Object.fromEntries(words),
      ...(outcome === 'returned'
        ? { decision: 'changes-requested', note: 'Almost there: one item is not shown yet.' }
        : { decision: 'approved' }),
    })
  })
}

/** The items a request asks about, with the hash of the facts that were handed in. */
async function askedItems(stage: Stage, reviewId: string): Promise<readonly [string, string][]> {
  const [request] = await stage.database.within({ kind: 'isv', ...stage.place }, (transaction) =>
    transaction
      .select({ snapshot: reviewRequests.snapshot })
      .from(reviewRequests)
      .where(eq(reviewRequests.id, reviewId)),
  )
  return Object.entries(request?.snapshot ?? {})
}

/** Where and when a scene of this story plays. */
export function settingOf(stage: Stage, principal: Principal, daysAgo: number): SceneSetting {
  return { place: stage.place, principal, now: new Date(stage.now.getTime() - daysAgo * day) }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
