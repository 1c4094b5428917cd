import { type Context, Hono } from 'hono'
import { Failure } from '../../domain/failure.ts'
import { newId } from '../../domain/ids.ts'
import { may } from '../../domain/principal.ts'
import { DisputePage } from '../../pages/disputes/dispute-page.tsx'
import { DisputesPage } from '../../pages/disputes/disputes-page.tsx'
import { readDispute, readDisputes } from '../../reads/disputes/read-disputes.ts'
import { texts } from '../../texts/index.ts'
import { answerDispute } from '../../verbs/disputes/answer-dispute.ts'
import { execute } from '../../verbs/execute.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { type PostedForm, readForm } from '../forms.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { programmeOf, whoIs } from '../places.ts'
import { pageNumber, placeOfSubject } from '../reviews/place-of-subject.ts'

type HttpContext = Context<HttpEnvironment>

/** Objections to findings, and their answers. */
export function disputesRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/disputes', (context) => showList(services, context))
  routes.get('/disputes/:disputeId', (context) => showOne(services, context, context.req.param('disputeId')))
  routes.post('/disputes/:disputeId/answer', (context) => answer(services, context, context.req.param('disputeId')))
  return routes
}

async function showList(services: HttpServices, context: HttpContext): Promise<Response> {
  const { principal } = whoIs(context)
  const place = programmeOf(principal, 'portfolio.read')
  const disputes = await readDisputes(services, place.organizationId, {
    filter: context.req.query('show') === 'answered' ? 'answered' : 'open',
    page: pageNumber(context.req.query('page')),
  })
  const frame = await frameOf(services, context, { current: 'waivers' })
  const mayOpen = may(principal, 'comment.read-internal', place)
  return context.html(<DisputesPage frame={frame} disputes={disputes} mayOpen={mayOpen} />)
}

async function showOne(
  services: HttpServices,
  context: HttpContext,
  disputeId: string,
  refused?: { readonly values: PostedForm['fields']; readonly errors: Readonly<Record<string, string>> },
): Promise<Response> {
  const { principal } = whoIs(context)
  const place = await placeOfSubject(services, principal, 'dispute', disputeId)
  const view = await readDispute(services, place, disputeId)
  const frame = await frameOf(services, context, { current: 'waivers' })
  const reader = {
    userId: principal.userId,
    mayDecide: may(principal, 'dispute.decide', place) && view.isvState !== 'archived',
    formKey: newId('job'),
  }
  return context.html(
    <DisputePage frame={frame} view={view} reader={reader} refused={refused} />,
    refused === undefined ? 200 : 422,
  )
}

async function answer(services: HttpServices, context: HttpContext, disputeId: string): Promise<Response> {
  const { principal } = whoIs(context)
  const place = await placeOfSubject(services, principal, 'dispute', disputeId)
  const { fields, key, version } = await readForm(context)
  const language = context.get('language')
  const input = { disputeId, version, outcome: fields.outcome, answer: fields.answer ?? '' }
  try {
    await execute(services, answerDispute, { principal, place, key, requestId: context.get('requestId'), input })
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'invalid-input') throw error
    const errors = Object.fromEntries(error.fields.map(({ field, message }) => [field, message[language]]))
    return showOne(services, context, disputeId, { values: fields, errors })
  }
  const { done } = texts(language).waivers.disputes.one
  leaveFlash(context, { level: 'success', message: fields.outcome === 'upheld' ? done.upheld : done.declined })
  return context.redirect(`/disputes/${disputeId}`, 303)
}
