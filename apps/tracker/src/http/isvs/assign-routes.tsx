import { type Context, Hono } from 'hono'
import { newId } from '../../domain/ids.ts'
import { AssignPage, AssignPreviewPage } from '../../pages/isvs/assign-pages.tsx'
import { readAssignable, readAssignmentPlan } from '../../reads/isvs/read-assignable.ts'
import { readPossibleOwners } from '../../reads/isvs/read-isv.ts'
import { questionFrom } from '../../reads/portfolio/portfolio-question.ts'
import { execute } from '../../verbs/execute.ts'
import { assignIsvs, mostAssigned } from '../../verbs/isvs/assign-isvs.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { readForm } from '../forms.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { programmeOf, whoIs } from '../places.ts'
import { viewerOf } from '../portfolio/routes.tsx'

type HttpContext = Context<HttpEnvironment>

/** Giving several ISVs to somebody: choose, see what would change, confirm that. */
export function assignRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/isvs/assign', (context) => choose(services, context))
  routes.post('/isvs/assign', (context) => preview(services, context))
  routes.post('/isvs/assign/confirm', (context) => confirm(services, context))
  return routes
}

async function choose(services: HttpServices, context: HttpContext, hasNone = false): Promise<Response> {
  const { principal } = whoIs(context)
  const place = programmeOf(principal, 'isv.manage')
  const question = questionFrom(context.req.query(), 'all')
  const found = await readAssignable(services, viewerOf({ principal }, place), question)
  const owners = await readPossibleOwners(services, place.organizationId)
  const frame = await frameOf(services, context, { current: 'portfolio' })
  const error = hasNone ? frame.texts.isvs.assign.none : undefined
  return context.html(<AssignPage frame={frame} isvs={found} owners={owners} error={error} />, hasNone ? 422 : 200)
}

async function preview(services: HttpServices, context: HttpContext): Promise<Response> {
  const { principal } = whoIs(context)
  const { organizationId } = programmeOf(principal, 'isv.manage')
  const form = await readForm(context)
  const ids = form.all('isvId').slice(0, mostAssigned)
  if (ids.length === 0) return choose(services, context, true)
  const { ownerId = '' } = form.fields
  const plan = await readAssignmentPlan(services, organizationId, ids, ownerId === '' ? null : ownerId)
  const frame = await frameOf(services, context, { current: 'portfolio' })
  return context.html(<AssignPreviewPage frame={frame} plan={plan} ownerId={ownerId} formKey={newId('job')} />)
}

async function confirm(services: HttpServices, context: HttpContext): Promise<Response> {
  const { principal } = whoIs(context)
  const place = programmeOf(principal, 'portfolio.read')
  const form = await readForm(context)
  const { ownerId = '', shown = '' } = form.fields
  const { assigned } = await execute(services, assignIsvs, {
    principal,
    place,
    key: form.key,
    requestId: context.get('requestId'),
    input: { isvIds: form.all('isvId'), ownerId: ownerId === '' ? null : ownerId, shown },
  })
  const { texts } = await frameOf(services, context)
  leaveFlash(context, { level: 'success', message: texts.isvs.assign.done(assigned) })
  return context.redirect('/portfolio', 303)
}
