import { z } from 'zod'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { changeWording, commentFields, commentText } from './comment-changes.ts'

/** Changes the words of one's own internal note; the earlier ones are kept. */
export const editInternalNote = defineVerb({
  name: 'internal-note.edit',
  where: 'programme',
  allowed: ['comment.internal'],
  input: z.object({ ...commentFields, wording: commentText }),
  async run(context, input) {
    const { item, words, isNew } = await changeWording(context, input, 'internal')
    if (!isNew) return unchanged({ commentId: input.commentId })
    return changed(
      { commentId: input.commentId },
      {
        action: 'internal-note.edited',
        subjectType: 'comment',
        subjectId: input.commentId,
        sentence: {
          en: `reworded an internal note on ${words.en}`,
          nl: `herschreef een interne notitie bij ${words.nl}`,
        },
        detail: { productId: input.productId, itemId: item.id },
      },
    )
  },
})
