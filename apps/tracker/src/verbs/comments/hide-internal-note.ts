import { z } from 'zod'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { commentFields, hideWords } from './comment-changes.ts'

/** Hides an internal note; that there was one stays to be seen. */
export const hideInternalNote = defineVerb({
  name: 'internal-note.hide',
  where: 'programme',
  allowed: ['comment.moderate'],
  input: z.object(commentFields),
  async run(context, input) {
    const { item, words, isNew } = await hideWords(context, input, 'internal')
    if (!isNew) return unchanged({ commentId: input.commentId })
    return changed(
      { commentId: input.commentId },
      {
        action: 'internal-note.hidden',
        subjectType: 'comment',
        subjectId: input.commentId,
        sentence: { en: `hid an internal note on ${words.en}`, nl: `verborg een interne notitie bij ${words.nl}` },
        detail: { productId: input.productId, itemId: item.id },
      },
    )
  },
})
