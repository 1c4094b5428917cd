import type { ItemId } from '@sevenstep/onboarding'
import { z } from 'zod'
import { editComment } from '../../../verbs/comments/edit-comment.ts'
import { editInternalNote } from '../../../verbs/comments/edit-internal-note.ts'
import { hideComment } from '../../../verbs/comments/hide-comment.ts'
import { hideInternalNote } from '../../../verbs/comments/hide-internal-note.ts'
import { writeComment } from '../../../verbs/comments/write-comment.ts'
import { writeInternalNote } from '../../../verbs/comments/write-internal-note.ts'
import { apiChange } from '../change.ts'
import type { Operation } from '../operation.ts'
import { commentSchema, tellComment } from '../proof-schemas.ts'
import { apiList, apiRead } from '../read.ts'
import { oneOf, pageOf } from '../rows.ts'
import { named } from '../schemas.ts'

const changed = named('ChangedComment', z.object({ commentId: z.string() }))
const ofItem = '/products/{productId}/items/{itemId}'

const ofItemIn = ({ productId = '', itemId = '' }: Readonly<Record<string, string>>) =>
  // What is no item's id matches no row.
  ({ productId, itemId: itemId as ItemId })

const location = ({ commentId }: { commentId: string }, { productId, itemId }: Readonly<Record<string, string>>) =>
  `/products/${productId}/items/${itemId}/comments/${commentId}`

/** What people say to each other about an item. */
export const commentOperations: readonly Operation[] = [
  apiList({
    id: 'listComments',
    path: `${ofItem}/comments`,
    tag: 'Comments',
    summary: 'Comments on an item, oldest first; internal notes are among them for the programme’s own people',
    place: 'product',
    allowed: ['product.read'],
    page: 'CommentPage',
    row: commentSchema,
    read: (asked) =>
      pageOf(asked, 'comments', {
        order: 'oldest-first',
        where: ofItemIn(asked.params),
        people: [],
        tell: tellComment,
      }),
  }),
  apiRead({
    id: 'readComment',
    path: `${ofItem}/comments/{commentId}`,
    tag: 'Comments',
    summary: 'One comment',
    place: 'product',
    allowed: ['product.read'],
    answer: commentSchema,
    version: (answer) => answer.version,
    read: (asked) =>
      oneOf(asked, 'comments', {
        where: { id: asked.params.commentId ?? '', ...ofItemIn(asked.params) },
        people: [],
        tell: tellComment,
      }),
  }),
  apiChange(writeComment, {
    id: 'writeComment',
    method: 'post',
    path: `${ofItem}/comments`,
    tag: 'Comments',
    summary: 'Writes a comment that the ISV and the programme read',
    place: 'product',
    answer: changed,
    location,
  }),
  apiChange(editComment, {
    id: 'editComment',
    method: 'put',
    path: `${ofItem}/comments/{commentId}`,
    tag: 'Comments',
    summary: 'Rewords one’s own comment; earlier wordings are kept',
    place: 'product',
    answer: changed,
  }),
  apiChange(hideComment, {
    id: 'hideComment',
    method: 'delete',
    path: `${ofItem}/comments/{commentId}`,
    tag: 'Comments',
    summary: 'Hides a comment',
    place: 'product',
    answer: changed,
  }),
  apiChange(writeInternalNote, {
    id: 'writeInternalNote',
    method: 'post',
    path: `${ofItem}/internal-notes`,
    tag: 'Comments',
    summary: 'Writes a note that the programme alone reads',
    place: 'programme-of-product',
    answer: changed,
    location,
  }),
  apiChange(editInternalNote, {
    id: 'editInternalNote',
    method: 'put',
    path: `${ofItem}/internal-notes/{commentId}`,
    tag: 'Comments',
    summary: 'Rewords one’s own note',
    place: 'programme-of-product',
    answer: changed,
  }),
  apiChange(hideInternalNote, {
    id: 'hideInternalNote',
    method: 'delete',
    path: `${ofItem}/internal-notes/{commentId}`,
    tag: 'Comments',
    summary: 'Hides a note',
    place: 'programme-of-product',
    answer: changed,
  }),
]
