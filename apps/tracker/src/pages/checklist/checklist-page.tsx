import { goalQuestions, type ItemState, itemById, type StepState } from '@sevenstep/onboarding'
import type { Checklist } from '../../reads/checklist/read-checklist.ts'
import type { Texts } from '../../texts/index.ts'
import { Banner } from '../components/banner.tsx'
import { LinkButton } from '../components/button.tsx'
import { Section } from '../components/card.tsx'
import type { Frame } from '../components/frame.ts'
import { Empty } from '../components/guidance.tsx'
import { FilterChips } from '../components/links.tsx'
import { ItemRow, RowList } from '../components/lists.tsx'
import { Page } from '../components/page.tsx'
import { StatePill } from '../components/pill.tsx'
import { StepStrip } from '../components/step-strip.tsx'
import { DatesCard, type RefusedDay } from './dates-card.tsx'
import { ChecklistHeadline, checklistTitle, HealthLine } from './headline.tsx'
import { FoldedItems, isProved, RegressedItems } from './item-rows.tsx'
import { ChecklistAction } from './next-action.tsx'
import { productStrip } from './product-strip.ts'
import { type RefusedReason, StuckBanner, StuckCard } from './stuck-card.tsx'
import { say } from './told.tsx'
import { TurnCard } from './turn-card.tsx'
import type { Viewer } from './viewer.ts'

interface ChecklistPageProps {
  readonly frame: Frame
  readonly view: Checklist
  readonly viewer: Viewer
  readonly refusedReason?: RefusedReason | undefined
  readonly refusedDay?: RefusedDay | undefined
}

/** Open items shown of one step before the rest folds away; fewer where nothing has begun. */
const openItemsShown = { begun: 6, untouched: 3 }

/** Everything an ISV has to prove for a product: how far it is, the one thing to do next, and what is open. */
export function ChecklistPage({ frame, view, viewer, refusedReason, refusedDay }: ChecklistPageProps) {
  const { texts } = frame
  const shown = { view, viewer, texts }
  const draft = view.state.status === 'draft'
  return (
    <Page frame={frame} title={`${view.product.name}: ${checklistTitle(view, texts)}`}>
      {view.isv.archived && <Banner level="info" title={texts.checklist.archived(view.isv.name)} />}
      {view.input.paused !== undefined && (
        <Banner level="info" title={texts.checklist.paused(view.input.paused.reason)} />
      )}
      <StuckBanner {...shown} />
      <Siblings view={view} texts={texts} />
      <ChecklistHeadline {...shown} />
      <StepStrip size="large" texts={texts} steps={productStrip(view, texts)} />
      {draft ? (
        <Draft {...shown} />
      ) : (
        <>
          <HealthLine view={view} texts={texts} />
          <ChecklistAction {...shown} />
          <div class="columns">
            <div class="[&>section:first-child]:mt-0">
              <RegressedItems view={view} texts={texts} />
              <OpenSteps view={view} texts={texts} />
            </div>
            <aside class="stack">
              <DatesCard {...shown} refusedDay={refusedDay} />
              <TurnCard {...shown} />
              <StuckCard {...shown} refused={refusedReason} />
            </aside>
          </div>
        </>
      )}
    </Page>
  )
}

function Siblings({ view, texts }: { readonly view: Checklist; readonly texts: Texts }) {
  if (view.siblings.length < 2) return null
  return (
    <div class="mb-5">
      <FilterChips
        label={texts.checklist.products}
        texts={texts}
        links={view.siblings.map(({ id, name }) => ({
          href: `/products/${id}`,
          label: name,
          current: id === view.product.id,
        }))}
      />
    </div>
  )
}

/** Before the goals are answered there is one thing to do. */
function Draft({ view, viewer, texts }: { readonly view: Checklist; readonly viewer: Viewer; readonly texts: Texts }) {
  const words = texts.checklist.draft
  const may = viewer.can('goals.set') || viewer.can('goals.propose')
  return (
    <div class="mt-6">
      <Empty
        icon="pencil"
        title={words.title}
        why={may ? words.why : `${words.why} ${words.waitForAdmin}`}
        action={
          may && (
            <LinkButton kind="primary" href={`/products/${view.product.id}/goals`}>
              {words.action}
            </LinkButton>
          )
        }
      />
    </div>
  )
}

