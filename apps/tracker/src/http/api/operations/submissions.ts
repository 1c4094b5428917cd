import { z } from 'zod'
import type { RowOf } from '../../../reads/api/read-rows.ts'
import { assignWait } from '../../../verbs/submissions/assign-wait.ts'
import { createSubmission } from '../../../verbs/submissions/create-submission.ts'
import { moveSubmission } from '../../../verbs/submissions/move-submission.ts'
import { apiChange } from '../change.ts'
import type { Operation } from '../operation.ts'
import { changedProduct } from '../product-schemas.ts'
import { apiList, apiRead } from '../read.ts'
import { oneOf, pageOf, personIn } from '../rows.ts'
import { moment, named, person, version } from '../schemas.ts'

const submission = named(
  'Submission',
  z.object({
    id: z.string(),
    version,
    productId: z.string(),
    step: z.int(),
    state: z.string(),
    channel: z.enum(['partner-center', 'github', 'portal', 'other']),
    reference: z.string().nullable(),
    note: z.string().nullable(),
    runId: z.string().nullable(),
    createdBy: person,
    createdAt: moment,
    updatedAt: moment,
  }),
)
const wait = named(
  'Wait',
  z.object({
    id: z.string(),
    version,
    productId: z.string(),
    submissionId: z.string().nullable(),
    step: z.int(),
    kind: z.string(),
    state: z.enum(['running', 'met', 'breached', 'cancelled']),
    startedAt: moment,
    dueAt: moment,
    endedAt: moment.nullable(),
    owner: person.nullable(),
  }),
)
const changed = named('ChangedSubmission', z.object({ submissionId: z.string() }))
type Names = ReadonlyMap<string, string>

const tellSubmission = (row: RowOf<'submissions'>, names: Names) => ({
  ...row,
  createdBy: personIn(names, row.createdBy),
})
const tellWait = (row: RowOf<'waits'>, names: Names) => ({ ...row, owner: personIn(names, row.ownerId) })

/** What was handed to Microsoft, and what is waited for. */
export const submissionOperations: readonly Operation[] = [
  apiList({
    id: 'listSubmissions',
    path: '/submissions',
    tag: 'Submissions',
    summary: 'Submissions to Microsoft that you can see, newest first',
    place: 'home',
    allowed: ['product.read'],
    query: z.strictObject({ productId: z.string().max(80).optional() }),
    page: 'SubmissionPage',
    row: submission,
    read: (asked) =>
      pageOf(asked, 'submissions', {
        order: 'newest-first',
        where: { productId: asked.query.productId },
        people: ['createdBy'],
        tell: tellSubmission,
      }),
  }),
  apiRead({
    id: 'readSubmission',
    path: '/submissions/{submissionId}',
    tag: 'Submissions',
    summary: 'One submission',
    place: 'submission',
    allowed: ['product.read'],
    answer: submission,
    version: (answer) => answer.version,
    read: (asked) =>
      oneOf(asked, 'submissions', {
        where: { id: asked.params.submissionId ?? '' },
        people: ['createdBy'],
        tell: tellSubmission,
      }),
  }),
  apiChange(createSubmission, {
    id: 'createSubmission',
    method: 'post',
    path: '/products/{productId}/submissions',
    tag: 'Submissions',
    summary: 'Begins a submission to Microsoft',
    place: 'product',
    answer: changed,
    location: ({ submissionId }) => `/submissions/${submissionId}`,
  }),
  apiChange(moveSubmission, {
    id: 'moveSubmission',
    method: 'post',
    path: '/submissions/{submissionId}/moves',
    tag: 'Submissions',
    summary: 'Writes down that a submission has moved on',
    place: 'submission',
    answer: changed,
  }),
  apiList({
    id: 'listWaits',
    path: '/waits',
    tag: 'Submissions',
    summary: 'What Microsoft does or demands within a time, newest first',
    place: 'home',
    allowed: ['product.read'],
    query: z.strictObject({
      productId: z.string().max(80).optional(),
      state: z.enum(['running', 'met', 'breached', 'cancelled']).optional(),
    }),
    page: 'WaitPage',
    row: wait,
    read: (asked) => {
      const { productId, state } = asked.query
      return pageOf(asked, 'waits', {
        order: 'newest-first',
        where: { productId, state },
        people: ['ownerId'],
        tell: tellWait,
      })
    },
  }),
  apiRead({
    id: 'readWait',
    path: '/waits/{waitId}',
    tag: 'Submissions',
    summary: 'One wait',
    place: 'wait',
    allowed: ['product.read'],
    answer: wait,
    version: (answer) => answer.version,
    read: (asked) =>
      oneOf(asked, 'waits', { where: { id: asked.params.waitId ?? '' }, people: ['ownerId'], tell: tellWait }),
  }),
  apiChange(assignWait, {
    id: 'assignWait',
    method: 'put',
    path: '/waits/{waitId}/owner',
    tag: 'Submissions',
    summary: 'Says who keeps an eye on a wait',
    place: 'wait',
    answer: changedProduct,
  }),
]
