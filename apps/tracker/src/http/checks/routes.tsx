import type { Context } from 'hono'
import { Hono } from 'hono'
import { v7 } from 'uuid'
import { allRulePages } from '../../checks/all-rule-pages.ts'
import { stopCheck } from '../../checks/carry-out-check.ts'
import { CheckUnfinished, checkPool } from '../../checks/check-pool.ts'
import { isProfile } from '../../checks/profile.ts'
import { descriptionOf, parseReport, viewOfRun } from '../../checks/run-view.ts'
import { Failure, notFound } from '../../domain/failure.ts'
import { may } from '../../domain/principal.ts'
import { ChecksPage } from '../../pages/checks/checks-page.tsx'
import { isWanted } from '../../pages/checks/findings.tsx'
import { FixesPage } from '../../pages/checks/fixes-page.tsx'
import { FlowPage } from '../../pages/checks/flow-page.tsx'
import { RulePage } from '../../pages/checks/rule-page.tsx'
import { isOpen } from '../../pages/checks/told-run.ts'
import { type RunRead, readChecks } from '../../reads/checks/read-checks.ts'
import { readKeptFiles } from '../../reads/checks/read-kept-files.ts'
import { texts } from '../../texts/index.ts'
import { cancelCheck } from '../../verbs/checks/cancel-check.ts'
import { countCheck } from '../../verbs/checks/count-check.ts'
import { rerunCheck } from '../../verbs/checks/rerun-check.ts'
import type { IsvContext, Verb } from '../../verbs/define-verb.ts'
import { execute } from '../../verbs/execute.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { readForm } from '../forms.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { placeOfProduct, whoIs } from '../places.ts'
import { download, reportAs } from './downloads.ts'
import { ruleHtml } from './rule-markdown.ts'
import { refusalsAsRows, takeUpload } from './upload-route.tsx'

type HttpContext = Context<HttpEnvironment>

/** The file check of a product: uploads, runs, their reports and fixes, and the rules explained. */
export function checksRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>()
  const base = '/products/:productId/checks'
  app.get(base, (context) => showRun(services, context, context.req.param('productId')))
  app.post(`${base}/uploads`, refusalsAsRows, (context) =>
    takeUpload(services, context, context.req.param('productId')),
  )
  app.get(`${base}/rules/:rule`, (context) =>
    explainRule(services, context, context.req.param('productId'), context.req.param('rule')),
  )
  app.get(`${base}/:runId`, (context) =>
    showRun(services, context, context.req.param('productId'), context.req.param('runId')),
  )
  app.get(`${base}/:runId/flows/:number{[1-9][0-9]{0,3}}`, (context) =>
    showFlow(services, context, context.req.param()),
  )
  app.get(`${base}/:runId/fixes`, (context) =>
    showFixes(services, context, context.req.param('productId'), context.req.param('runId')),
  )
  app.get(`${base}/:runId/fixed-files.zip`, async (context) => {
    const { mend } = await mendRun(services, context, context.req.param('productId'), context.req.param('runId'))
    return download(new Uint8Array(mend.archive), 'application/zip', 'fixed-files.zip')
  })
  app.get(`${base}/:runId/:file{report\\.[a-z]+}`, async (context) => {
    const { productId, runId, file } = context.req.param()
    const { shown } = await readRun(services, context, productId, runId)
    const answer =
      shown.report === undefined
        ? undefined
        : reportAs(file.slice('report.'.length), shown.report.report, `report-${runId}`)
    if (answer === undefined) throw notFound()
    return answer
  })
  app.post(`${base}/:runId/count`, async (context) => {
    const { productId, runId } = context.req.param()
    await doToRun(services, context, countCheck, { productId, runId })
    leaveFlash(context, { level: 'success', message: texts(context.get('language')).checks.flash.counted })
    return context.redirect(`/products/${productId}/checks/${runId}`, 303)
  })
  app.post(`${base}/:runId/cancel`, async (context) => {
    const { productId, runId } = context.req.param()
    const { cancelled } = await doToRun(services, context, cancelCheck, { productId, runId })
    if (cancelled) stopCheck(runId)
    const { flash } = texts(context.get('language')).checks
    leaveFlash(context, { level: 'info', message: cancelled ? flash.stopped : flash.endedAlready })
    return context.redirect(`/products/${productId}/checks/${runId}`, 303)
  })
  app.post(`${base}/:runId/rerun`, async (context) => {
    const { productId, runId } = context.req.param()
    const made = await doToRun(services, context, rerunCheck, { productId, runId })
    return context.redirect(`/products/${productId}/checks/${made.runId}`, 303)
  })
  return app
}

