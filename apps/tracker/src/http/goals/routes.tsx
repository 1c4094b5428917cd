import { type Context, Hono } from 'hono'
import { Failure, notAllowed, notFound } from '../../domain/failure.ts'
import { may } from '../../domain/principal.ts'
import { GoalsConflictPage } from '../../pages/goals/goals-conflict-page.tsx'
import { GoalsPage } from '../../pages/goals/goals-page.tsx'
import { WhatIfFragment } from '../../pages/goals/what-if.tsx'
import { type GoalDraft, previewOf, savedDraft } from '../../reads/goals/goal-answers.ts'
import { readGoals } from '../../reads/goals/read-goals.ts'
import { texts } from '../../texts/index.ts'
import { execute } from '../../verbs/execute.ts'
import { acceptGoals } from '../../verbs/goals/accept-goals.ts'
import { declineGoals } from '../../verbs/goals/decline-goals.ts'
import { proposeGoals } from '../../verbs/goals/propose-goals.ts'
import { setGoals } from '../../verbs/goals/set-goals.ts'
import { viewerOf } from '../checklist/viewer.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { type PostedForm, readForm } from '../forms.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { placeOfProduct, whoIs } from '../places.ts'
import { draftFrom, inputFrom } from './posted-goals.ts'

type HttpContext = Context<HttpEnvironment>

/** The goals of a product: reading, trying, saving and proposing answers, and answering proposals. */
export function goalsRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  const path = '/products/:productId/goals'
  routes.get(path, (context) => showSaved(services, context, context.req.param('productId')))
  routes.post(path, async (context) => {
    const productId = context.req.param('productId')
    const form = await readForm(context)
    if (context.req.query('preview') !== undefined) return showFragment(services, context, productId, form)
    if (form.fields.intent === 'preview') return showTried(services, context, productId, form)
    return save(services, context, productId, form)
  })
  routes.post(`${path}/proposals/:goalSetId/accept`, (context) =>
    answer(services, context, context.req.param('productId'), context.req.param('goalSetId'), 'accept'),
  )
  routes.post(`${path}/proposals/:goalSetId/decline`, (context) =>
    answer(services, context, context.req.param('productId'), context.req.param('goalSetId'), 'decline'),
  )
  return routes
}

async function open(services: HttpServices, context: HttpContext, productId: string) {
  const signedIn = whoIs(context)
  const { principal } = signedIn
  const place = await placeOfProduct(services, principal, productId)
  const view = await readGoals(services, place, productId)
  return { principal, place, view, viewer: viewerOf(signedIn, place, view.isv.archived) }
}

async function showSaved(services: HttpServices, context: HttpContext, productId: string): Promise<Response> {
  const { view, viewer } = await open(services, context, productId)
  const wanted = context.req.query('proposal')
  const proposal = view.proposals.find(({ id }) => id === wanted)
  if (wanted !== undefined && proposal === undefined) throw notFound()
  const draft: GoalDraft = proposal ?? savedDraft(view.input)
  const frame = await frameOf(services, context, { current: 'goals', productId })
  const by = proposal === undefined ? undefined : (proposal.by ?? frame.texts.goals.proposal.somebody)
  return context.html(
    <GoalsPage
      frame={frame}
      view={view}
      viewer={viewer}
      draft={draft}
      preview={previewOf(view.input, draft)}
      proposedBy={by}
    />,
  )
}

async function showTried(
  services: HttpServices,
  context: HttpContext,
  productId: string,
  form: PostedForm,
  errors?: Readonly<Record<string, string>>,
): Promise<Response> {
  const { view, viewer } = await open(services, context, productId)
  const draft = draftFrom(form, view.input)
  const frame = await frameOf(services, context, { current: 'goals', productId })
  return context.html(
    <GoalsPage
      frame={frame}
      view={view}
      viewer={viewer}
      draft={draft}
      preview={previewOf(view.input, draft)}
      {...(errors !== undefined && { errors })}
    />,
    errors === undefined ? 200 : 422,
  )
}

/** What the page's script puts in place of the steps while somebody tries answers. */
async function showFragment(
  services: HttpServices,
  context: HttpContext,
  productId: string,
  form: PostedForm,
): Promise<Response> {
  const { view, viewer } = await open(services, context, productId)
  const preview = previewOf(view.input, draftFrom(form, view.input))
  const words = texts(context.get('language'))
  return context.html(<WhatIfFragment view={view} preview={preview} viewer={viewer} texts={words} />)
}

async function save(
  services: HttpServices,
  context: HttpContext,
  productId: string,
  form: PostedForm,
): Promise<Response> {
  const { principal, place, view } = await open(services, context, productId)
  const language = context.get('language')
  const words = texts(language).goals
  const request = { principal, place, key: form.key, requestId: context.get('requestId') }
  const sets = may(principal, 'goals.set', place)
  if (!sets && !may(principal, 'goals.propose', place)) throw notAllowed()
  try {
    const answers = inputFrom(form)
    if (sets) {
      await execute(services, setGoals, { ...request, input: { productId, version: form.version, ...answers } })
    } else {
      await execute(services, proposeGoals, { ...request, input: { productId, ...answers } })
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.code === 'invalid-input' && form.version !== undefined) {
      const named = error.fields.map(({ field }) => [field.replace(/^goals\./, ''), words.choose])
      return showTried(services, context, productId, form, Object.fromEntries(named))
    }
    if (error.code === 'version-conflict') return showConflict(services, context, productId, form)
    throw error
  }
  const same = sets && previewOf(view.input, draftFrom(form, view.input)).same
  const message = !sets ? words.proposed : same ? words.unchanged : words.saved
  leaveFlash(context, { level: same ? 'info' : 'success', message })
  return context.redirect(sets && !same ? `/products/${productId}` : `/products/${productId}/goals`, 303)
}

async function showConflict(
  services: HttpServices,
  context: HttpContext,
  productId: string,
  form: PostedForm,
): Promise<Response> {
  const { view } = await open(services, context, productId)
  const frame = await frameOf(services, context, { current: 'goals', productId })
  const draft = draftFrom(form, view.input)
  return context.html(<GoalsConflictPage frame={frame} view={view} draft={draft} formKey={crypto.randomUUID()} />, 412)
}

async function answer(
  services: HttpServices,
  context: HttpContext,
  productId: string,
  goalSetId: string,
  verdict: 'accept' | 'decline',
): Promise<Response> {
  const { principal, place, view } = await open(services, context, productId)
  const form = await readForm(context)
  const words = texts(context.get('language')).goals.proposal
  const request = { principal, place, key: form.key, requestId: context.get('requestId') }
  const own = view.proposals.find(({ id }) => id === goalSetId)?.setBy === principal.userId
  if (verdict === 'accept') {
    await execute(services, acceptGoals, { ...request, input: { productId, version: form.version, goalSetId } })
  } else {
    await execute(services, declineGoals, { ...request, input: { productId, goalSetId } })
  }
  const message = verdict === 'accept' ? words.accepted : own ? words.withdrawn : words.declined
  leaveFlash(context, { level: 'success', message })
  return context.redirect(`/products/${productId}/goals`, 303)
}
