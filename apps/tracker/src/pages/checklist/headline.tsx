import type { Checklist } from '../../reads/checklist/read-checklist.ts'
import type { Texts } from '../../texts/index.ts'
import { LinkButton } from '../components/button.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { Headline } from '../components/page.tsx'
import { HealthPill, StatePill } from '../components/pill.tsx'
import { Day } from '../components/times.tsx'
import { say } from './told.tsx'
import type { Viewer } from './viewer.ts'

interface HeadlineProps {
  readonly view: Checklist
  readonly viewer: Viewer
  readonly texts: Texts
}

/** The answer in one line: how much is proved, by when it should be, and whose turn it is since when. */
export function ChecklistHeadline({ view, viewer, texts }: HeadlineProps) {
  const { isv, product } = view
  return (
    <Headline
      breadcrumb={
        <Breadcrumb texts={texts} links={[{ label: isv.name, href: `/isvs/${isv.id}` }, { label: product.name }]} />
      }
      title={checklistTitle(view, texts)}
      sub={<Sub view={view} viewer={viewer} texts={texts} />}
      actions={
        viewer.can('product.create') && (
          <LinkButton href={`/isvs/${isv.id}/products/new`} icon="plus">
            {texts.checklist.addProduct}
          </LinkButton>
        )
      }
    />
  )
}

/** The headline's words, which are the title of the tab too. */
export function checklistTitle({ state, product }: Checklist, texts: Texts): string {
  const { shared, checklist } = texts
  const { proved, total } = state.required
  switch (state.status) {
    case 'draft':
      return checklist.unanswered(product.name)
    case 'live':
      return checklist.live(product.name)
    case 'withdrawn':
      return checklist.withdrawn(product.name)
    default:
      if (total === 0) return checklist.noneRequired
      return proved === total ? checklist.allProved(total) : shared.requiredProved(proved, total)
  }
}

/** About how long seven answers take. */
const minutesToAnswer = 5

function Sub({ view, viewer, texts }: HeadlineProps) {
  const { shared, checklist } = texts
  const { state, input } = view
  if (state.status === 'draft') return checklist.draftSub(minutesToAnswer)
  const target = input.targets.product
  return (
    <>
      {target === undefined ? checklist.noTarget : shared.target(target)}
      {' · '}
      {turn(view, viewer, texts)}
      {state.required.total === 0 && ` · ${checklist.noneRequiredSub}`}
      {state.status === 'ready' && ` · ${shared.notCertified}`}
    </>
  )
}

function turn({ state, ballSince, now }: Checklist, viewer: Viewer, texts: Texts): string {
  if (state.ball === 'nobody' || ballSince === undefined) return texts.checklist.turnOfNobody
  return texts.shared.ballSince(state.ball, viewer.side, Date.parse(now) - Date.parse(ballSince))
}

/** How it goes against the dates, with the reason and, on demand, the sum behind it. */
export function HealthLine({ view, texts }: Omit<HeadlineProps, 'viewer'>) {
  const { health, nextDue } = view.state
  // Without a date there is nothing to keep to, however much is open.
  const isUndated = health.level === 'on-track' && nextDue === undefined && view.input.targets.product === undefined
  return (
    <div class="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1">
      {isUndated ? (
        <StatePill state="new">{texts.checklist.health.undated}</StatePill>
      ) : (
        <HealthPill level={health.level} texts={texts} />
      )}
      <span>
        {say(health.because, texts)}
        {nextDue !== undefined && (
          <span class="quiet">
            {' · '}
            {texts.checklist.nextDate} <Day day={nextDue} texts={texts} />
          </span>
        )}
      </span>
      <Disclosure summary={texts.checklist.health.formula}>
        <p class="row-note">{say(health.formula, texts)}</p>
      </Disclosure>
    </div>
  )
}
