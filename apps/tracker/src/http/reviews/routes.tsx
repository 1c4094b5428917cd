import { type Context, Hono } from 'hono'
import { Failure } from '../../domain/failure.ts'
import { newId } from '../../domain/ids.ts'
import { may } from '../../domain/principal.ts'
import { QueuePage } from '../../pages/reviews/queue-page.tsx'
import { ReviewPage } from '../../pages/reviews/review-page.tsx'
import type { ReviewWarning, WrittenWords } from '../../pages/reviews/review-page-props.ts'
import { readReview } from '../../reads/reviews/read-review.ts'
import { type QueueFilter, readReviewQueue } from '../../reads/reviews/read-review-queue.ts'
import { texts } from '../../texts/index.ts'
import { execute } from '../../verbs/execute.ts'
import { claimReview } from '../../verbs/reviews/claim-review.ts'
import { decideReview } from '../../verbs/reviews/decide-review.ts'
import { draftReview } from '../../verbs/reviews/draft-review.ts'
import { releaseReview } from '../../verbs/reviews/release-review.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { type PostedForm, readForm } from '../forms.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { programmeOf, whoIs } from '../places.ts'
import { pageNumber, placeOfSubject } from './place-of-subject.ts'
import { draftOf, wordsFrom, writtenFrom } from './posted-words.ts'

type HttpContext = Context<HttpEnvironment>

/** The review queue, and a review: taking it up, writing, deciding. */
export function reviewsRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/reviews', (context) => showQueue(services, context))
  routes.get('/reviews/:reviewId', (context) => showReview(services, context, context.req.param('reviewId')))
  routes.post('/reviews/:reviewId/claim', (context) => claim(services, context, context.req.param('reviewId')))
  routes.post('/reviews/:reviewId/release', (context) => release(services, context, context.req.param('reviewId')))
  routes.post('/reviews/:reviewId/draft', (context) => keepDraft(services, context, context.req.param('reviewId')))
  routes.post('/reviews/:reviewId/decision', (context) => decide(services, context, context.req.param('reviewId')))
  return routes
}

async function showQueue(services: HttpServices, context: HttpContext): Promise<Response> {
  const { principal } = whoIs(context)
  const place = programmeOf(principal, 'portfolio.read')
  const asked = context.req.query('show')
  const filter: QueueFilter = asked === 'mine' || asked === 'decided' ? asked : 'open'
  const page = pageNumber(context.req.query('page'))
  const queue = await readReviewQueue(services, place.organizationId, { userId: principal.userId, filter, page })
  const frame = await frameOf(services, context, { current: 'reviews' })
  const mayOpen = may(principal, 'comment.read-internal', place)
  return context.html(<QueuePage frame={frame} queue={queue} userId={principal.userId} mayOpen={mayOpen} />)
}

interface Refused {
  readonly status: 409 | 412 | 422
  readonly words: WrittenWords
  readonly errors?: Readonly<Record<string, string>>
  readonly warning?: ReviewWarning
}

async function showReview(
  services: HttpServices,
  context: HttpContext,
  reviewId: string,
  refused?: Refused,
): Promise<Response> {
  const { principal } = whoIs(context)
  const place = await placeOfSubject(services, principal, 'review', reviewId)
  const view = await readReview(services, place, reviewId)
  const frame = await frameOf(services, context, { current: 'reviews' })
  const reader = {
    userId: principal.userId,
    mayDecide: may(principal, 'review.decide', place) && !view.isv.archived,
    formKey: newId('job'),
  }
  return context.html(
    <ReviewPage
      frame={frame}
      view={view}
      reader={reader}
      words={refused?.words ?? draftOf(view, principal.userId)}
      errors={refused?.errors}
      warning={refused?.warning}
    />,
    refused?.status ?? 200,
  )
}

