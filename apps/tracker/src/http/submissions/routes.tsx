import { type Context, Hono } from 'hono'
import { Failure, notFound } from '../../domain/failure.ts'
import { newId } from '../../domain/ids.ts'
import { isProgrammeStaff, may } from '../../domain/principal.ts'
import { MovePage } from '../../pages/submissions/move-page.tsx'
import { AssignWaitPage, ProductSubmissionsPage } from '../../pages/submissions/submission-pages.tsx'
import { SubmissionsPage } from '../../pages/submissions/submissions-page.tsx'
import { readPossibleOwners } from '../../reads/isvs/read-isv.ts'
import { readProductSubmissions, readSubmissions, submissionViews } from '../../reads/submissions/read-submissions.ts'
import { execute } from '../../verbs/execute.ts'
import { assignWait } from '../../verbs/submissions/assign-wait.ts'
import { createSubmission } from '../../verbs/submissions/create-submission.ts'
import { moveSubmission } from '../../verbs/submissions/move-submission.ts'
import { submissionMovesFrom } from '../../verbs/submissions/submission-moves.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { readForm } from '../forms.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { errorsOf, type RefusedForm } from '../isvs/refused-form.ts'
import { placeOfProduct, programmeOf, whoIs } from '../places.ts'

type HttpContext = Context<HttpEnvironment>

/** Submissions to Microsoft: those of the programme, those of a product, and what happens to each. */
export function submissionsRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/submissions', (context) => list(services, context))
  routes.get('/products/:productId/submissions', (context) => show(services, context, context.req.param('productId')))
  routes.post('/products/:productId/submissions', (context) =>
    create(services, context, context.req.param('productId')),
  )
  routes.get('/products/:productId/submissions/:submissionId/:to', (context) =>
    ask(services, context, context.req.param()),
  )
  routes.post('/products/:productId/submissions/:submissionId/:to', (context) =>
    move(services, context, context.req.param()),
  )
  routes.get('/products/:productId/waits/:waitId', (context) => askOwner(services, context, context.req.param()))
  routes.post('/products/:productId/waits/:waitId', (context) => giveOwner(services, context, context.req.param()))
  return routes
}

async function list(services: HttpServices, context: HttpContext): Promise<Response> {
  const { principal } = whoIs(context)
  const { organizationId } = programmeOf(principal, 'portfolio.read')
  const view = submissionViews.find((known) => known === context.req.query('view')) ?? 'open'
  const after = context.req.query('after')
  const found = await readSubmissions(services, organizationId, view, after)
  const frame = await frameOf(services, context, { current: 'submissions' })
  return context.html(<SubmissionsPage frame={frame} list={found} view={view} isFirst={after === undefined} />)
}

async function show(services: HttpServices, context: HttpContext, productId: string, error?: string) {
  const { principal } = whoIs(context)
  const place = await placeOfProduct(services, principal, productId)
  const view = await readProductSubmissions(services, place, productId)
  const current = isProgrammeStaff(principal) ? { current: 'submissions' as const } : {}
  const frame = await frameOf(services, context, { ...current, productId })
  return context.html(
    <ProductSubmissionsPage
      frame={frame}
      view={view}
      writes={may(principal, 'submission.write', place)}
      assigns={may(principal, 'isv.manage', place)}
      formKey={newId('job')}
      error={error}
    />,
    error === undefined ? 200 : 409,
  )
}

async function create(services: HttpServices, context: HttpContext, productId: string): Promise<Response> {
  const { principal } = whoIs(context)
  const place = await placeOfProduct(services, principal, productId)
  const { fields, key } = await readForm(context)
  const { step, channel, note } = fields
  try {
    await execute(services, createSubmission, {
      principal,
      place,
      key,
      requestId: context.get('requestId'),
      input: { productId, step: Number(step), channel, note },
    })
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'state-conflict') throw error
    const language = context.get('language')
    return show(services, context, productId, `${error.what[language]} ${error.fix[language]}`)
  }
  const { texts } = await frameOf(services, context)
  leaveFlash(context, { level: 'success', message: texts.submissions.created })
  return context.redirect(`/products/${productId}/submissions`, 303)
}

interface MoveAddress {
  readonly productId: string
  readonly submissionId: string
  readonly to: string
}

async function ask(services: HttpServices, context: HttpContext, address: MoveAddress, refused?: RefusedForm) {
  const { productId, submissionId, to } = address
  const { principal } = whoIs(context)
  const place = await placeOfProduct(services, principal, productId, 'submission.write')
  const view = await readProductSubmissions(services, place, productId)
  const entry = view.entries.find(({ submission }) => submission.id === submissionId)
  const possible = entry && submissionMovesFrom(entry.submission.state, entry.submission.step)
  const wanted = possible?.find((candidate) => candidate.to === to)
  if (entry === undefined || wanted === undefined) throw notFound()
  const frame = await frameOf(services, context, { productId })
  const { product } = view
  const { submission } = entry
  return context.html(
    <MovePage
      frame={frame}
      product={product}
      submission={submission}
      move={wanted}
      formKey={newId('job')}
      refused={refused}
    />,
    refused === undefined ? 200 : 422,
  )
}

async function move(services: HttpServices, context: HttpContext, address: MoveAddress): Promise<Response> {
  const { productId, submissionId, to } = address
  const { principal } = whoIs(context)
  const place = await placeOfProduct(services, principal, productId)
  const { fields, key, version } = await readForm(context)
  const { reference, note } = fields
  const { texts } = await frameOf(services, context)
  try {
    const { state } = await execute(services, moveSubmission, {
      principal,
      place,
      key,
      requestId: context.get('requestId'),
      input: { submissionId, version, to, reference, note },
    })
    leaveFlash(context, { level: 'success', message: texts.submissions.moved(texts.submissions.states[state]) })
  } catch (error) {
    return ask(services, context, address, { values: fields, errors: errorsOf(error, context.get('language')) })
  }
  return context.redirect(`/products/${productId}/submissions#${submissionId}`, 303)
}

interface WaitAddress {
  readonly productId: string
  readonly waitId: string
}

async function askOwner(services: HttpServices, context: HttpContext, { productId, waitId }: WaitAddress) {
  const { principal } = whoIs(context)
  const place = await placeOfProduct(services, principal, productId, 'isv.manage')
  const { product, entries } = await readProductSubmissions(services, place, productId)
  const view = entries.flatMap(({ waits }) => waits).find(({ wait }) => wait.id === waitId)
  if (view === undefined) throw notFound()
  const owners = await readPossibleOwners(services, place.organizationId)
  const frame = await frameOf(services, context, { current: 'submissions', productId })
  const { version, ownerId } = view.wait
  const wait = { id: waitId, version, ownerId, title: view.title[context.get('language')] }
  return context.html(
    <AssignWaitPage frame={frame} product={product} wait={wait} owners={owners} formKey={newId('job')} />,
  )
}

async function giveOwner(services: HttpServices, context: HttpContext, { productId, waitId }: WaitAddress) {
  const { principal } = whoIs(context)
  const { organizationId } = await placeOfProduct(services, principal, productId)
  const { fields, key, version } = await readForm(context)
  const ownerId = fields.ownerId === undefined || fields.ownerId === '' ? null : fields.ownerId
  await execute(services, assignWait, {
    principal,
    place: { organizationId, isvId: null },
    key,
    requestId: context.get('requestId'),
    input: { waitId, version, ownerId },
  })
  const { texts } = await frameOf(services, context)
  leaveFlash(context, { level: 'success', message: texts.submissions.waits.assigned })
  return context.redirect(`/products/${productId}/submissions`, 303)
}
