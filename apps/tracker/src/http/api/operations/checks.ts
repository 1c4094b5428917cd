import { createHash } from 'node:crypto'
import { z } from 'zod'
import { carryOutCheck, stopCheck } from '../../../checks/carry-out-check.ts'
import { uploadLimits } from '../../../checks/upload-limits.ts'
import { notFound } from '../../../domain/failure.ts'
import type { RowOf } from '../../../reads/api/read-rows.ts'
import { readChecks } from '../../../reads/checks/read-checks.ts'
import { cancelCheck } from '../../../verbs/checks/cancel-check.ts'
import { countCheck } from '../../../verbs/checks/count-check.ts'
import { rerunCheck } from '../../../verbs/checks/rerun-check.ts'
import { startCheck } from '../../../verbs/checks/start-check.ts'
import { reportAs } from '../../checks/downloads.ts'
import { readUpload, tooLarge } from '../../checks/read-upload.ts'
import { apiChange } from '../change.ts'
import { apiFile } from '../file.ts'
import type { Operation } from '../operation.ts'
import { apiList, apiRead } from '../read.ts'
import { oneOf, pageOf, personIn, scopeFor } from '../rows.ts'
import { moment, named, person, version } from '../schemas.ts'
import { apiUpload } from '../upload.ts'

const run = named(
  'CheckRun',
  z.object({
    id: z.string(),
    version,
    productId: z.string(),
    counts: z.boolean().meta({ description: 'Whether the verdicts of items rest on it.' }),
    state: z.enum(['queued', 'running', 'passed', 'failed', 'error', 'cancelled', 'timed-out']),
    rooms: z.array(z.string()).meta({ description: 'Whose rules judged it; empty until it has ended.' }),
    profile: z.string(),
    edition: z.string().meta({ description: 'The state of the programme that it was judged by.' }),
    ruleSet: z.string(),
    inputHash: z.string(),
    files: z.array(z.object({ path: z.string(), size: z.int(), hash: z.string(), stored: z.boolean() })),
    errors: z.int().nullable(),
    warnings: z.int().nullable(),
    notes: z.int().nullable(),
    operations: z.int().nullable(),
    problem: z.string().nullable(),
    previousRunId: z.string().nullable(),
    requestedBy: person,
    requestedAt: moment,
    finishedAt: moment.nullable(),
  }),
)
const started = named('StartedCheck', z.object({ runId: z.string() }))
const base = '/products/{productId}/checks'
const people = ['requestedBy'] as const
const tell = (row: RowOf<'runs'>, names: ReadonlyMap<string, string>) => ({
  ...row,
  problem: row.problem?.en ?? null,
  requestedBy: personIn(names, row.requestedBy),
})
const location = ({ runId }: { runId: string }, { productId }: Readonly<Record<string, string>>) =>
  `/products/${productId}/checks/${runId}`

const endings = { json: 'json', sarif: 'sarif', markdown: 'md' } as const

/** The file check: files handed in, runs and their reports. */
export const checkOperations: readonly Operation[] = [
  apiList({
    id: 'listChecks',
    path: base,
    tag: 'Checks',
    summary: 'The runs of a product, newest first',
    place: 'product',
    allowed: ['product.read'],
    page: 'CheckRunPage',
    row: run,
    read: (asked) =>
      pageOf(asked, 'runs', { order: 'newest-first', where: { productId: asked.params.productId }, people, tell }),
  }),
  apiRead({
    id: 'readCheck',
    path: `${base}/{runId}`,
    tag: 'Checks',
    summary: 'One run; its state says whether it has ended',
    place: 'product',
    allowed: ['product.read'],
    answer: run,
    version: (answer) => answer.version,
    read: (asked) => {
      const { runId = '', productId = '' } = asked.params
      return oneOf(asked, 'runs', { where: { id: runId, productId }, people, tell })
    },
  }),
  apiFile({
    id: 'downloadReport',
    path: `${base}/{runId}/report`,
    tag: 'Checks',
    summary: 'The findings of a run, as the command line prints them',
    place: 'product',
    allowed: ['product.read'],
    query: z.strictObject({ format: z.enum(['json', 'sarif', 'markdown']).default('json') }),
    mediaType: 'application/json',
    read: async ({ services, principal, place, params, query }) => {
      const { productId = '', runId = '' } = params
      const { shown } = await readChecks(services, scopeFor({ principal, place }), productId, runId)
      const report = shown?.report?.report
      const file = report === undefined ? undefined : reportAs(endings[query.format], report, `report-${shown?.run.id}`)
      if (file === undefined) throw notFound()
      return file
    },
  }),
  apiUpload(startCheck, {
    id: 'startCheck',
    path: `${base}/uploads`,
    tag: 'Checks',
    summary:
      'Checks whatever is recognised among files, zipped or not: connectors, app registrations, pages, flows and solutions, reports of deployments, licences, offers; read the run until it has ended',
    place: 'product',
    fields: {
      files: { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } },
      paths: {
        type: 'array',
        items: { type: 'string' },
        description: 'A path for each file, where names are not enough.',
      },
      counts: { type: 'string', enum: ['true', 'false'], description: 'False for a try only; true unless given.' },
    },
    required: ['files'],
    largest: uploadLimits.bytes,
    tooLarge,
    prepare: async (form) => {
      const files = await readUpload(form)
      const named = files.map(({ path, bytes }) => ({
        path,
        size: bytes.length,
        hash: createHash('sha256').update(bytes).digest('hex'),
      }))
      return { input: { counts: form.fields.counts !== 'false', files: named }, prepared: files }
    },
    answer: started,
    status: 202,
    location,
    afterwards: (services, { place }, { runId, profile, edition }, files) =>
      carryOutCheck(services, { runId, place, files, profile, edition }).catch((error: unknown) => {
        services.log.error({ err: error, runId }, 'A check could not be carried out.')
      }),
  }),
  apiChange(rerunCheck, {
    id: 'rerunCheck',
    method: 'post',
    path: `${base}/{runId}/rerun`,
    tag: 'Checks',
    summary: 'Checks the kept files of a run again',
    place: 'product',
    answer: started,
    location,
  }),
  apiChange(cancelCheck, {
    id: 'cancelCheck',
    method: 'post',
    path: `${base}/{runId}/cancellation`,
    tag: 'Checks',
    summary: 'Stops a run',
    place: 'product',
    answer: named('CancelledCheck', z.object({ cancelled: z.boolean() })),
    afterwards: ({ cancelled }, { runId }) => {
      if (cancelled && runId !== undefined) stopCheck(runId)
    },
  }),
  apiChange(countCheck, {
    id: 'countCheck',
    method: 'post',
    path: `${base}/{runId}/count`,
    tag: 'Checks',
    summary: 'Lets the verdicts of items rest on a run that was a try',
    place: 'product',
    answer: named('CountedCheck', z.object({ counts: z.boolean() })),
  }),
]
