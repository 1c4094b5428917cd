import { z } from 'zod'
import { changed, defineVerb } from '../define-verb.ts'
import { itemFields } from '../items/item-at-hand.ts'
import { commentText, insertComment } from './comment-changes.ts'

/**
 * Writes a note on an item that only the programme's people read. It goes into the programme's record, not into the
 * ISV's, so that the ISV does not even learn that there is one.
 */
export const writeInternalNote = defineVerb({
  name: 'internal-note.write',
  where: 'programme',
  allowed: ['comment.internal'],
  input: z.object({ ...itemFields, comment: commentText }),
  async run(context, input) {
    const { commentId, item, words } = await insertComment(context, input, 'internal')
    return changed(
      { commentId },
      {
        action: 'internal-note.written',
        subjectType: 'comment',
        subjectId: commentId,
        sentence: { en: `wrote an internal note on ${words.en}`, nl: `schreef een interne notitie bij ${words.nl}` },
        detail: { productId: input.productId, itemId: item.id },
      },
    )
  },
})
