import { z } from 'zod'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { changeWording, commentFields, commentText } from './comment-changes.ts'

/** Changes the words of one's own comment; the earlier ones are kept and can be read. */
export const editComment = defineVerb({
  name: 'comment.edit',
  where: 'isv',
  allowed: ['comment.shared'],
  input: z.object({ ...commentFields, wording: commentText }),
  async run(context, input) {
    const { item, words, isNew } = await changeWording(context, input, 'shared')
    if (!isNew) return unchanged({ commentId: input.commentId })
    return changed(
      { commentId: input.commentId },
      {
        action: 'comment.edited',
        subjectType: 'comment',
        subjectId: input.commentId,
        sentence: { en: `reworded a comment on ${words.en}`, nl: `herschreef een reactie bij ${words.nl}` },
        detail: { productId: input.productId, itemId: item.id },
      },
    )
  },
})
