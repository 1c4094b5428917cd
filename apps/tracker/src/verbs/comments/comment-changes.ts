import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { comments } from '../../db/schema/index.ts'
import { notAllowed, notFound, stateConflict } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import type { VerbContext } from '../define-verb.ts'
import { refuseSecrets } from '../evidence/refuse-secrets.ts'
import { type ItemAtHand, itemAtHand, itemFields } from '../items/item-at-hand.ts'
import { updateVersioned } from '../versioned.ts'

/** Longest comment, in characters. */
const longest = 20_000

/** Earlier wordings that are kept of one comment; that older ones were replaced stays in the record. */
const mostEarlier = 20

/** The words of a comment. */
export const commentText = z.string().trim().min(1).max(longest)

/** The fields by which a request names a comment, with the version of its row that was seen. */
export const commentFields = { ...itemFields, commentId: z.string().min(1).max(80), version: z.int() }

/** Who reads a comment; settled when it is written, for good. */
export type Visibility = typeof comments.$inferSelect.visibility

/** Writes a comment on an item. */
export async function insertComment(
  context: VerbContext,
  input: { readonly productId: string; readonly itemId: string; readonly comment: string },
  visibility: Visibility,
): Promise<ItemAtHand & { readonly commentId: string }> {
  const at = await itemAtHand(context.transaction, input)
  refuseSecrets(input.comment, { en: 'Your comment', nl: 'Uw reactie' }, 'comment')
  const commentId = context.newId('cmt')
  await context.transaction.insert(comments).values({
    id: commentId,
    isvId: at.product.isvId,
    organizationId: at.product.organizationId,
    productId: at.product.id,
    itemId: at.item.id,
    visibility,
    authorId: personOf(context.principal) ?? 'tracker',
    authorName: context.principal.name,
    body: input.comment,
    earlier: [],
    createdAt: context.now,
    updatedAt: context.now,
  })
  return { ...at, commentId }
}

/** Changes the words of one's own comment; the latest of the earlier ones are kept. False where they are the same. */
export async function changeWording(
  context: VerbContext,
  input: z.infer<z.ZodObject<typeof commentFields>> & { readonly wording: string },
  visibility: Visibility,
): Promise<ItemAtHand & { readonly isNew: boolean }> {
  const { comment, ...at } = await commentAtHand(context, input, visibility)
  if (comment.authorId !== personOf(context.principal)) throw notAllowed()
  if (comment.hiddenAt !== null) throw hidden()
  if (comment.body === input.wording) return { ...at, isNew: false }
  refuseSecrets(input.wording, { en: 'Your comment', nl: 'Uw reactie' }, 'comment')
  await updateVersioned(
    context.transaction,
    comments,
    { id: comment.id, version: input.version },
    {
      body: input.wording,
      earlier: [...comment.earlier, { body: comment.body, until: context.now.toISOString() }].slice(-mostEarlier),
      updatedAt: context.now,
    },
  )
  return { ...at, isNew: true }
}

/** Hides a comment from everybody; that there was one stays to be seen. False where it is hidden already. */
export async function hideWords(
  context: VerbContext,
  input: z.infer<z.ZodObject<typeof commentFields>>,
  visibility: Visibility,
): Promise<ItemAtHand & { readonly isNew: boolean }> {
  const { comment, ...at } = await commentAtHand(context, input, visibility)
  if (comment.hiddenAt !== null) return { ...at, isNew: false }
  await updateVersioned(
    context.transaction,
    comments,
    { id: comment.id, version: input.version },
    {
      hiddenAt: context.now,
      hiddenBy: personOf(context.principal) ?? 'tracker',
      updatedAt: context.now,
    },
  )
  return { ...at, isNew: true }
}

async function commentAtHand(
  context: VerbContext,
  input: z.infer<z.ZodObject<typeof commentFields>>,
  visibility: Visibility,
): Promise<ItemAtHand & { readonly comment: typeof comments.$inferSelect }> {
  const at = await itemAtHand(context.transaction, input)
  const [comment] = await context.transaction
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.id, input.commentId),
        eq(comments.productId, at.product.id),
        eq(comments.itemId, at.item.id),
        eq(comments.visibility, visibility),
      ),
    )
  if (comment === undefined) throw notFound()
  return { ...at, comment }
}

function hidden() {
  return stateConflict(
    { en: 'A moderator has hidden this comment.', nl: 'Een moderator heeft deze reactie verborgen.' },
    { en: 'Write a new one.', nl: 'Schrijf een nieuwe.' },
  )
}
