import { Hono } from 'hono'
import type { OpenForm } from '../../pages/items/item-page-props.ts'
import { texts } from '../../texts/index.ts'
import { openDispute } from '../../verbs/disputes/open-dispute.ts'
import { execute } from '../../verbs/execute.ts'
import { requestWaiver } from '../../verbs/waivers/request-waiver.ts'
import { withdrawWaiverRequest } from '../../verbs/waivers/withdraw-waiver-request.ts'
import { commentRoutes } from '../comments/routes.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { evidenceRoutes } from '../evidence/routes.ts'
import { changeItem, type ItemContext, itemRequest, showItem } from './item-context.tsx'

/** The page of an item and everything that is sent from it. */
export function itemRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>().basePath('/products/:productId/items/:itemId')
  routes.get('/', async (context) =>
    showItem(services, context, await itemRequest(services, context), { open: openFormOf(context) }),
  )
  routes.post('/waivers', (context) => askForWaiver(services, context))
  routes.post('/waivers/:waiverId/withdraw', (context) =>
    withdrawWaiver(services, context, context.req.param('waiverId')),
  )
  routes.post('/disputes', (context) => disagree(services, context))
  routes.route('/evidence', evidenceRoutes(services))
  routes.route('/comments', commentRoutes(services))
  return routes
}

/** The one further form that the address asks for. */
function openFormOf(context: ItemContext): OpenForm | undefined {
  const { finding, evidence, comment, do: kind } = context.req.query()
  if (kind === 'waiver') return { kind }
  if (kind === 'dispute' && finding !== undefined) return { kind, fingerprint: finding }
  if (kind === 'version' && evidence !== undefined) return { kind, evidenceId: evidence }
  return kind === 'edit' && comment !== undefined ? { kind, commentId: comment } : undefined
}

async function askForWaiver(services: HttpServices, context: ItemContext): Promise<Response> {
  const request = await itemRequest(services, context, 'waiver.request')
  const { place, productId, itemId } = request
  return changeItem(services, context, request, {
    open: { kind: 'waiver' },
    change: async ({ fields, key }) => {
      await execute(services, requestWaiver, {
        principal: request.signedIn.principal,
        place,
        input: { productId, itemId, waiverReason: fields.waiverReason, expiresOn: fields.expiresOn ?? '' },
        key,
        requestId: context.get('requestId'),
      })
      return { said: texts(context.get('language')).items.waiver.sent, target: '#waiver' }
    },
  })
}

async function withdrawWaiver(services: HttpServices, context: ItemContext, waiverId: string): Promise<Response> {
  const request = await itemRequest(services, context, 'waiver.request')
  const { place, productId, itemId } = request
  return changeItem(services, context, request, {
    change: async ({ version, key }) => {
      await execute(services, withdrawWaiverRequest, {
        principal: request.signedIn.principal,
        place,
        input: { productId, itemId, waiverId, version },
        key,
        requestId: context.get('requestId'),
      })
      return { said: texts(context.get('language')).items.waiver.withdrawn, target: '#waiver' }
    },
  })
}

async function disagree(services: HttpServices, context: ItemContext): Promise<Response> {
  const request = await itemRequest(services, context, 'dispute.open')
  const { place, productId, itemId } = request
  let fingerprint = ''
  return changeItem(services, context, request, {
    get open(): OpenForm {
      return { kind: 'dispute', fingerprint }
    },
    change: async ({ fields, key }) => {
      fingerprint = fields.fingerprint ?? ''
      const { runId, rule, disputeReason } = fields
      await execute(services, openDispute, {
        principal: request.signedIn.principal,
        place,
        input: { productId, itemId, runId, rule, fingerprint, disputeReason },
        key,
        requestId: context.get('requestId'),
      })
      return { said: texts(context.get('language')).items.dispute.sent, target: '#findings' }
    },
  })
}
