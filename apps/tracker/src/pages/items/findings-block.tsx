import type { FoundPlace, RuleFindings } from '../../checks/run-view.ts'
import { RuleCard } from '../checks/rule-card.tsx'
import { CommentText } from '../comments/comment-text.tsx'
import { Button, ButtonRow, LinkButton } from '../components/button.tsx'
import { Card, Section } from '../components/card.tsx'
import { Form, HiddenFields } from '../components/form.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { TextArea } from '../components/inputs.tsx'
import { StatePill } from '../components/pill.tsx'
import { type ItemPageProps, itemAddress, refusedField } from './item-page-props.ts'

/** What the latest check found for the item, blocking first, with the means to disagree. */
export function FindingsBlock(props: ItemPageProps) {
  const { frame, view } = props
  const { texts } = frame
  const { findings } = texts.items
  const { run } = view
  return (
    <Section title={findings.title} id="findings">
      {run === undefined && <p class="quiet">{findings.noRun}</p>}
      {run?.findings.length === 0 && <p class="quiet">{findings.none}</p>}
      <div class="stack">
        {run?.findings.map((group) => (
          <div>
            <RuleCard group={group} productId={view.product.id} texts={texts} isOnItem />
            <Disagreement {...props} group={group} />
          </div>
        ))}
      </div>
    </Section>
  )
}

/** Below a rule's findings: objections made, and the way to make one. */
function Disagreement(props: ItemPageProps & { readonly group: RuleFindings }) {
  const { frame, view, viewer, open, group } = props
  const { texts } = frame
  const words = texts.items.findings
  const places = [group.first, ...group.more]
  const known = new Set(places.map(({ finding }) => finding.fingerprint))
  const made = view.disputes.filter(({ rule, fingerprint }) => rule === group.rule && known.has(fingerprint))
  const asked =
    open?.kind === 'dispute' ? places.find(({ finding }) => finding.fingerprint === open.fingerprint) : undefined
  const free = places.filter(
    ({ finding }) => !made.some(({ state, fingerprint }) => state === 'open' && fingerprint === finding.fingerprint),
  )
  return (
    <>
      {made.map((dispute) => (
        <div class="mt-2 px-5 small">
          <StatePill
            state={dispute.state === 'open' ? 'in-review' : dispute.state === 'upheld' ? 'proved' : 'not-needed'}
          >
            {words.disputed(texts.items.states.dispute[dispute.state])}
          </StatePill>
          <CommentText text={dispute.reason} />
          {dispute.answer !== null && (
            <>
              <p class="quiet">
                {texts.items.dispute.answer(view.people.get(dispute.answeredBy ?? '') ?? texts.items.comments.somebody)}
              </p>
              <CommentText text={dispute.answer} />
            </>
          )}
        </div>
      ))}
      {viewer.can('dispute.open') && free.length > 0 && asked === undefined && <Links {...props} places={free} />}
      {asked !== undefined && viewer.can('dispute.open') && <DisputeForm {...props} place={asked} />}
    </>
  )
}

const mostLinks = 60

function Links({ frame, view, places }: ItemPageProps & { readonly places: readonly FoundPlace[] }) {
  const { texts } = frame
  const words = texts.items.findings
  const link = ({ finding }: FoundPlace) =>
    `${itemAddress(view)}?do=dispute&finding=${encodeURIComponent(finding.fingerprint)}#dispute`
  const [only, ...more] = places
  if (only !== undefined && more.length === 0) {
    return (
      <p class="mt-2 px-5 small">
        <a class="link" href={link(only)}>
          {words.disagree}
        </a>
      </p>
    )
  }
  return (
    <div class="mt-2 px-5 small">
      <Disclosure summary={words.disagree}>
        <ul>
          {places.slice(0, mostLinks).map((place) => (
            <li>
              <a class="link" href={link(place)}>
                {texts.shared.code.place(place.path, place.finding.range?.start.line ?? 1)}
              </a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}

function DisputeForm(props: ItemPageProps & { readonly place: FoundPlace }) {
  const { frame, view, viewer, refused, place } = props
  const { texts } = frame
  const words = texts.items.dispute
  const { ruleId, fingerprint, message, range } = place.finding
  return (
    <div class="mt-3">
      <Card level={3} id="dispute" title={words.title}>
        <p class="small quiet mb-3">
          {texts.shared.code.place(place.path, range?.start.line ?? 1)}: <span lang="en">{message.what}</span>
        </p>
        <Form
          action={`${itemAddress(view)}/disputes`}
          idempotencyKey={`${viewer.formKey}-dispute`}
          draft={`dispute-${fingerprint}`}
          texts={texts}
        >
          <HiddenFields values={{ rule: ruleId, fingerprint, runId: view.run?.id ?? '' }} />
          <TextArea
            name="disputeReason"
            label={words.title}
            hint={words.hint}
            texts={texts}
            {...refusedField(refused, 'disputeReason')}
          />
          <ButtonRow>
            <Button>{words.submit}</Button>
            <LinkButton kind="quiet" href={`${itemAddress(view)}#findings`}>
              {texts.shared.buttons.cancel}
            </LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </div>
  )
}
