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
  return isv === undefined ? <Nothing {...props} /> : <Action {...props} action={isv} own />
}

function Action(props: ActionProps & { readonly action: NextAction; readonly own: boolean }) {
  const { view, viewer, texts, action, own } = props
  const { shared, checklist } = texts
  const href = hrefOf(action, `/products/${view.product.id}`)
  const label = labelOf(action, viewer, texts)
  const eyebrow = own ? (viewer.side === 'us' ? checklist.action.ours : undefined) : shared.nextActionOf(view.isv.name)
  return (
    <NextActionPanel
      texts={texts}
      title={say(action.title, texts)}
      because={sentence(say(action.because, texts))}
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

/** An action is about an item, about a goal to answer, or about a step as a whole: asking for its review, say. */
function hrefOf({ goal, item, step }: NextAction, base: string): string | undefined {
  if (goal !== undefined) return `${base}/goals#${goal}`
  if (item !== undefined) return `${base}/items/${item}`
  return step === undefined ? undefined : `${base}/steps/${step}#review`
}

function labelOf({ goal, item }: NextAction, viewer: Viewer, { shared, checklist }: Texts): string {
  if (goal !== undefined) return checklist.action.answer
  if (item === undefined) return checklist.action.toStep
  return viewer.side === 'isv' ? shared.buttons.showMeHow : checklist.action.look
}

/** A finding may end without a full stop, and another sentence follows. */
function sentence(words: string): string {
  return /[.!?…][”’")]*$/.test(words) ? words : `${words}.`
}

function Nothing({ view, texts, viewer }: ActionProps) {
  const words = texts.checklist.action
  const because = { us: words.withUs, microsoft: words.withMicrosoft, isv: words.nobody, nobody: words.nobody }
  const title = viewer.side === 'us' && view.state.ball === 'isv' ? words.oursNone(view.isv.name) : words.none
  return <NextActionPanel texts={texts} title={title} because={because[view.state.ball]} />
}
