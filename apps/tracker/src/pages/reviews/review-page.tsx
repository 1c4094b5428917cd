import { CommentText } from '../comments/comment-text.tsx'
import { Banner } from '../components/banner.tsx'
import { Card } from '../components/card.tsx'
import { ErrorSummary } from '../components/form.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { ClaimPanel } from './claim-panel.tsx'
import { DecisionForm } from './decision-form.tsx'
import { ReviewAside } from './review-aside.tsx'
import { ReviewItemCard } from './review-item.tsx'
import { isMine, nameOf, type ReviewPageProps } from './review-page-props.ts'

/** A step as its reviewer sees it: every item with what is shown for it, what is new, and a word on each. */
export function ReviewPage(props: ReviewPageProps) {
  const { frame, view, errors = {} } = props
  const { texts } = frame
  const { request, product, isv } = view
  return (
    <Page frame={frame} title={`${product.name}: ${headlineOf(props)}`}>
      <Headline
        breadcrumb={
          <Breadcrumb
            texts={texts}
            links={[
              { label: texts.reviews.queue.title, href: '/reviews' },
              { label: isv.name, href: `/isvs/${isv.id}` },
              { label: product.name, href: `/products/${product.id}` },
            ]}
          />
        }
        title={headlineOf(props)}
        sub={subOf(props)}
      />
      <Warning {...props} />
      <div class="mb-5 empty:hidden">
        <ErrorSummary texts={texts} errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      </div>
      <ClaimPanel {...props} />
      <div class="columns">
        <div class="stack">
          {request.message !== null && (
            <Card title={texts.reviews.message}>
              <CommentText text={request.message} />
            </Card>
          )}
          {request.note !== null && (
            <Card title={texts.reviews.noteToIsv}>
              <CommentText text={request.note} />
            </Card>
          )}
          {isMine(props) ? (
            <DecisionForm {...props} />
          ) : (
            view.items.map((reviewed) => <ReviewItemCard {...props} reviewed={reviewed} />)
          )}
        </div>
        <ReviewAside {...props} />
      </div>
    </Page>
  )
}

function headlineOf({ frame, view }: ReviewPageProps): string {
  const { texts } = frame
  const { request, items } = view
  const words = texts.reviews.headline
  const step = texts.reviews.queue.step(request.step, texts.shared.steps[request.step])
  const { state } = request
  return state === 'open' || state === 'claimed' ? words.open(items.length, step) : words[state](step)
}

function subOf(props: ReviewPageProps): string {
  const { frame, view } = props
  const { format, reviews } = frame.texts
  const { requestedBy, requestedAt, decidedBy, decidedAt } = view.request
  if (decidedAt !== null && decidedBy !== null) {
    return reviews.decidedBy(nameOf(props, decidedBy), format.relative(decidedAt.toISOString(), view.now))
  }
  return reviews.asked(nameOf(props, requestedBy), format.relative(requestedAt.toISOString(), view.now))
}

function Warning({ frame, warning }: ReviewPageProps) {
  const words = frame.texts.reviews.decision
  if (warning === undefined) return null
  if (warning.kind === 'refused') {
    return (
      <Banner level="error" title={warning.what} announce>
        <p>{warning.why}</p>
        <p>{warning.fix}</p>
      </Banner>
    )
  }
  const changed = warning.kind === 'changed'
  return (
    <Banner level="conflict" title={changed ? words.changedTitle(warning.items.length) : words.movedTitle} announce>
      <p>{changed ? words.changedWhy : words.movedWhy}</p>
    </Banner>
  )
}
