import { z } from 'zod'
import { changed, defineVerb } from '../define-verb.ts'
import { itemFields } from '../items/item-at-hand.ts'
import { commentText, insertComment } from './comment-changes.ts'

/** Writes a comment on an item that the ISV and the programme both read. */
export const writeComment = defineVerb({
  name: 'comment.write',
  where: 'isv',
  allowed: ['comment.shared'],
  input: z.object({ ...itemFields, comment: commentText }),
  async run(context, input) {
    const { commentId, item, words } = await insertComment(context, input, 'shared')
    return changed(
      { commentId },
      {
        action: 'comment.written',
        subjectType: 'comment',
        subjectId: commentId,
        sentence: { en: `wrote a comment on ${words.en}`, nl: `schreef een reactie bij ${words.nl}` },
        detail: { productId: input.productId, itemId: item.id },
      },
      { touched: [{ productId: input.productId, items: [item.id] }] },
    )
  },
})
