import { groups, type ItemState, itemById, stepTexts } from '@sevenstep/onboarding'
import type { StepView } from '../../reads/steps/read-step.ts'
import type { Texts } from '../../texts/index.ts'
import type { RefusedDay } from '../checklist/dates-card.tsx'
import { FoldedItems, isProved } from '../checklist/item-rows.tsx'
import { productStrip } from '../checklist/product-strip.ts'
import { say } from '../checklist/told.tsx'
import type { Viewer } from '../checklist/viewer.ts'
import { Banner } from '../components/banner.tsx'
import { Card, Section } from '../components/card.tsx'
import type { Frame } from '../components/frame.ts'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { StepStrip } from '../components/step-strip.tsx'
import { type RefusedMessage, ReviewPanel } from './review-panel.tsx'
import { StepAside } from './step-aside.tsx'
import { StepStanding, WhyCard } from './why-card.tsx'

interface StepPageProps {
  readonly frame: Frame
  readonly view: StepView
  readonly viewer: Viewer
  readonly refusedMessage?: RefusedMessage | undefined
  readonly refusedDay?: RefusedDay | undefined
}

/** One step of a product: how far it is, why it applies, what has to be proved, and where its review stands. */
export function StepPage({ frame, view, viewer, refusedMessage, refusedDay }: StepPageProps) {
  const { texts } = frame
  const { isv, product } = view
  const applies = itemsThatCount(view).length > 0
  const headline = stepHeadline(view, viewer, texts)
  return (
    <Page frame={frame} title={texts.steps.title(product.name, headline)}>
      {isv.archived && <Banner level="info" title={texts.checklist.archived(isv.name)} />}
      <Headline
        breadcrumb={
          <Breadcrumb
            texts={texts}
            links={[
              { label: isv.name, href: `/isvs/${isv.id}` },
              { label: product.name, href: `/products/${product.id}` },
              { label: texts.shared.stepNumber(view.step) },
            ]}
          />
        }
        title={headline}
        sub={say(stepTexts[view.step].title, texts)}
      />
      <StepStrip size="large" texts={texts} steps={productStrip(view, texts, view.step)} />
      <StepStanding view={view} texts={texts} />
      <div class="columns">
        <div>
          <div class="stack">
            <WhyCard view={view} texts={texts} />
            {applies && <ReviewPanel view={view} viewer={viewer} texts={texts} refused={refusedMessage} />}
          </div>
          <Groups view={view} texts={texts} />
          {applies && (
            <div class="mt-7">
              <Card title={texts.steps.looksAt}>
                <p>{say(stepTexts[view.step].reviewerLooksAt, texts)}</p>
                <p class="row-note mt-1">{texts.shared.notCertified}</p>
              </Card>
            </div>
          )}
        </div>
        <StepAside view={view} viewer={viewer} texts={texts} refusedDay={refusedDay} />
      </div>
    </Page>
  )
}

function stepHeadline(view: StepView, viewer: Viewer, texts: Texts): string {
  const words = texts.steps.headline
  const state = view.state.steps.find(({ step }) => step === view.step)
  const name = texts.shared.steps[view.step]
  const number = texts.shared.stepNumber(view.step)
  if (state === undefined || state.strength === 'not-needed') {
    return viewer.side === 'isv' ? words.notNeeded(number) : words.notNeededOf(view.product.name, number)
  }
  if (state.strength === 'needs-answer') return words.needsAnswer(number)
  const { proved, total } = state.required
  return total > 0 && proved === total ? words.complete(name, total) : words.counted(name, proved, total)
}

function itemsThatCount({ state, step }: StepView): readonly ItemState[] {
  return state.items.filter(
    ({ id, verdict }) => itemById(id)?.step === step && verdict !== 'not-needed' && verdict !== 'needs-answer',
  )
}

/** The step's items under their headings, those with something open first. */
function Groups({ view, texts }: { readonly view: StepView; readonly texts: Texts }) {
  const counted = itemsThatCount(view)
  const leftOut = view.state.items.filter(({ id }) => itemById(id)?.step === view.step).length - counted.length
  return (
    <>
      {groups[view.step].map((group) => {
        const items = counted.filter(({ id }) => itemById(id)?.group === group.id)
        if (items.length === 0) return null
        const title = say(group.title, texts)
        return (
          <Section
            title={title}
            lead={<span class="row-note">{texts.steps.group(items.filter(isProved).length, items.length)}</span>}
          >
            <FoldedItems items={items} view={view} texts={texts} label={title} />
          </Section>
        )
      })}
      {counted.length > 0 && leftOut > 0 && <p class="row-note mt-4">{texts.steps.notCounted(leftOut)}.</p>}
    </>
  )
}