/** The steps that are not complete, those with something to mend first, each with its items. */
function OpenSteps({ view, texts }: { readonly view: Checklist; readonly texts: Texts }) {
  const { steps, items } = view.state
  const counted = new Map(
    steps.map(({ step }) => [step, items.filter((item) => itemById(item.id)?.step === step && isListed(item))]),
  )
  const open = steps
    .filter(({ status }) => status !== 'complete' && status !== 'not-needed' && status !== 'needs-answer')
    .toSorted((left, right) => order(left) - order(right))
  const unanswered = steps.filter(({ status }) => status === 'needs-answer')
  return (
    <>
      {open.map((step) => (
        <OpenStep step={step} items={counted.get(step.step) ?? []} view={view} texts={texts} />
      ))}
      {unanswered.length > 0 && <Unanswered steps={unanswered} view={view} texts={texts} />}
    </>
  )
}

/** What regressed stands above already. */
function isListed({ verdict, regressed }: ItemState): boolean {
  return verdict !== 'not-needed' && verdict !== 'needs-answer' && !regressed
}

function order({ cell, strength, step }: StepState): number {
  return (cell === 'failing' ? 0 : 10) + (strength === 'required' ? 0 : 20) + step / 10
}

interface OpenStepProps {
  readonly step: StepState
  readonly items: readonly ItemState[]
  readonly view: Checklist
  readonly texts: Texts
}

function OpenStep({ step, items, view, texts }: OpenStepProps) {
  const { shared, checklist, steps } = texts
  const name = shared.steps[step.step]
  const word = step.failing > 0 ? shared.failing(step.failing) : steps.statuses[step.status]
  return (
    <Section
      title={
        <a class="hover:underline" href={`/products/${view.product.id}/steps/${step.step}`}>
          {step.step} {name}
        </a>
      }
      lead={
        <>
          <StatePill state={step.cell}>{word}</StatePill>
          <span class="row-note">
            {countsOf(step, items, texts)}
            {step.strength === 'recommended' && ` · ${checklist.recommendedRest}`}
          </span>
        </>
      }
    >
      <FoldedItems
        items={items}
        view={view}
        texts={texts}
        limit={step.status === 'not-started' ? openItemsShown.untouched : openItemsShown.begun}
        label={name}
      />
    </Section>
  )
}

/** What is proved of what is required, what of the rest is handed in or still to do, and what is only recommended. */
function countsOf({ required }: StepState, items: readonly ItemState[], { checklist }: Texts): string {
  const { proved, total } = required
  const handedIn = items.filter(({ strength, verdict }) => strength === 'required' && isHandedIn(verdict)).length
  const toDo = total - proved - handedIn
  const recommended = items.filter((item) => item.strength === 'recommended' && !isProved(item)).length
  return [
    checklist.requiredOf(proved, total),
    ...(handedIn > 0 ? [checklist.handedIn(handedIn)] : []),
    ...(toDo > 0 ? [checklist.toDo(toDo)] : []),
    ...(recommended > 0 ? [checklist.recommendedOpen(recommended)] : []),
  ].join(' · ')
}

function isHandedIn(verdict: ItemState['verdict']): boolean {
  return verdict === 'handed-in' || verdict === 'in-review'
}

interface UnansweredProps {
  readonly steps: readonly StepState[]
  readonly view: Checklist
  readonly texts: Texts
}

function Unanswered({ steps, view, texts }: UnansweredProps) {
  const words = texts.checklist
  const { goal } = view.state.nextActions.isv ?? {}
  return (
    <Section title={words.needsAnswer}>
      <RowList label={words.needsAnswer}>
        {steps.map((step) => (
          <ItemRow
            cell="needs-answer"
            state={texts.shared.cells['needs-answer']}
            title={words.needsAnswerOf(texts.shared.stepNumber(step.step).toLowerCase())}
            because={say(step.because, texts)}
            note={goal === undefined ? undefined : say(goalQuestions[goal].question, texts)}
            href={`/products/${view.product.id}/goals`}
            action={words.action.answer}
          />
        ))}
      </RowList>
    </Section>
  )
}
