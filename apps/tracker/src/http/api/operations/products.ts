import { itemById } from '@sevenstep/onboarding'
import { z } from 'zod'
import { readChecklist } from '../../../reads/checklist/read-checklist.ts'
import { readStep } from '../../../reads/steps/read-step.ts'
import { clearStuck } from '../../../verbs/checklist/clear-stuck.ts'
import { createProduct } from '../../../verbs/checklist/create-product.ts'
import { declareStuck } from '../../../verbs/checklist/declare-stuck.ts'
import { setTargets } from '../../../verbs/steps/set-targets.ts'
import { submitReview } from '../../../verbs/steps/submit-review.ts'
import { withdrawReview } from '../../../verbs/steps/withdraw-review.ts'
import { apiChange } from '../change.ts'
import type { Operation } from '../operation.ts'
import { changedProduct, goalAnswers, isvPlaceOf, productState, stepState } from '../product-schemas.ts'
import { apiList, apiRead } from '../read.ts'
import { oneOf, pageOf } from '../rows.ts'
import { day, moment, named, text, version } from '../schemas.ts'

const product = named(
  'Product',
  z.object({
    id: z.string(),
    version,
    isvId: z.string(),
    name: z.string(),
    externalId: z.string().nullable(),
    kind: z.enum(['isv', 'enterprise']),
    edition: z.enum(['current', '2018-02']),
    publisher: z.enum(['verified-publisher', 'independent-publisher']),
    goals: goalAnswers.nullable(),
    targets: z.object({ product: day.optional(), steps: z.record(z.string(), day) }),
    declared: z.enum(['live', 'withdrawn']).nullable(),
    stuck: z.object({ since: moment, reason: z.string() }).nullable(),
    createdAt: moment,
    updatedAt: moment,
  }),
)
const step = named(
  'Step',
  stepState.extend({
    toJudge: z.array(z.string()).meta({ description: 'Items that a review of the step would be about.' }),
    missing: z.array(z.string()).meta({ description: 'Required items for which something still has to be shown.' }),
    review: z
      .object({
        id: z.string(),
        state: z.string(),
        version,
        requestedAt: moment,
        requestedBy: z.string().nullable(),
        message: z.string().nullable(),
        claimedBy: z.string().nullable(),
        decidedBy: z.string().nullable(),
        decidedAt: moment.nullable(),
        note: z.string().nullable(),
        items: z.array(z.string()),
      })
      .nullable(),
    history: z.array(z.object({ at: moment, actorId: z.string(), actorName: z.string(), sentence: text })),
  }),
)
const review = named('ChangedReview', z.object({ reviewId: z.string() }))

/** Products of an ISV, their derived state and their steps. */
export const productOperations: readonly Operation[] = [
  apiList({
    id: 'listProducts',
    path: '/isvs/{isvId}/products',
    tag: 'Products',
    summary: 'The products of an ISV, oldest first',
    place: 'isv',
    allowed: ['product.read'],
    page: 'ProductPage',
    row: product,
    read: (asked) =>
      pageOf(asked, 'products', {
        order: 'oldest-first',
        where: { isvId: asked.params.isvId },
        people: [],
        tell: (row) => row,
      }),
  }),
  apiRead({
    id: 'readProduct',
    path: '/products/{productId}',
    tag: 'Products',
    summary: 'One product as people described it',
    place: 'product',
    allowed: ['product.read'],
    answer: product,
    version: (answer) => answer.version,
    read: (asked) =>
      oneOf(asked, 'products', { where: { id: asked.params.productId ?? '' }, people: [], tell: (row) => row }),
  }),
  apiRead({
    id: 'readProductState',
    path: '/products/{productId}/state',
    tag: 'Products',
    summary: 'What follows for a product from goals, checks, evidence, reviews and waivers at this moment',
    place: 'product',
    allowed: ['product.read'],
    answer: productState,
    read: async ({ services, place, params }) => {
      const { state, now } = await readChecklist(services, isvPlaceOf(place), params.productId ?? '')
      const items = state.items.map((item) => ({
        ...item,
        title: itemById(item.id)?.title ?? { en: item.id, nl: item.id },
      }))
      return { ...state, items, now }
    },
  }),
  apiRead({
    id: 'readStep',
    path: '/products/{productId}/steps/{step}',
    tag: 'Products',
    summary: 'One step of a product, with its last review and what happened',
    place: 'product',
    allowed: ['product.read'],
    answer: step,
    read: async ({ services, place, params }) => {
      const view = await readStep(services, isvPlaceOf(place), params.productId ?? '', params.step ?? '')
      const standing = view.state.steps.find((one) => one.step === view.step)
      if (standing === undefined) throw new Error('A product has no state of one of its steps.')
      const { toJudge, missing } = view.scope
      return {
        ...standing,
        toJudge,
        missing: missing.map(({ id }) => id),
        review: view.review ?? null,
        history: view.history,
      }
    },
  }),
  apiChange(createProduct, {
    id: 'createProduct',
    method: 'post',
    path: '/isvs/{isvId}/products',
    tag: 'Products',
    summary: 'Adds a product to an ISV',
    place: 'isv',
    answer: changedProduct,
    location: ({ productId }) => `/products/${productId}`,
  }),
  apiChange(setTargets, {
    id: 'setTargets',
    method: 'patch',
    path: '/products/{productId}/targets',
    tag: 'Products',
    summary: 'Sets the day by which the product, or one step of it, should be finished',
    place: 'product',
    answer: changedProduct,
  }),
  apiChange(declareStuck, {
    id: 'declareStuck',
    method: 'put',
    path: '/products/{productId}/stuck',
    tag: 'Products',
    summary: 'Says that the product is stuck, and why',
    place: 'product',
    answer: changedProduct,
  }),
  apiChange(clearStuck, {
    id: 'clearStuck',
    method: 'delete',
    path: '/products/{productId}/stuck',
    tag: 'Products',
    summary: 'Says that the product is no longer stuck',
    place: 'product',
    answer: changedProduct,
  }),
  apiChange(submitReview, {
    id: 'submitReview',
    method: 'post',
    path: '/products/{productId}/steps/{step}/reviews',
    tag: 'Reviews',
    summary: 'Asks for a review of a step',
    place: 'product',
    answer: review,
    location: ({ reviewId }) => `/reviews/${reviewId}`,
  }),
  apiChange(withdrawReview, {
    id: 'withdrawReview',
    method: 'post',
    path: '/products/{productId}/reviews/{reviewId}/withdrawal',
    tag: 'Reviews',
    summary: 'Takes back the request for a review',
    place: 'product',
    answer: review,
  }),
]
