import type { ItemId } from '@sevenstep/onboarding'
import type { ReviewedItem, ReviewView } from '../../reads/reviews/read-review.ts'
import type { Frame } from '../components/frame.ts'

/** Words as they stand in the form: typed, or kept as a draft. */
export interface WrittenWords {
  readonly note: string
  readonly items: Readonly<Record<ItemId, { readonly decision: string; readonly note: string }>>
}

/** Why what was sent could not be taken. */
export type ReviewWarning =
  /** These items are others than those that the reviewer saw. */
  | { readonly kind: 'changed'; readonly items: readonly string[] }
  /** The request itself moved on. */
  | { readonly kind: 'moved' }
  /** Something else; what, why and what to do are said. */
  | { readonly kind: 'refused'; readonly what: string; readonly why: string; readonly fix: string }

/** What every part of the page of a review is made from. */
export interface ReviewPageProps {
  readonly frame: Frame
  readonly view: ReviewView
  readonly reader: {
    readonly userId: string
    /** Their role lets them decide here; whether this review is theirs is another matter. */
    readonly mayDecide: boolean
    readonly formKey: string
  }
  readonly words: WrittenWords
  /** What is wrong, by the name of the field. */
  readonly errors?: Readonly<Record<string, string>> | undefined
  readonly warning?: ReviewWarning | undefined
}

/** True where the reader has taken the review up and may write in it. */
export function isMine({ view, reader }: Pick<ReviewPageProps, 'view' | 'reader'>): boolean {
  const { state, claimedBy } = view.request
  return reader.mayDecide && state === 'claimed' && claimedBy === reader.userId
}

/** The address of the item's own page. */
export function addressOfItem({ product }: ReviewView, { item }: ReviewedItem): string {
  return `/products/${product.id}/items/${item.id}`
}

/** The name of somebody who had a part in it. */
export function nameOf({ view, frame }: Pick<ReviewPageProps, 'view' | 'frame'>, id: string | null): string {
  return view.people.get(id ?? '') ?? frame.texts.reviews.queue.somebody
}
