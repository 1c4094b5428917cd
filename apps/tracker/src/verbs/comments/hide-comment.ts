import { z } from 'zod'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { commentFields, hideWords } from './comment-changes.ts'

/** Hides a comment from everybody; that there was one stays to be seen. */
export const hideComment = defineVerb({
  name: 'comment.hide',
  where: 'isv',
  allowed: ['comment.moderate'],
  input: z.object(commentFields),
  async run(context, input) {
    const { item, words, isNew } = await hideWords(context, input, 'shared')
    if (!isNew) return unchanged({ commentId: input.commentId })
    return changed(
      { commentId: input.commentId },
      {
        action: 'comment.hidden',
        subjectType: 'comment',
        subjectId: input.commentId,
        sentence: { en: `hid a comment on ${words.en}`, nl: `verborg een reactie bij ${words.nl}` },
        detail: { productId: input.productId, itemId: item.id },
      },
    )
  },
})
