import type { ReviewView } from '../../reads/reviews/read-review.ts'
import type { Texts } from '../../texts/index.ts'
import { type State, StatePill } from '../components/pill.tsx'

type ReviewState = ReviewView['request']['state']

const looks: Readonly<Record<ReviewState, State>> = {
  open: 'waiting',
  claimed: 'in-review',
  approved: 'proved',
  'changes-requested': 'changes-requested',
  rejected: 'failing',
  deprecated: 'not-needed',
  withdrawn: 'not-needed',
}

/** Where a review, or a word on one of its items, stands. */
export function ReviewPill({ state, texts }: { readonly state: ReviewState; readonly texts: Texts }) {
  return <StatePill state={looks[state]}>{texts.reviews.states[state]}</StatePill>
}