async function doToRun<Input, Result>(
  services: HttpServices,
  context: HttpContext,
  verb: Verb<Input, Result, IsvContext>,
  input: { readonly productId: string; readonly runId: string },
): Promise<Result> {
  const { principal } = whoIs(context)
  const place = await placeOfProduct(services, principal, input.productId)
  const form = await readForm(context)
  const key = form.key ?? form.fields.idempotencyKey
  return execute(services, verb, { principal, place, input, key, requestId: context.get('requestId') })
}

async function readFor(services: HttpServices, context: HttpContext, productId: string, runId?: string) {
  const { principal } = whoIs(context)
  const place = await placeOfProduct(services, principal, productId)
  const scope = { kind: 'isv', ...place } as const
  return { principal, place, scope, read: await readChecks(services, scope, productId, runId) }
}

async function readRun(services: HttpServices, context: HttpContext, productId: string, runId: string) {
  const found = await readFor(services, context, productId, runId)
  if (found.read.shown === undefined) throw notFound()
  return { ...found, shown: found.read.shown }
}

async function showRun(services: HttpServices, context: HttpContext, productId: string, runId?: string) {
  const { principal, place, read } = await readFor(services, context, productId, runId)
  const frame = await frameOf(services, context, { current: 'checks', productId })
  const wanted = context.req.query('show')
  // A page that looks again by itself, also where no script runs.
  if (read.shown !== undefined && isOpen(read.shown.run)) context.header('Refresh', '2')
  return context.html(
    <ChecksPage
      frame={frame}
      read={read}
      view={viewOf(read.shown)}
      wanted={isWanted(wanted) ? wanted : 'all'}
      mayRun={may(principal, 'checks.run', place)}
      newKey={v7}
    />,
  )
}

function viewOf(shown: RunRead | undefined) {
  if (shown?.report === undefined) return undefined
  const previous = shown.previous === undefined ? undefined : parseReport(shown.previous)
  return viewOfRun(parseReport(shown.report.report), shown.report.detail, previous)
}

async function mendRun(services: HttpServices, context: HttpContext, productId: string, runId: string) {
  const found = await readRun(services, context, productId, runId)
  const { run, report } = found.shown
  if (report === undefined || !isProfile(run.profile)) throw notFound()
  const files = await readKeptFiles(services, found.scope, run.files)
  try {
    const mend = await checkPool().mend({ files, profile: run.profile, edition: run.edition })
    return { ...found, mend, left: run.files.filter(({ stored, unjudged }) => !stored && unjudged !== true).length }
  } catch (error) {
    throw error instanceof CheckUnfinished ? notMended() : error
  }
}

async function showFixes(services: HttpServices, context: HttpContext, productId: string, runId: string) {
  const { read, mend, left } = await mendRun(services, context, productId, runId)
  const frame = await frameOf(services, context, { current: 'checks', productId })
  return context.html(<FixesPage frame={frame} read={read} runId={runId} mended={mend.mended} left={left} />)
}

async function showFlow(
  services: HttpServices,
  context: HttpContext,
  { productId, runId, number }: Readonly<Record<'productId' | 'runId' | 'number', string>>,
) {
  const { shown } = await readRun(services, context, productId, runId)
  const flow = shown.drawings[Number(number) - 1]
  if (flow === undefined) throw notFound()
  const frame = await frameOf(services, context, { current: 'checks', productId })
  return context.html(<FlowPage frame={frame} flow={flow} href={`/products/${productId}/checks/${runId}`} />)
}

async function explainRule(services: HttpServices, context: HttpContext, productId: string, ruleId: string) {
  await placeOfProduct(services, whoIs(context).principal, productId)
  const rule = descriptionOf(ruleId)
  const page = Object.hasOwn(allRulePages, ruleId) ? allRulePages[ruleId] : undefined
  if (rule === undefined || page === undefined) throw notFound()
  const frame = await frameOf(services, context, { current: 'checks', productId })
  return context.html(<RulePage frame={frame} rule={rule} html={ruleHtml(page)} productId={productId} />)
}

function notMended(): Failure {
  return new Failure('not-ready', {
    what: { en: 'The fixes could not be made just now.', nl: 'De herstellingen konden nu niet worden gedaan.' },
    why: {
      en: 'Too much is being checked at once, or these files take too long.',
      nl: 'Er wordt te veel tegelijk gecontroleerd, of deze bestanden duren te lang.',
    },
    fix: { en: 'Try again in a minute.', nl: 'Probeer het over een minuut opnieuw.' },
  })
}