async function requestOf(services: HttpServices, context: HttpContext, reviewId: string) {
  const { principal } = whoIs(context)
  const place = await placeOfSubject(services, principal, 'review', reviewId)
  const form = await readForm(context)
  return { principal, place, form, requestId: context.get('requestId') }
}

async function claim(services: HttpServices, context: HttpContext, reviewId: string): Promise<Response> {
  const { form, ...request } = await requestOf(services, context, reviewId)
  const before = await readReview(services, request.place, reviewId)
  await execute(services, claimReview, { ...request, key: form.key, input: { reviewId, version: form.version } })
  const words = texts(context.get('language')).reviews.claim
  const mine = before.request.state === 'claimed' && before.request.claimedBy === request.principal.userId
  leaveFlash(context, { level: 'success', message: mine ? words.kept : words.claimed })
  return context.redirect(`/reviews/${reviewId}`, 303)
}

async function release(services: HttpServices, context: HttpContext, reviewId: string): Promise<Response> {
  const { form, ...request } = await requestOf(services, context, reviewId)
  await execute(services, releaseReview, { ...request, key: form.key, input: { reviewId, version: form.version } })
  leaveFlash(context, { level: 'success', message: texts(context.get('language')).reviews.claim.released })
  return context.redirect('/reviews', 303)
}

/** Without a key: the same draft again does no harm, and each keystroke makes another one of the same page. */
async function keepDraft(services: HttpServices, context: HttpContext, reviewId: string): Promise<Response> {
  const { form, ...request } = await requestOf(services, context, reviewId)
  const language = texts(context.get('language'))
  const words = wordsFrom(form, language)
  try {
    await execute(services, draftReview, { ...request, input: { reviewId, version: form.version, ...words } })
  } catch (error) {
    return showRefused(services, context, reviewId, form, error)
  }
  if (context.req.header('Accept') === 'application/json') return context.json({ saved: true })
  leaveFlash(context, { level: 'success', message: language.reviews.decision.draftKept })
  return context.redirect(`/reviews/${reviewId}`, 303)
}

async function decide(services: HttpServices, context: HttpContext, reviewId: string): Promise<Response> {
  const { form, ...request } = await requestOf(services, context, reviewId)
  const language = texts(context.get('language'))
  const { decision } = form.fields
  try {
    const { state } = await execute(services, decideReview, {
      ...request,
      key: form.key,
      input: { reviewId, version: form.version, decision, ...wordsFrom(form, language) },
    })
    leaveFlash(context, { level: 'success', message: language.reviews.decision.done[state] })
    return context.redirect('/reviews', 303)
  } catch (error) {
    return showRefused(services, context, reviewId, form, error)
  }
}

/** The same page with what was written, and what stands against it; nothing typed is ever lost. */
async function showRefused(
  services: HttpServices,
  context: HttpContext,
  reviewId: string,
  form: PostedForm,
  error: unknown,
): Promise<Response> {
  if (!(error instanceof Failure)) throw error
  const language = context.get('language')
  const words = writtenFrom(wordsFrom(form, texts(language)))
  if (error.code === 'invalid-input') {
    const errors = Object.fromEntries(error.fields.map(({ field, message }) => [field, message[language]]))
    return showReview(services, context, reviewId, { status: 422, words, errors })
  }
  if (error.code === 'version-conflict') {
    const changed = error.current?.changedItems
    const items = Array.isArray(changed) ? changed.filter((item) => typeof item === 'string') : undefined
    const warning: ReviewWarning = items === undefined ? { kind: 'moved' } : { kind: 'changed', items }
    return showReview(services, context, reviewId, { status: 412, words, warning })
  }
  if (error.code === 'four-eyes' || error.code === 'state-conflict' || error.code === 'lease-held') {
    const { what, why, fix } = error
    const warning = { kind: 'refused', what: what[language], why: why[language], fix: fix[language] } as const
    return showReview(services, context, reviewId, { status: 409, words, warning })
  }
  throw error
}
