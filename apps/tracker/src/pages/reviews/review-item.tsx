import type { Child } from 'hono/jsx'
import type { ReviewedItem } from '../../reads/reviews/read-review.ts'
import { ItemBecause, say } from '../checklist/told.tsx'
import { CommentText } from '../comments/comment-text.tsx'
import { Card } from '../components/card.tsx'
import { Because, Disclosure } from '../components/guidance.tsx'
import { StatePill, VerdictPill } from '../components/pill.tsx'
import { RelativeTime } from '../components/times.tsx'
import { EvidenceShown } from './evidence-shown.tsx'
import { addressOfItem, nameOf, type ReviewPageProps } from './review-page-props.ts'
import { ReviewPill } from './review-state.tsx'

interface ReviewItemProps extends ReviewPageProps {
  readonly reviewed: ReviewedItem
  /** The fields for a word on it. */
  readonly children?: Child
}

/** One item as the ISV shows it: its state and why, what is new, the facts, the evidence, what was said. */
export function ReviewItemCard(props: ReviewItemProps) {
  const { frame, view, reviewed, children } = props
  const { texts } = frame
  const words = texts.reviews.item
  const { item, standing, comments, openDisputes } = reviewed
  return (
    <Card
      id={`item-${item.id}`}
      title={say(item.title, texts)}
      note={
        <a class="link" href={addressOfItem(view, reviewed)} aria-label={`${words.open}: ${say(item.title, texts)}`}>
          {words.open}
        </a>
      }
    >
      <div class="mb-2 flex flex-wrap gap-2">
        <VerdictPill verdict={standing.verdict} texts={texts} />
        <Marks {...props} />
      </div>
      <Because texts={texts}>
        <ItemBecause item={standing} texts={texts} />
      </Because>
      <Disclosure summary={words.look}>
        <div class="prose">
          <p>{say(item.what, texts)}</p>
          <p>{say(item.how, texts)}</p>
        </div>
      </Disclosure>
      <CheckFacts {...props} />
      <EvidenceShown {...props} />
      {openDisputes.map(({ id, rule }) => (
        <p>
          {words.dispute(rule)}{' '}
          <a class="link" href={`/disputes/${id}`}>
            {words.answerDispute}
          </a>
        </p>
      ))}
      {comments.length > 0 && <Conversation {...props} />}
      <WordBefore {...props} />
      <WordGiven {...props} />
      {children}
    </Card>
  )
}

/** What is new about it, since the last review, since it was asked for, and since the page was opened. */
function Marks({ frame, view, reviewed, warning }: ReviewItemProps) {
  const { since } = frame.texts.reviews
  const { state } = view.request
  const under = state === 'open' || state === 'claimed'
  const seenChange = warning?.kind === 'changed' && warning.items.includes(reviewed.item.id)
  return (
    <>
      {seenChange && <StatePill state="changes-requested">{since.opened}</StatePill>}
      {under && !seenChange && reviewed.changedSinceAsked && (
        <StatePill state="changes-requested">{since.asked}</StatePill>
      )}
      {reviewed.sinceLast !== undefined && (
        <StatePill state={reviewed.sinceLast === 'same' ? 'not-needed' : 'in-review'}>
          {since[reviewed.sinceLast]}
        </StatePill>
      )}
    </>
  )
}

function CheckFacts({ frame, view, reviewed }: ReviewItemProps) {
  const { texts } = frame
  const words = texts.reviews.item
  const { verification, waiver } = reviewed.record
  const facts = Object.values(verification?.families ?? {})
  const total = (key: 'errors' | 'warnings') => facts.reduce((sum, fact) => sum + fact[key], 0)
  return (
    <>
      {verification !== undefined && (
        <p class="mt-2">
          {words.facts}: {words.findings(total('errors'), total('warnings'))},{' '}
          <RelativeTime at={verification.checkedAt} now={view.now} texts={texts} />
        </p>
      )}
      {waiver?.state === 'approved' && (
        <p class="mt-2">
          <a class="link" href={`/waivers/${waiver.id}`}>
            {waiver.expiresAt === undefined
              ? words.waivedForGood
              : words.waived(new Date(Date.parse(waiver.expiresAt) - 1).toISOString())}
          </a>
        </p>
      )}
    </>
  )
}

function Conversation({ frame, view, reviewed }: ReviewItemProps) {
  const { texts } = frame
  const words = texts.reviews.item
  return (
    <div class="mt-3">
      <Disclosure summary={words.comments(reviewed.comments.length)}>
        <div class="stack">
          {reviewed.comments.map((comment) => (
            <div>
              <p class="row-note">
                <bdi>{comment.authorName}</bdi>
                {', '}
                <RelativeTime at={comment.createdAt.toISOString()} now={view.now} texts={texts} />
                {' · '}
                {texts.items.comments.marks[comment.visibility]}
              </p>
              {comment.hiddenAt === null ? <CommentText text={comment.body} /> : <p class="quiet">{words.hidden}</p>}
            </div>
          ))}
        </div>
      </Disclosure>
    </div>
  )
}

/** What was said of it last time, and whether that still counts. */
function WordBefore(props: ReviewItemProps) {
  const { frame, view, reviewed } = props
  const { texts } = frame
  const words = texts.reviews.item
  const { before } = reviewed
  if (before === undefined) return null
  const when = texts.format.relative(before.decidedAt.toISOString(), view.now)
  return (
    <div class="mt-3 small">
      <p class="quiet">
        {words.before(texts.reviews.states[before.decision].toLowerCase(), nameOf(props, before.decidedBy), when)}
        {before.deprecatedAt !== null && ` ${words.overtaken}`}
      </p>
      {before.note !== null && <CommentText text={before.note} />}
    </div>
  )
}

function WordGiven({ frame, reviewed }: ReviewItemProps) {
  const { texts } = frame
  const { word } = reviewed
  if (word === undefined) return null
  return (
    <div class="mt-3">
      <p>
        <ReviewPill state={word.decision} texts={texts} />
        {word.deprecatedAt !== null && <span class="quiet"> {texts.reviews.item.overtaken}</span>}
      </p>
      {word.note !== null && <CommentText text={word.note} />}
    </div>
  )
}
