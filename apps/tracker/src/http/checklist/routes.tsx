import { type Context, Hono } from 'hono'
import { Failure } from '../../domain/failure.ts'
import { ChecklistPage } from '../../pages/checklist/checklist-page.tsx'
import { CreateProductPage } from '../../pages/checklist/create-product-page.tsx'
import type { RefusedDay } from '../../pages/checklist/dates-card.tsx'
import type { RefusedReason } from '../../pages/checklist/stuck-card.tsx'
import { readChecklist } from '../../reads/checklist/read-checklist.ts'
import { readIsvName } from '../../reads/checklist/read-isv-name.ts'
import { texts } from '../../texts/index.ts'
import { clearStuck } from '../../verbs/checklist/clear-stuck.ts'
import { createProduct } from '../../verbs/checklist/create-product.ts'
import { declareStuck } from '../../verbs/checklist/declare-stuck.ts'
import { execute } from '../../verbs/execute.ts'
import { setTargets } from '../../verbs/steps/set-targets.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { type PostedForm, readForm } from '../forms.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { placeOfIsv, placeOfProduct, whoIs } from '../places.ts'
import { viewerOf } from './viewer.ts'

type HttpContext = Context<HttpEnvironment>

/** A product's checklist, and what is done from it: saying that it is stuck, setting its target, adding another. */
export function checklistRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/products/:productId', (context) => showChecklist(services, context, context.req.param('productId')))
  routes.post('/products/:productId/stuck', (context) => stuck(services, context, context.req.param('productId')))
  routes.post('/products/:productId/stuck/clear', async (context) => {
    const productId = context.req.param('productId')
    const request = await requestOf(services, context, productId)
    await execute(services, clearStuck, { ...request, input: { productId, version: request.form.version } })
    const words = texts(context.get('language')).checklist
    leaveFlash(context, { level: 'success', message: words.stuck.cleared })
    return context.redirect(`/products/${productId}`, 303)
  })
  routes.post('/products/:productId/targets', (context) => target(services, context, context.req.param('productId')))
  routes.get('/isvs/:isvId/products/new', async (context) => {
    const { principal } = whoIs(context)
    const place = await placeOfIsv(services, principal, context.req.param('isvId'), 'product.create')
    return showCreate(services, context, place)
  })
  routes.post('/isvs/:isvId/products', (context) => create(services, context, context.req.param('isvId')))
  return routes
}

async function showChecklist(
  services: HttpServices,
  context: HttpContext,
  productId: string,
  refused: { readonly reason?: RefusedReason; readonly day?: RefusedDay } = {},
): Promise<Response> {
  const signedIn = whoIs(context)
  const place = await placeOfProduct(services, signedIn.principal, productId)
  const view = await readChecklist(services, place, productId)
  const frame = await frameOf(services, context, { current: 'checklist', productId })
  const viewer = viewerOf(signedIn, place, view.isv.archived)
  return context.html(
    <ChecklistPage frame={frame} view={view} viewer={viewer} refusedReason={refused.reason} refusedDay={refused.day} />,
    refused.reason === undefined && refused.day === undefined ? 200 : 422,
  )
}

async function requestOf(services: HttpServices, context: HttpContext, productId: string) {
  const { principal } = whoIs(context)
  const place = await placeOfProduct(services, principal, productId)
  const form = await readForm(context)
  return { principal, place, form, key: form.key, requestId: context.get('requestId') }
}

async function stuck(services: HttpServices, context: HttpContext, productId: string): Promise<Response> {
  const request = await requestOf(services, context, productId)
  const { reason = '' } = request.form.fields
  const language = context.get('language')
  try {
    await execute(services, declareStuck, { ...request, input: { productId, version: request.form.version, reason } })
  } catch (error) {
    const problem = fieldProblem(error, 'reason')
    if (problem === undefined) throw error
    return showChecklist(services, context, productId, { reason: { reason, error: problem[language] } })
  }
  leaveFlash(context, { level: 'success', message: texts(language).checklist.stuck.declared })
  return context.redirect(`/products/${productId}`, 303)
}

/** The product's own target; an empty day takes it away. */
async function target(services: HttpServices, context: HttpContext, productId: string): Promise<Response> {
  const request = await requestOf(services, context, productId)
  const { product: day = '' } = request.form.fields
  const language = context.get('language')
  const input = { productId, version: request.form.version, product: day === '' ? null : day }
  try {
    await execute(services, setTargets, { ...request, input })
  } catch (error) {
    const problem = fieldProblem(error, 'product')
    if (problem === undefined) throw error
    return showChecklist(services, context, productId, { day: { day, error: problem[language] } })
  }
  leaveFlash(context, { level: 'success', message: texts(language).checklist.dates.saved })
  return context.redirect(`/products/${productId}`, 303)
}

async function showCreate(
  services: HttpServices,
  context: HttpContext,
  place: { readonly organizationId: string; readonly isvId: string },
  refused?: { readonly values: PostedForm['fields']; readonly errors: Readonly<Record<string, string>> },
): Promise<Response> {
  const name = await readIsvName(services, place)
  const frame = await frameOf(services, context)
  return context.html(
    <CreateProductPage frame={frame} isv={{ id: place.isvId, name }} formKey={crypto.randomUUID()} {...refused} />,
    refused === undefined ? 200 : 422,
  )
}

async function create(services: HttpServices, context: HttpContext, isvId: string): Promise<Response> {
  const { principal } = whoIs(context)
  const place = await placeOfIsv(services, principal, isvId)
  const { fields, key } = await readForm(context)
  const { name = '', kind, publisher, edition } = fields
  const language = context.get('language')
  try {
    const { productId } = await execute(services, createProduct, {
      principal,
      place,
      key,
      requestId: context.get('requestId'),
      input: { name, kind, publisher, edition },
    })
    leaveFlash(context, { level: 'success', message: texts(language).checklist.create.created(name.trim()) })
    return context.redirect(`/products/${productId}`, 303)
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'invalid-input') throw error
    const errors = Object.fromEntries(error.fields.map(({ field, message }) => [field, message[language]]))
    return showCreate(services, context, place, { values: fields, errors })
  }
}

function fieldProblem(error: unknown, field: string) {
  if (!(error instanceof Failure) || error.code !== 'invalid-input') return undefined
  return error.fields.find((problem) => problem.field === field)?.message
}
