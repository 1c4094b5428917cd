import { familiesOf } from '@sevenstep/onboarding'
import { ItemBecause, say } from '../checklist/told.tsx'
import { Conversation } from '../comments/conversation.tsx'
import { Banner } from '../components/banner.tsx'
import { ErrorSummary } from '../components/form.tsx'
import { Because } from '../components/guidance.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { VerdictPill } from '../components/pill.tsx'
import { EvidenceBlock } from '../evidence/evidence-block.tsx'
import { AboutBlock } from './about-block.tsx'
import { FactsBlock } from './facts-block.tsx'
import { FindingsBlock } from './findings-block.tsx'
import type { ItemPageProps } from './item-page-props.ts'
import { NextStepPanel, nextStepOf } from './next-step.tsx'
import { WaiverCard } from './waiver-card.tsx'

/** One thing to prove: what and why, the facts, findings or evidence, and what was said and done. */
export function ItemPage(props: ItemPageProps) {
  const { frame, view, viewer, refused } = props
  const { texts } = frame
  const { isv, product, item, standing } = view
  const title = texts.items.headline[standing.verdict](say(item.title, texts))
  const next = nextStepOf(view, viewer, texts)
  const step = `${texts.shared.stepNumber(item.step)}: ${texts.shared.steps[item.step]}`
  return (
    <Page frame={frame} title={title}>
      <Headline
        breadcrumb={
          <Breadcrumb
            texts={texts}
            links={[
              { label: isv.name, href: `/isvs/${isv.id}` },
              { label: product.name, href: `/products/${product.id}` },
              { label: step, href: `/products/${product.id}/steps/${item.step}` },
            ]}
          />
        }
        title={title}
        sub={
          <span class="mt-1.5 inline-flex flex-wrap items-center gap-2">
            <VerdictPill verdict={standing.verdict} texts={texts} />
            {standing.regressed && <span>{texts.items.regressed}</span>}
          </span>
        }
      />
      {refused !== undefined && <Refused {...props} />}
      {next === undefined ? (
        <Because texts={texts}>
          <ItemBecause item={standing} texts={texts} />
        </Because>
      ) : (
        <NextStepPanel next={next} {...props} />
      )}
      <AboutBlock {...props} />
      <FactsBlock {...props} />
      {familiesOf(item).length > 0 && (item.verification.by === 'automatic' || props.view.run !== undefined) && (
        <FindingsBlock {...props} />
      )}
      {item.verification.by !== 'automatic' && <EvidenceBlock {...props} />}
      <WaiverCard {...props} />
      <Conversation {...props} />
    </Page>
  )
}

function Refused({ frame, refused }: ItemPageProps) {
  if (refused === undefined) return null
  if (refused.errors.length > 0) {
    return (
      <div class="mb-5">
        <ErrorSummary errors={refused.errors} texts={frame.texts} />
      </div>
    )
  }
  return (
    <Banner level="conflict" title={refused.title} announce>
      <p>{refused.message}</p>
      <p>{frame.texts.items.conflict}</p>
    </Banner>
  )
}
