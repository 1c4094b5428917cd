import { Hono } from 'hono'
import { texts } from '../../texts/index.ts'
import { editComment } from '../../verbs/comments/edit-comment.ts'
import { editInternalNote } from '../../verbs/comments/edit-internal-note.ts'
import { hideComment } from '../../verbs/comments/hide-comment.ts'
import { hideInternalNote } from '../../verbs/comments/hide-internal-note.ts'
import { writeComment } from '../../verbs/comments/write-comment.ts'
import { writeInternalNote } from '../../verbs/comments/write-internal-note.ts'
import { execute } from '../../verbs/execute.ts'
import { invalidInput } from '../../verbs/parse-input.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { changeItem, type ItemContext, type ItemRequest, itemRequest } from '../items/item-context.tsx'

/** Writing, rewording and hiding comments, below the address of an item. */
export function commentRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.post('/', (context) => write(services, context))
  routes.post('/:commentId', (context) => edit(services, context, context.req.param('commentId')))
  routes.post('/:commentId/hide', (context) => hide(services, context, context.req.param('commentId')))
  return routes
}

async function write(services: HttpServices, context: ItemContext): Promise<Response> {
  const request = await itemRequest(services, context, 'comment.shared', 'comment.internal')
  const { productId, itemId } = request
  return changeItem(services, context, request, {
    change: async ({ fields, key }) => {
      const input = { productId, itemId, comment: fields.comment }
      const { principal } = request.signedIn
      // Whoever has no choice writes for everybody; whoever has one makes it.
      const chosen = principal.held.some(({ isvId }) => isvId === null) ? fields.visibility : 'shared'
      if (chosen !== 'shared' && chosen !== 'internal') throw notChosen()
      const common = { principal, input, key, requestId: context.get('requestId') }
      const { commentId } =
        chosen === 'internal'
          ? await execute(services, writeInternalNote, { ...common, place: programmeOfPlace(request) })
          : await execute(services, writeComment, { ...common, place: request.place })
      return { said: texts(context.get('language')).items.comments.sent, target: `#${commentId}` }
    },
  })
}

async function edit(services: HttpServices, context: ItemContext, commentId: string): Promise<Response> {
  const request = await itemRequest(services, context, 'comment.shared', 'comment.internal')
  const { productId, itemId } = request
  return changeItem(services, context, request, {
    open: { kind: 'edit', commentId },
    change: async ({ fields, key, version }) => {
      const { wording, visibility } = fields
      const input = { productId, itemId, commentId, version, wording }
      const common = { principal: request.signedIn.principal, input, key, requestId: context.get('requestId') }
      if (visibility === 'internal') {
        await execute(services, editInternalNote, { ...common, place: programmeOfPlace(request) })
      } else await execute(services, editComment, { ...common, place: request.place })
      return { said: texts(context.get('language')).items.comments.reworded, target: `#${commentId}` }
    },
  })
}

async function hide(services: HttpServices, context: ItemContext, commentId: string): Promise<Response> {
  const request = await itemRequest(services, context, 'comment.moderate')
  const { productId, itemId } = request
  return changeItem(services, context, request, {
    change: async ({ fields, key, version }) => {
      const input = { productId, itemId, commentId, version }
      const common = { principal: request.signedIn.principal, input, key, requestId: context.get('requestId') }
      if (fields.visibility === 'internal') {
        await execute(services, hideInternalNote, { ...common, place: programmeOfPlace(request) })
      } else await execute(services, hideComment, { ...common, place: request.place })
      return { said: texts(context.get('language')).items.comments.done, target: `#${commentId}` }
    },
  })
}

/** Internal notes belong to the programme, not to the ISV. */
function programmeOfPlace({ place }: ItemRequest) {
  return { organizationId: place.organizationId, isvId: null }
}

function notChosen() {
  return invalidInput([
    {
      field: 'visibility',
      message: { en: 'Choose who reads it.', nl: 'Kies wie het leest.' },
    },
  ])
}
