import type { WrittenWords } from '../../pages/reviews/review-page-props.ts'
import type { ReviewView } from '../../reads/reviews/read-review.ts'
import type { Texts } from '../../texts/index.ts'
import type { PostedForm } from '../forms.ts'

const fields = /^(decision|note|seen|template)\.(\d\..+)$/

/** Reads the words on items from a posted form; a template that was chosen begins the note. */
export function wordsFrom({ fields: posted }: PostedForm, texts: Texts) {
  const items: Record<string, { decision?: string; note?: string; seen?: string }> = {}
  const templates = new Map<string, string>()
  for (const [name, value] of Object.entries(posted)) {
    const [, field, itemId] = fields.exec(name) ?? []
    if (field === undefined || itemId === undefined || value === '') continue
    if (field === 'template') {
      const template = texts.reviews.decision.templates[Number(value)]
      if (template !== undefined) templates.set(itemId, template)
    } else {
      items[itemId] = { ...items[itemId], [field]: value }
    }
  }
  for (const [itemId, template] of templates) {
    const note = items[itemId]?.note
    items[itemId] = { ...items[itemId], note: note === undefined ? template : `${template}\n${note}` }
  }
  return { note: posted.note ?? '', items }
}

/** The words as the form shows them again. */
export function writtenFrom(words: ReturnType<typeof wordsFrom>): WrittenWords {
  return {
    note: words.note,
    items: Object.fromEntries(
      Object.entries(words.items).map(([id, { decision = '', note = '' }]) => [id, { decision, note }]),
    ),
  }
}

/** The words kept as a draft; they are for the eyes of who wrote them. */
export function draftOf({ request }: ReviewView, userId: string): WrittenWords {
  const draft = request.claimedBy === userId ? request.draft : null
  return {
    note: draft?.note ?? '',
    items: Object.fromEntries(
      Object.entries(draft?.items ?? {}).map(([id, { decision = '', note = '' }]) => [id, { decision, note }]),
    ),
  }
}
