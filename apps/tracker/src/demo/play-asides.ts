import type { Principal } from '../domain/principal.ts'
import { writeComment } from '../verbs/comments/write-comment.ts'
import { createSubmission } from '../verbs/submissions/create-submission.ts'
import { moveSubmission } from '../verbs/submissions/move-submission.ts'
import { requestWaiver } from '../verbs/waivers/request-waiver.ts'
import { type Stage, settingOf } from './play-story.ts'
import { playScene } from './scene.ts'
import type { DemoVendor } from './vendors.ts'

/** What goes on beside the steps: questions, a waiver that is asked for, a submission that waits on Microsoft. */
export async function playAsides(stage: Stage, vendor: DemoVendor, manager: Principal): Promise<void> {
  const { asides } = vendor
  if (asides === undefined) return
  const { database, productId, contact } = stage
  if (asides.question !== undefined) {
    const { itemId, asked, answered } = asides.question
    await playScene(database, settingOf(stage, contact, 2), async (perform) => {
      await perform(writeComment, { productId, itemId, comment: asked })
    })
    await playScene(database, settingOf(stage, manager, 1), async (perform) => {
      await perform(writeComment, { productId, itemId, comment: answered })
    })
  }
  if (asides.waiver !== undefined) {
    const { itemId, reason, inDays } = asides.waiver
    const expiresOn = new Date(stage.now.getTime() + inDays * 24 * 3_600_000).toISOString().slice(0, 10)
    await playScene(database, settingOf(stage, contact, 2), async (perform) => {
      await perform(requestWaiver, { productId, itemId, waiverReason: reason, expiresOn })
    })
  }
  if (asides.submission !== undefined) await submit(stage, asides.submission)
}

/** Hands the connector in to Microsoft, as far as the vendor reports it. */
async function submit(stage: Stage, { reference, daysAgo }: { readonly reference: string; readonly daysAgo: number }) {
  await playScene(stage.database, settingOf(stage, stage.contact, daysAgo), async (perform) => {
    const { productId } = stage
    const { submissionId } = await perform(createSubmission, { productId, step: 1, channel: 'partner-center' })
    await perform(moveSubmission, { submissionId, version: 1, to: 'uploaded' })
    await perform(moveSubmission, { submissionId, version: 2, to: 'checking' })
    await perform(moveSubmission, { submissionId, version: 3, to: 'passed' })
    await perform(moveSubmission, { submissionId, version: 4, to: 'submitted', reference })
  })
}
