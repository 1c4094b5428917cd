import { responseTargets } from '../../domain/response-targets.ts'
import type { DisputeView } from '../../reads/disputes/read-disputes.ts'
import { say } from '../checklist/told.tsx'
import { RuleCard } from '../checks/rule-card.tsx'
import { CommentText } from '../comments/comment-text.tsx'
import { Banner } from '../components/banner.tsx'
import { Button, ButtonRow, LinkButton } from '../components/button.tsx'
import { Card, Section } from '../components/card.tsx'
import { ErrorSummary, Form } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { RadioGroup, TextArea } from '../components/inputs.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { DefinitionList } from '../components/lists.tsx'
import { Headline, Page } from '../components/page.tsx'
import { DueNote } from '../reviews/due-note.tsx'
import { DisputePill } from './dispute-state.tsx'

interface DisputePageProps {
  readonly frame: Frame
  readonly view: DisputeView
  readonly reader: { readonly userId: string; readonly mayDecide: boolean; readonly formKey: string }
  readonly refused?:
    | { readonly values: Readonly<Record<string, string>>; readonly errors: Readonly<Record<string, string>> }
    | undefined
}

/** One objection: what the ISV says, the finding itself, and who is right. */
export function DisputePage(props: DisputePageProps) {
  const { frame, view, refused } = props
  const { texts } = frame
  const words = texts.waivers.disputes.one
  const { dispute, finding, now } = view
  const errors = Object.entries(refused?.errors ?? {}).map(([name, message]) => ({ name, message }))
  const name = view.openedBy ?? texts.waivers.somebody
  return (
    <Page frame={frame} title={words.headline[dispute.state](dispute.rule)}>
      <Headline
        breadcrumb={
          <Breadcrumb
            texts={texts}
            links={[
              { label: texts.waivers.disputes.title, href: '/disputes' },
              { label: view.isvName, href: `/isvs/${dispute.isvId}` },
              { label: view.productName, href: `/products/${dispute.productId}` },
            ]}
          />
        }
        title={words.headline[dispute.state](dispute.rule)}
        sub={texts.waivers.one.sub(name, texts.format.relative(dispute.openedAt.toISOString(), now))}
      />
      <div class="mb-5 empty:hidden">
        <ErrorSummary errors={errors} texts={texts} />
      </div>
      <div class="columns">
        <div class="stack">
          <Card title={words.reason} lead={<DisputePill state={dispute.state} texts={texts} />}>
            <CommentText text={dispute.reason} />
          </Card>
          <Answer {...props} />
          <AnswerForm {...props} />
          <Section title={words.finding}>
            {finding === undefined ? (
              <p class="quiet">{words.gone}</p>
            ) : (
              <RuleCard group={finding} productId={dispute.productId} texts={texts} />
            )}
          </Section>
        </div>
        <About {...props} />
      </div>
    </Page>
  )
}

function Answer({ frame, view }: DisputePageProps) {
  const { texts } = frame
  const words = texts.waivers.disputes
  const { dispute } = view
  if (dispute.answer === null || dispute.answeredAt === null) return null
  const when = texts.format.relative(dispute.answeredAt.toISOString(), view.now)
  return (
    <>
      <Card title={words.one.answer} note={texts.waivers.one.decided(view.answeredBy ?? texts.waivers.somebody, when)}>
        <CommentText text={dispute.answer} />
        {dispute.state === 'upheld' && <p class="quiet mt-2">{words.upheldRecorded}</p>}
      </Card>
      {dispute.state === 'upheld' && (
        <Banner level="info" title={words.one.doesNotPass}>
          <p>{words.one.waiver}</p>
          <p class="mt-2">
            <LinkButton href={`/products/${dispute.productId}/items/${dispute.itemId}?do=waiver#waiver`}>
              {words.one.askWaiver}
            </LinkButton>
          </p>
        </Banner>
      )}
    </>
  )
}

function AnswerForm({ frame, view, reader, refused }: DisputePageProps) {
  const { texts } = frame
  const words = texts.waivers.disputes.one
  const { dispute } = view
  if (dispute.state !== 'open') return null
  if (!reader.mayDecide) return <Banner level="info" title={words.readOnly} />
  if (dispute.openedBy === reader.userId) return <Banner level="info" title={words.own} />
  return (
    <Card title={words.answerTitle}>
      <Form
        action={`/disputes/${dispute.id}/answer`}
        version={dispute.version}
        idempotencyKey={`${reader.formKey}-answer`}
        draft={`dispute-${dispute.id}`}
        texts={texts}
      >
        <RadioGroup
          name="outcome"
          label={words.outcome}
          value={refused?.values.outcome}
          error={refused?.errors.outcome}
          choices={[
            { value: 'upheld', label: words.upheld, hint: words.upheldHint },
            { value: 'declined', label: words.declined, hint: words.declinedHint },
          ]}
          texts={texts}
        />
        <TextArea
          name="answer"
          label={words.words}
          hint={words.wordsHint}
          value={refused?.values.answer}
          error={refused?.errors.answer}
          texts={texts}
        />
        <ButtonRow>
          <Button kind="primary">{words.send}</Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function About({ frame, view }: DisputePageProps) {
  const { texts } = frame
  const words = texts.waivers
  const { dispute, item, due, now } = view
  return (
    <aside class="stack">
      <Card title={words.columns.item}>
        <p>
          <b>{item === undefined ? dispute.itemId : say(item.title, texts)}</b>
        </p>
        {dispute.state === 'open' && (
          <DefinitionList
            entries={[
              {
                term: words.one.target,
                value: (
                  <>
                    <DueNote due={due} now={now} texts={texts} plain />
                    <span class="quiet"> ({texts.reviews.about.dueSource(responseTargets.dispute)})</span>
                  </>
                ),
              },
            ]}
          />
        )}
        <p class="mt-3">
          <LinkButton href={`/products/${dispute.productId}/items/${dispute.itemId}`}>{words.one.toItem}</LinkButton>
        </p>
      </Card>
    </aside>
  )
}
