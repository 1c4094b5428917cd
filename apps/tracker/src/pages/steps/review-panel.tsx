import { type ItemId, itemById } from '@sevenstep/onboarding'
import type { StepReview, StepView } from '../../reads/steps/read-step.ts'
import type { Texts } from '../../texts/index.ts'
import { say, titleOf } from '../checklist/told.tsx'
import type { Viewer } from '../checklist/viewer.ts'
import { Button, LinkButton } from '../components/button.tsx'
import { Form, HiddenFields } from '../components/form.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { TextArea } from '../components/inputs.tsx'

/** A message that was sent and refused, kept as it was written. */
export interface RefusedMessage {
  readonly message: string
  readonly error: string
}

interface ReviewPanelProps {
  readonly view: StepView
  readonly viewer: Viewer
  readonly texts: Texts
  readonly refused?: RefusedMessage | undefined
}

/** Items named before the rest is only counted. */
const missingShown = 5

/** Where the review of the step stands, and the one thing that can be done about it. */
export function ReviewPanel(props: ReviewPanelProps) {
  const { view, viewer } = props
  const { review, scope } = view
  if (review?.state === 'open' || review?.state === 'claimed') return <Asked {...props} review={review} />
  if (scope.missing.length > 0) return <Missing {...props} />
  if (scope.toJudge.length === 0) return <LastDecision {...props} plain />
  return viewer.can('review.submit') ? <Ask {...props} /> : <MayNotAsk {...props} />
}

function Asked({ view, viewer, texts, review }: ReviewPanelProps & { readonly review: StepReview }) {
  const words = texts.steps.review
  const asker = review.requestedBy ?? words.somebody
  const when = texts.format.relative(review.requestedAt.toISOString(), view.now)
  const claimed = review.state === 'claimed'
  return (
    <section class="next-action" id="review">
      <div class="next-action-text">
        <p class="small">{words.title}</p>
        <h2>{claimed ? words.claimed(review.claimedBy ?? words.reviewer) : words.open}</h2>
        <p>
          {claimed ? words.claimedSub(asker, when) : words.openSub(asker, when)} {words.items(review.items.length)}.
        </p>
        {review.message !== null && <blockquote class="mt-2 whitespace-pre-line">{review.message}</blockquote>}
        <Which items={review.items} texts={texts} />
      </div>
      {viewer.can('review.decide') && (
        <LinkButton kind="primary" href={`/reviews/${review.id}`}>
          {words.toReview}
        </LinkButton>
      )}
      {viewer.can('review.submit') && (
        <form method="post" action={`/products/${view.product.id}/steps/${view.step}/review/withdraw`}>
          <HiddenFields
            version={review.version}
            idempotencyKey={`${viewer.formKey}-withdraw`}
            values={{ reviewId: review.id }}
          />
          <Button>{words.withdraw}</Button>
        </form>
      )}
    </section>
  )
}

function Ask({ view, viewer, texts, refused }: ReviewPanelProps) {
  const words = texts.steps.review
  return (
    <section class="next-action" id="review">
      <div class="next-action-text">
        <p class="small">{texts.shared.nextAction}</p>
        <h2>{words.ask(texts.shared.stepNumber(view.step).toLowerCase())}</h2>
        <p>{words.ready(view.scope.toJudge.length)}</p>
        <DecisionNote view={view} texts={texts} />
        <Which items={view.scope.toJudge} texts={texts} />
        <div class="mt-4">
          <Form
            action={`/products/${view.product.id}/steps/${view.step}/review`}
            idempotencyKey={`${viewer.formKey}-review`}
            draft="review"
            texts={texts}
          >
            <TextArea
              name="message"
              label={words.message}
              hint={words.messageHint}
              value={refused?.message}
              error={refused?.error}
              rows={2}
              maxlength={2000}
              texts={texts}
              optional
            />
            <div>
              <Button kind="primary">{words.submit}</Button>
            </div>
          </Form>
        </div>
      </div>
    </section>
  )
}

function Missing({ view, viewer, texts }: ReviewPanelProps) {
  const words = texts.steps.review
  const { missing } = view.scope
  const rest = missing.length - missingShown
  return (
    <section class="card" id="review" aria-labelledby="review-title">
      <h2 id="review-title">
        {viewer.side === 'isv' ? words.missing(missing.length) : words.missingOthers(missing.length)}
      </h2>
      <DecisionNote view={view} texts={texts} />
      <ul class="prose mt-2 list-disc pl-5">
        {missing.slice(0, missingShown).map((item) => (
          <li>
            <a class="link" href={`/products/${view.product.id}/items/${item.id}`}>
              {titleOf(item, texts)}
            </a>{' '}
            <span class="quiet">({texts.shared.verdicts[item.verdict].toLowerCase()})</span>
          </li>
        ))}
        {rest > 0 && <li class="quiet">{words.andMore(rest)}</li>}
      </ul>
      {view.scope.later > 0 && <p class="row-note mt-2">{words.later(view.scope.later)}</p>}
    </section>
  )
}

function LastDecision({ view, texts, plain }: ReviewPanelProps & { readonly plain: boolean }) {
  const words = texts.steps.review
  return (
    <section class="card" id="review" aria-labelledby="review-title">
      <h2 id="review-title">{words.title}</h2>
      {plain && <p class="quiet">{words.nothing}</p>}
      <DecisionNote view={view} texts={texts} />
    </section>
  )
}

function MayNotAsk({ view, texts }: ReviewPanelProps) {
  const words = texts.steps.review
  return (
    <section class="card" id="review" aria-labelledby="review-title">
      <h2 id="review-title">{words.title}</h2>
      <p>{words.mayNot}</p>
      <DecisionNote view={view} texts={texts} />
    </section>
  )
}

/** What came of the last request, with the reviewer's own words. */
function DecisionNote({ view, texts }: Pick<ReviewPanelProps, 'view' | 'texts'>) {
  const { review } = view
  if (review === undefined || review.state === 'open' || review.state === 'claimed') return null
  const words = texts.steps.review
  const name = review.decidedBy ?? words.reviewer
  const when = texts.format.relative((review.decidedAt ?? review.requestedAt).toISOString(), view.now)
  const { state } = review
  const sentence =
    state === 'deprecated' || state === 'withdrawn' ? words.decided[state](when) : words.decided[state](name, when)
  return (
    <>
      <p class="mt-1">{sentence}</p>
      {review.note !== null && <blockquote class="mt-1 whitespace-pre-line">{review.note}</blockquote>}
    </>
  )
}

function Which({ items, texts }: { readonly items: readonly ItemId[]; readonly texts: Texts }) {
  return (
    <Disclosure summary={texts.steps.review.which}>
      <ul class="prose list-disc pl-5">
        {items.map((id) => {
          const definition = itemById(id)
          return <li>{definition === undefined ? id : say(definition.title, texts)}</li>
        })}
      </ul>
    </Disclosure>
  )
}
