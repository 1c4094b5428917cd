import type { ItemView } from '../../reads/items/read-item.ts'
import { CommentText } from '../comments/comment-text.tsx'
import { Button, ButtonRow, LinkButton } from '../components/button.tsx'
import { Card, Section } from '../components/card.tsx'
import { Form } from '../components/form.tsx'
import { TextArea, TextInput } from '../components/inputs.tsx'
import { StatePill } from '../components/pill.tsx'
import { RelativeTime } from '../components/times.tsx'
import { type ItemPageProps, itemAddress, refusedField } from './item-page-props.ts'

type Waiver = ItemView['waivers'][number]

const settled: ReadonlySet<ItemView['standing']['verdict']> = new Set([
  'not-needed',
  'needs-answer',
  'proved',
  'waived',
])

const looks = {
  requested: 'in-review',
  approved: 'waived',
  denied: 'failing',
  revoked: 'not-needed',
  expired: 'expired',
} as const

/** Waivers asked for the item, and the way to ask for one. Absent where there is neither. */
export function WaiverCard(props: ItemPageProps) {
  const { frame, view, viewer, open } = props
  const { texts } = frame
  const words = texts.items.waiver
  const asked = view.waivers.some(({ state }) => state === 'requested')
  const mayAsk = viewer.can('waiver.request') && !asked && !settled.has(view.standing.verdict)
  if (view.waivers.length === 0 && !mayAsk) return null
  return (
    <Section title={words.title} id="waiver">
      <div class="stack">
        {view.waivers.map((waiver) => (
          <WaiverRow {...props} waiver={waiver} />
        ))}
        {mayAsk && open?.kind === 'waiver' && <WaiverForm {...props} />}
        {mayAsk && open?.kind !== 'waiver' && (
          <p>
            {words.intro}{' '}
            <a class="link" href={`${itemAddress(view)}?do=waiver#waiver`}>
              {words.ask}
            </a>
          </p>
        )}
      </div>
    </Section>
  )
}

function WaiverRow({ frame, view, viewer, waiver }: ItemPageProps & { readonly waiver: Waiver }) {
  const { texts } = frame
  const { waiver: words, states, comments } = texts.items
  const nameOf = (id: string | null) => view.people.get(id ?? '') ?? comments.somebody
  const state = states.waiver[waiver.state]
  return (
    <Card>
      <p class="mb-2">
        <StatePill state={looks[waiver.state]}>{state}</StatePill>
        {waiver.expiresAt !== null && (
          <span class="quiet"> {words.for(new Date(waiver.expiresAt.getTime() - 1).toISOString())}</span>
        )}
      </p>
      <p class="small quiet">
        {words.asked(nameOf(waiver.requestedBy), texts.format.relative(waiver.requestedAt.toISOString(), view.now))}
      </p>
      <CommentText text={waiver.reason} />
      {waiver.decidedBy !== null && (
        <p class="small quiet mt-2">
          {words.decided(nameOf(waiver.decidedBy), state)}
          {waiver.decidedAt !== null && (
            <>
              {', '}
              <RelativeTime at={waiver.decidedAt.toISOString()} now={view.now} texts={texts} />
            </>
          )}
        </p>
      )}
      {waiver.decisionNote !== null && <CommentText text={waiver.decisionNote} />}
      {waiver.state === 'requested' && viewer.can('waiver.request') && (
        <div class="mt-3">
          <Form
            action={`${itemAddress(view)}/waivers/${waiver.id}/withdraw`}
            version={waiver.version}
            idempotencyKey={`${viewer.formKey}-${waiver.id}`}
            bare
          >
            <Button kind="quiet">{words.withdraw}</Button>
          </Form>
        </div>
      )}
    </Card>
  )
}

function WaiverForm({ frame, view, viewer, refused }: ItemPageProps) {
  const { texts } = frame
  const words = texts.items.waiver
  return (
    <Card level={3} title={words.ask}>
      <Form
        action={`${itemAddress(view)}/waivers`}
        idempotencyKey={`${viewer.formKey}-waiver`}
        draft={`waiver-${view.product.id}-${view.item.id}`}
        texts={texts}
      >
        <TextArea
          name="waiverReason"
          label={words.reason}
          hint={words.reasonHint}
          texts={texts}
          {...refusedField(refused, 'waiverReason')}
        />
        <TextInput
          name="expiresOn"
          type="date"
          short
          label={words.until}
          hint={words.untilHint}
          optional={view.item.strength === 'recommended'}
          texts={texts}
          {...refusedField(refused, 'expiresOn')}
        />
        <ButtonRow>
          <Button>{words.submit}</Button>
          <LinkButton kind="quiet" href={`${itemAddress(view)}#waiver`}>
            {texts.shared.buttons.cancel}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Card>
  )
}
