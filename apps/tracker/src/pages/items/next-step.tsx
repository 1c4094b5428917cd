import { judgeAddress, probeRuleOf } from '@sevenstep/onboarding'
import type { Child } from 'hono/jsx'
import type { ItemView } from '../../reads/items/read-item.ts'
import type { Texts } from '../../texts/index.ts'
import { evidenceRequestOf } from '../../verbs/items/item-at-hand.ts'
import { ItemBecause, say } from '../checklist/told.tsx'
import type { Viewer } from '../checklist/viewer.ts'
import { Button, LinkButton } from '../components/button.tsx'
import { Form } from '../components/form.tsx'
import { NextActionPanel } from '../components/guidance.tsx'
import { type ItemPageProps, itemAddress } from './item-page-props.ts'

/** What the reader can do next about the item; the page's one primary button. */
export interface NextStep {
  readonly title: string
  readonly action: string
  readonly because?: string
  /** Where it leads; or a draft that is handed in by it. */
  readonly leads: { readonly href: string } | { readonly draftId: string; readonly version: number }
}

/** What is left to do once an item is handed in. */
const minutesToAsk = 2

/** Follows from the verdict and from what the reader may do; undefined where there is nothing for them to do. */
export function nextStepOf(view: ItemView, viewer: Viewer, texts: Texts): NextStep | undefined {
  const { next } = texts.items
  const { standing, product, waitsFor, run } = view
  const told = standing.todo === undefined ? undefined : say(standing.todo, texts)
  switch (standing.verdict) {
    case 'not-needed':
    case 'proved':
    case 'waived':
      return undefined
    case 'needs-answer':
      if (!viewer.can('goals.set') && !viewer.can('goals.propose')) return undefined
      return { ...next.goals, leads: { href: `/products/${product.id}/goals` } }
    case 'waiting': {
      const [first] = waitsFor
      if (first === undefined) return undefined
      return { ...next.waits(say(first.title, texts)), leads: { href: itemAddress({ product, item: first }) } }
    }
    case 'handed-in': {
      const more = morePagesStep(view, viewer, texts)
      return more === undefined ? reviewStep(view, viewer, texts) : more
    }
    case 'in-review':
      return reviewStep(view, viewer, texts)
    default:
      if (view.item.verification.by === 'review') return reviewStep(view, viewer, texts)
      if (view.item.verification.by !== 'automatic') return handInStep(view, viewer, texts, told)
      if (!viewer.can('checks.run')) return undefined
      return {
        title: told ?? next.check.first,
        action: run === undefined ? next.check.first : next.check.again,
        leads: { href: `/products/${product.id}/checks` },
      }
  }
}

function handInStep(view: ItemView, viewer: Viewer, texts: Texts, told: string | undefined): NextStep | undefined {
  const { next } = texts.items
  // Advice is mended first; what was begun before it stays below.
  if (view.standing.verdict === 'advised' && viewer.can('checks.run')) {
    const leads = { href: `/products/${view.product.id}/checks` }
    return { title: told ?? next.check.again, action: next.check.again, leads }
  }
  if (!viewer.can('evidence.write') || evidenceRequestOf(view.item) === undefined) return undefined
  const failing = failingAddress(view)
  if (failing !== undefined) {
    return { title: told ?? next.handIn.title, action: texts.probes.toAddress, leads: { href: `#${failing}` } }
  }
  const draft = view.evidence.find(({ piece }) => piece.state === 'draft')
  if (draft !== undefined) {
    return { ...next.submitDraft, leads: { draftId: draft.piece.id, version: draft.piece.version } }
  }
  return { title: told ?? next.handIn.title, action: next.handIn.action, leads: { href: '#hand-in' } }
}

/** The evidence whose address plainly failed: it has to be mended or replaced, not joined by another. */
function failingAddress({ item, record, standing }: ItemView): string | undefined {
  const rule = probeRuleOf(item)
  if (rule === undefined || standing.verdict !== 'failing') return undefined
  return record.probe?.addresses.find((probed) => judgeAddress(rule, probed).outcome === 'wanting')?.evidenceId
}

/** Another page, where our server has seen all that was handed in and more are asked for. */
function morePagesStep({ item, record }: ItemView, viewer: Viewer, texts: Texts): NextStep | undefined {
  const rule = probeRuleOf(item)
  const addresses = record.probe?.addresses ?? []
  if (rule === undefined || !viewer.can('evidence.write')) return undefined
  const different = new Set(addresses.map(({ address, seen }) => seen?.finalAddress ?? address)).size
  if (different >= rule.pages || addresses.some(({ seen }) => seen === undefined)) return undefined
  return { ...texts.probes.handInMore(rule.pages), leads: { href: '#hand-in' } }
}

function reviewStep({ reviews, product, item }: ItemView, viewer: Viewer, texts: Texts): NextStep | undefined {
  const { next } = texts.items
  const open = reviews.find(({ request }) => request.state === 'open' || request.state === 'claimed')
  if (open !== undefined) {
    return viewer.can('review.decide') ? { ...next.decide, leads: { href: `/reviews/${open.request.id}` } } : undefined
  }
  if (!viewer.can('review.submit')) return undefined
  const { why, ...ask } = next.askReview(item.step)
  return { ...ask, because: why, leads: { href: `/products/${product.id}/steps/${item.step}` } }
}

/** The panel with the one primary button. */
export function NextStepPanel({ next, frame, view, viewer }: ItemPageProps & { readonly next: NextStep }) {
  const { texts } = frame
  return (
    <NextActionPanel
      title={next.title}
      because={next.because ?? <ItemBecause item={view.standing} texts={texts} />}
      effortMinutes={view.standing.verdict === 'handed-in' ? minutesToAsk : view.item.effortMinutes}
      texts={texts}
      action={<NextStepButton next={next} view={view} formKey={viewer.formKey} />}
    />
  )
}

function NextStepButton(props: { readonly next: NextStep; readonly view: ItemView; readonly formKey: string }): Child {
  const { next, view, formKey } = props
  const { leads } = next
  if ('href' in leads) {
    return (
      <LinkButton kind="primary" href={leads.href}>
        {next.action}
      </LinkButton>
    )
  }
  return (
    <Form
      action={`${itemAddress(view)}/evidence/${leads.draftId}/submit`}
      version={leads.version}
      idempotencyKey={`${formKey}-next`}
      bare
    >
      <Button kind="primary">{next.action}</Button>
    </Form>
  )
}
