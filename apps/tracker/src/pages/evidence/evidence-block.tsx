import { evidenceRequestOf } from '../../verbs/items/item-at-hand.ts'
import { Banner } from '../components/banner.tsx'
import { Card, Section } from '../components/card.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { type ItemPageProps, itemAddress } from '../items/item-page-props.ts'
import { EvidenceCard } from './evidence-card.tsx'
import { EvidenceForms } from './evidence-forms.tsx'

const over = new Set(['withdrawn', 'superseded'])

/** What was handed in for the item with all its versions, and the forms to hand in more. */
export function EvidenceBlock(props: ItemPageProps) {
  const { frame, view, viewer, open } = props
  const { texts } = frame
  const words = texts.items.evidence
  const request = evidenceRequestOf(view.item)
  const present = view.evidence.filter(({ piece }) => !over.has(piece.state))
  const past = view.evidence.filter(({ piece }) => over.has(piece.state))
  const { verdict } = view.standing
  const mayAdd =
    request !== undefined && viewer.can('evidence.write') && verdict !== 'not-needed' && verdict !== 'needs-answer'
  return (
    <Section title={words.title} id="evidence">
      <div class="stack">
        {request === undefined && <p class="quiet">{words.notAsked}</p>}
        {request !== undefined && present.length === 0 && (
          <p class="quiet">
            {words.none}
            {!viewer.can('evidence.write') && ` ${words.mayNot}`}
          </p>
        )}
        {present.map((evidence) => (
          <EvidenceCard {...props} evidence={evidence} />
        ))}
        {mayAdd && open?.kind !== 'version' && (
          <Card id="hand-in" level={3} title={texts.items.next.handIn.title}>
            <ChangeWarning {...props} />
            <EvidenceForms {...props} request={request} action={`${itemAddress(view)}/evidence`} />
          </Card>
        )}
        {past.length > 0 && (
          <Disclosure summary={words.past(past.length)}>
            <div class="stack">
              {past.map((evidence) => (
                <EvidenceCard {...props} evidence={evidence} />
              ))}
            </div>
          </Disclosure>
        )}
      </div>
    </Section>
  )
}

/** Says before a change what it undoes: a reviewer's word on what is there now. */
export function ChangeWarning({ frame, view, accepted = false }: ItemPageProps & { readonly accepted?: boolean }) {
  const words = frame.texts.items.evidence
  const asked = view.reviews.some(({ request }) => request.state === 'open' || request.state === 'claimed')
  if (accepted) return <Banner level="conflict" title={words.warnProved} />
  return asked ? <Banner level="conflict" title={words.warnReview} /> : null
}
