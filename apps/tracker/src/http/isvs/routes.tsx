import { type Context, Hono } from 'hono'
import { notFound } from '../../domain/failure.ts'
import { newId } from '../../domain/ids.ts'
import { isProgrammeStaff, may } from '../../domain/principal.ts'
import { IsvPage } from '../../pages/isvs/isv-page.tsx'
import { NewIsvPage } from '../../pages/isvs/new-isv-page.tsx'
import { readIsv, readPossibleOwners } from '../../reads/isvs/read-isv.ts'
import { execute } from '../../verbs/execute.ts'
import { changeIsv } from '../../verbs/isvs/change-isv.ts'
import { createIsv } from '../../verbs/isvs/create-isv.ts'
import { isvMoveNames } from '../../verbs/isvs/isv-moves.ts'
import { moveIsv } from '../../verbs/isvs/move-isv.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { readForm } from '../forms.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { placeOfIsv, programmeOf, whoIs } from '../places.ts'
import { assignRoutes } from './assign-routes.tsx'
import { importRoutes } from './import-routes.tsx'
import { errorsOf, type RefusedForm } from './refused-form.ts'

type HttpContext = Context<HttpEnvironment>

/** ISVs: adding one, its page, its data and state, and giving several to somebody. */
export function isvsRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/isvs/new', (context) => showNew(services, context))
  routes.post('/isvs', (context) => create(services, context))
  routes.route('/', assignRoutes(services))
  routes.route('/', importRoutes(services))
  routes.get('/isvs/:isvId', (context) => show(services, context, context.req.param('isvId')))
  routes.post('/isvs/:isvId', (context) => change(services, context, context.req.param('isvId')))
  for (const move of isvMoveNames) {
    routes.post(`/isvs/:isvId/${move}`, (context) => go(services, context, context.req.param('isvId'), move))
  }
  return routes
}

async function show(services: HttpServices, context: HttpContext, isvId: string, refused?: RefusedForm) {
  const { principal } = whoIs(context)
  const place = await placeOfIsv(services, principal, isvId, programmeReader(principal))
  const manages = may(principal, 'isv.manage', place)
  const view = await readIsv(services, place)
  const owners = manages ? await readPossibleOwners(services, place.organizationId) : []
  const frame = await frameOf(services, context, isProgrammeStaff(principal) ? { current: 'portfolio' } : {})
  const rights = {
    staff: isProgrammeStaff(principal),
    manages,
    addsProducts: may(principal, 'product.create', place),
    managesPeople: may(principal, 'members.manage-isv', place) || manages,
  }
  return context.html(
    <IsvPage frame={frame} view={view} rights={rights} owners={owners} formKey={newId('job')} refused={refused} />,
    refused === undefined ? 200 : 422,
  )
}

/** An administrator sees the portfolio and its ISVs, and no product from within. */
function programmeReader(principal: Parameters<typeof isProgrammeStaff>[0]) {
  return isProgrammeStaff(principal) ? ('portfolio.read' as const) : ('product.read' as const)
}

async function showNew(services: HttpServices, context: HttpContext, refused?: RefusedForm) {
  const { principal } = whoIs(context)
  const { organizationId } = programmeOf(principal, 'isv.create')
  const owners = await readPossibleOwners(services, organizationId)
  const frame = await frameOf(services, context, { current: 'portfolio' })
  const self = owners.some(({ id }) => id === principal.userId) ? principal.userId : ''
  return context.html(
    <NewIsvPage
      frame={frame}
      owners={owners}
      values={refused?.values ?? { timeZone: frame.texts.format.timeZone, ownerId: self }}
      errors={refused?.errors ?? {}}
      formKey={newId('job')}
    />,
    refused === undefined ? 200 : 422,
  )
}

async function create(services: HttpServices, context: HttpContext): Promise<Response> {
  const { principal } = whoIs(context)
  const place = programmeOf(principal, 'portfolio.read')
  const { fields, key } = await readForm(context)
  try {
    const { isvId } = await execute(services, createIsv, {
      principal,
      place,
      key,
      requestId: context.get('requestId'),
      input: fieldsOf(fields),
    })
    const { texts } = await frameOf(services, context)
    leaveFlash(context, { level: 'success', message: texts.isvs.new.done(fields.name ?? '') })
    return context.redirect(`/isvs/${isvId}`, 303)
  } catch (error) {
    return showNew(services, context, { values: fields, errors: errorsOf(error, context.get('language')) })
  }
}

async function change(services: HttpServices, context: HttpContext, isvId: string): Promise<Response> {
  const { principal } = whoIs(context)
  const place = await placeOfIsv(services, principal, isvId, programmeReader(principal))
  const { fields, key, version } = await readForm(context)
  try {
    const { ownerId: _, ...data } = fieldsOf(fields)
    const input = { version, ...data }
    await execute(services, changeIsv, { principal, place, key, requestId: context.get('requestId'), input })
  } catch (error) {
    return show(services, context, isvId, { values: fields, errors: errorsOf(error, context.get('language')) })
  }
  const { texts } = await frameOf(services, context)
  leaveFlash(context, { level: 'success', message: texts.isvs.saved })
  return context.redirect(`/isvs/${isvId}`, 303)
}

async function go(services: HttpServices, context: HttpContext, isvId: string, move: string): Promise<Response> {
  const { principal } = whoIs(context)
  const place = await placeOfIsv(services, principal, isvId, programmeReader(principal))
  const { fields, key, version } = await readForm(context)
  const { reason, reviewOn } = fields
  try {
    const input = { version, move, reason, reviewOn }
    await execute(services, moveIsv, { principal, place, key, requestId: context.get('requestId'), input })
  } catch (error) {
    const errors = errorsOf(error, context.get('language'))
    return show(services, context, isvId, { values: { ...fields, move }, errors })
  }
  const { isv } = await readIsv(services, place)
  const { texts } = await frameOf(services, context)
  leaveFlash(context, { level: 'success', message: texts.isvs.moved(isv.name, texts.isvs.states[isv.state]) })
  return context.redirect(`/isvs/${isvId}`, 303)
}

function fieldsOf({ name = '', externalId = '', ownerId = '', timeZone = '' }: Readonly<Record<string, string>>) {
  if (ownerId.length > 64) throw notFound()
  return { name, externalId, ownerId: ownerId === '' ? null : ownerId, timeZone }
}
