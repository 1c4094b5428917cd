import { type Context, Hono } from 'hono'
import { Failure } from '../../domain/failure.ts'
import type { RefusedDay } from '../../pages/checklist/dates-card.tsx'
import type { RefusedMessage } from '../../pages/steps/review-panel.tsx'
import { StepPage } from '../../pages/steps/step-page.tsx'
import { readStep } from '../../reads/steps/read-step.ts'
import { texts } from '../../texts/index.ts'
import { execute } from '../../verbs/execute.ts'
import { setTargets } from '../../verbs/steps/set-targets.ts'
import { submitReview } from '../../verbs/steps/submit-review.ts'
import { withdrawReview } from '../../verbs/steps/withdraw-review.ts'
import { viewerOf } from '../checklist/viewer.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { readForm } from '../forms.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { placeOfProduct, whoIs } from '../places.ts'

type HttpContext = Context<HttpEnvironment>

interface StepAddress {
  readonly productId: string
  readonly step: string
}

interface Refused {
  readonly message?: RefusedMessage
  readonly day?: RefusedDay
}

/** One step of a product, and what is done from it: asking for a review, taking that back, setting the target. */
export function stepsRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  const path = '/products/:productId/steps/:step'
  routes.get(path, (context) => showStep(services, context, context.req.param()))
  routes.post(`${path}/review`, (context) => submit(services, context, context.req.param()))
  routes.post(`${path}/review/withdraw`, (context) => withdraw(services, context, context.req.param()))
  routes.post(`${path}/target`, (context) => target(services, context, context.req.param()))
  return routes
}

async function showStep(
  services: HttpServices,
  context: HttpContext,
  { productId, step }: StepAddress,
  refused: Refused = {},
): Promise<Response> {
  const signedIn = whoIs(context)
  const place = await placeOfProduct(services, signedIn.principal, productId)
  const view = await readStep(services, place, productId, step)
  const frame = await frameOf(services, context, { current: 'checklist', productId })
  const viewer = viewerOf(signedIn, place, view.isv.archived)
  const again = refused.message !== undefined || refused.day !== undefined
  return context.html(
    <StepPage frame={frame} view={view} viewer={viewer} refusedMessage={refused.message} refusedDay={refused.day} />,
    again ? 422 : 200,
  )
}

async function requestOf(services: HttpServices, context: HttpContext, productId: string) {
  const { principal } = whoIs(context)
  const place = await placeOfProduct(services, principal, productId)
  const form = await readForm(context)
  return { principal, place, form, key: form.key, requestId: context.get('requestId') }
}

async function submit(services: HttpServices, context: HttpContext, address: StepAddress): Promise<Response> {
  const { productId, step } = address
  const request = await requestOf(services, context, productId)
  const { message = '' } = request.form.fields
  const language = context.get('language')
  try {
    await execute(services, submitReview, { ...request, input: { productId, step: Number(step), message } })
  } catch (error) {
    const problem = fieldProblem(error, 'message')
    if (problem === undefined) throw error
    return showStep(services, context, address, { message: { message, error: problem[language] } })
  }
  return done(context, address, texts(language).steps.review.submitted)
}

async function withdraw(services: HttpServices, context: HttpContext, address: StepAddress): Promise<Response> {
  const { productId } = address
  const request = await requestOf(services, context, productId)
  const { version, fields } = request.form
  await execute(services, withdrawReview, { ...request, input: { productId, reviewId: fields.reviewId, version } })
  return done(context, address, texts(context.get('language')).steps.review.withdrawn)
}

async function target(services: HttpServices, context: HttpContext, address: StepAddress): Promise<Response> {
  const { productId, step } = address
  const request = await requestOf(services, context, productId)
  const { day = '' } = request.form.fields
  const language = context.get('language')
  const input = { productId, version: request.form.version, step: Number(step), day: day === '' ? null : day }
  try {
    await execute(services, setTargets, { ...request, input })
  } catch (error) {
    const problem = fieldProblem(error, 'day')
    if (problem === undefined) throw error
    return showStep(services, context, address, { day: { day, error: problem[language] } })
  }
  return done(context, address, texts(language).checklist.dates.saved)
}

function done(context: HttpContext, { productId, step }: StepAddress, message: string): Response {
  leaveFlash(context, { level: 'success', message })
  return context.redirect(`/products/${productId}/steps/${step}`, 303)
}

function fieldProblem(error: unknown, field: string) {
  if (!(error instanceof Failure) || error.code !== 'invalid-input') return undefined
  return error.fields.find((problem) => problem.field === field)?.message
}
