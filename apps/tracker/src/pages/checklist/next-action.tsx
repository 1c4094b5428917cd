import type { NextAction } from '@sevenstep/onboarding'
import type { Checklist } from '../../reads/checklist/read-checklist.ts'
import type { Texts } from '../../texts/index.ts'
import { LinkButton } from '../components/button.tsx'
import { NextActionPanel } from '../components/guidance.tsx'
import { say } from './told.tsx'
import type { Viewer } from './viewer.ts'

interface ActionProps {
  readonly view: Checklist
  readonly viewer: Viewer
  readonly texts: Texts
}

/** The one thing the reader can do next; where there is none, whose turn it is instead. */
export function ChecklistAction(props: ActionProps) {
  const { view, viewer } = props
  const { isv, us } = view.state.nextActions
  if (viewer.side === 'us') {
    if (us !== undefined) return <Action {...props} action={us} own />
    return isv === undefined ? <Nothing {...props} /> : <Action {...props} action={isv} own={false} />
  }
  const [ready] = view.readyForReview
  if (ready !== undefined && viewer.can('review.submit') && !isMending(isv, view)) {
    return <AskForReview {...props} step={ready} />
  }
  return isv === undefined ? <Nothing {...props} /> : <Action {...props} action={isv} own />
}

/** What was found wanting comes before asking for a review. */
function isMending(action: NextAction | undefined, { state }: Checklist): boolean {
  const verdict = state.items.find(({ id }) => id === action?.item)?.verdict
  return verdict === 'failing' || verdict === 'changes-requested' || verdict === 'expired'
}

function Action(props: ActionProps & { readonly action: NextAction; readonly own: boolean }) {
  const { view, viewer, texts, action, own } = props
  const { shared, checklist } = texts
  const base = `/products/${view.product.id}`
  const toGoals = action.goal !== undefined
  const href = toGoals ? `${base}/goals#${action.goal}` : action.item && `${base}/items/${action.item}`
  const label = toGoals
    ? checklist.action.answer
    : viewer.side === 'isv'
      ? shared.buttons.showMeHow
      : checklist.action.look
  const eyebrow = own ? (viewer.side === 'us' ? checklist.action.ours : undefined) : shared.nextActionOf(view.isv.name)
  return (
    <NextActionPanel
      texts={texts}
      title={say(action.title, texts)}
      because={say(action.because, texts)}
      effortMinutes={action.effortMinutes}
      {...(eyebrow !== undefined && { eyebrow })}
      action={
        href !== undefined && (
          <LinkButton kind={own ? 'primary' : 'secondary'} href={href}>
            {label}
          </LinkButton>
        )
      }
    />
  )
}

function AskForReview({ view, texts, step }: ActionProps & { readonly step: Checklist['readyForReview'][number] }) {
  const words = texts.checklist.action
  return (
    <NextActionPanel
      texts={texts}
      title={words.review(texts.shared.stepNumber(step).toLowerCase())}
      because={words.reviewBecause}
      effortMinutes={2}
      action={
        <LinkButton kind="primary" href={`/products/${view.product.id}/steps/${step}#review`}>
          {words.reviewButton}
        </LinkButton>
      }
    />
  )
}

function Nothing({ view, texts, viewer }: ActionProps) {
  const words = texts.checklist.action
  const because = { us: words.withUs, microsoft: words.withMicrosoft, isv: words.nobody, nobody: words.nobody }
  const title = viewer.side === 'us' && view.state.ball === 'isv' ? words.oursNone(view.isv.name) : words.none
  return <NextActionPanel texts={texts} title={title} because={because[view.state.ball]} />
}
