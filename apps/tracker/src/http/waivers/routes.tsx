import { type Context, Hono } from 'hono'
import { Failure } from '../../domain/failure.ts'
import { newId } from '../../domain/ids.ts'
import { may } from '../../domain/principal.ts'
import { WaiverPage } from '../../pages/waivers/waiver-page.tsx'
import { WaiversPage } from '../../pages/waivers/waivers-page.tsx'
import { readWaiver, readWaivers, type WaiverFilter } from '../../reads/waivers/read-waivers.ts'
import { texts } from '../../texts/index.ts'
import { execute } from '../../verbs/execute.ts'
import { approveWaiver } from '../../verbs/waivers/approve-waiver.ts'
import { denyWaiver } from '../../verbs/waivers/deny-waiver.ts'
import { revokeWaiver } from '../../verbs/waivers/revoke-waiver.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { type PostedForm, readForm } from '../forms.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { programmeOf, whoIs } from '../places.ts'
import { pageNumber, placeOfSubject } from '../reviews/place-of-subject.ts'

type HttpContext = Context<HttpEnvironment>

const filters: readonly WaiverFilter[] = ['asked', 'running', 'expired', 'ended']
const decisions = ['approve', 'deny', 'revoke'] as const

/** Waivers as the programme decides on them. */
export function waiversRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/waivers', (context) => showList(services, context))
  routes.get('/waivers/:waiverId', (context) => showOne(services, context, context.req.param('waiverId')))
  for (const decision of decisions) {
    routes.post(`/waivers/:waiverId/${decision}`, (context) =>
      decide(services, context, context.req.param('waiverId'), decision),
    )
  }
  return routes
}

async function showList(services: HttpServices, context: HttpContext): Promise<Response> {
  const { principal } = whoIs(context)
  const place = programmeOf(principal, 'portfolio.read')
  const asked = context.req.query('show')
  const waivers = await readWaivers(services, place.organizationId, {
    filter: filters.find((name) => name === asked) ?? 'asked',
    page: pageNumber(context.req.query('page')),
  })
  const frame = await frameOf(services, context, { current: 'waivers' })
  const mayOpen = may(principal, 'comment.read-internal', place)
  return context.html(<WaiversPage frame={frame} waivers={waivers} mayOpen={mayOpen} />)
}

async function showOne(
  services: HttpServices,
  context: HttpContext,
  waiverId: string,
  refused?: { readonly values: PostedForm['fields']; readonly errors: Readonly<Record<string, string>> },
): Promise<Response> {
  const { principal } = whoIs(context)
  const place = await placeOfSubject(services, principal, 'waiver', waiverId)
  const view = await readWaiver(services, place, waiverId)
  const frame = await frameOf(services, context, { current: 'waivers' })
  const reader = {
    userId: principal.userId,
    mayDecide: may(principal, 'waiver.decide', place) && !view.archived,
    formKey: newId('job'),
  }
  return context.html(
    <WaiverPage frame={frame} view={view} reader={reader} refused={refused} />,
    refused === undefined ? 200 : 422,
  )
}

async function decide(
  services: HttpServices,
  context: HttpContext,
  waiverId: string,
  decision: (typeof decisions)[number],
): Promise<Response> {
  const { principal } = whoIs(context)
  const place = await placeOfSubject(services, principal, 'waiver', waiverId)
  const { fields, key, version } = await readForm(context)
  const request = { principal, place, key, requestId: context.get('requestId') }
  const { expiresOn = '', approveNote = '', decisionNote = '', revokeReason = '' } = fields
  const language = context.get('language')
  const named = { waiverId, version }
  try {
    if (decision === 'approve') {
      await execute(services, approveWaiver, { ...request, input: { ...named, expiresOn, decisionNote: approveNote } })
    } else if (decision === 'deny') {
      await execute(services, denyWaiver, { ...request, input: { ...named, decisionNote } })
    } else {
      await execute(services, revokeWaiver, { ...request, input: { ...named, revokeReason } })
    }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'invalid-input') throw error
    const errors = Object.fromEntries(error.fields.map(({ field, message }) => [field, message[language]]))
    return showOne(services, context, waiverId, { values: fields, errors })
  }
  leaveFlash(context, { level: 'success', message: texts(language).waivers.one.done[decision] })
  return context.redirect(`/waivers/${waiverId}`, 303)
}
