import { localDate } from '@sevenstep/onboarding'
import { responseTargets } from '../../domain/response-targets.ts'
import type { readWaiver } from '../../reads/waivers/read-waivers.ts'
import { say } from '../checklist/told.tsx'
import { CommentText } from '../comments/comment-text.tsx'
import { Banner } from '../components/banner.tsx'
import { Button, ButtonRow, LinkButton } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { ErrorSummary, Form } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { TextArea, TextInput } from '../components/inputs.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { DefinitionList } from '../components/lists.tsx'
import { Headline, Page } from '../components/page.tsx'
import { DueNote } from '../reviews/due-note.tsx'
import { lastDayOf, WaiverPill, waiverStateOf } from './waiver-state.tsx'

interface WaiverPageProps {
  readonly frame: Frame
  readonly view: Awaited<ReturnType<typeof readWaiver>>
  readonly reader: { readonly userId: string; readonly mayDecide: boolean; readonly formKey: string }
  /** A form that was refused: what stood in it and what is wrong. */
  readonly refused?:
    | { readonly values: Readonly<Record<string, string>>; readonly errors: Readonly<Record<string, string>> }
    | undefined
}

/** One waiver: why it is asked for, by whom and until when, and the decision. */
export function WaiverPage(props: WaiverPageProps) {
  const { frame, view, refused } = props
  const { texts } = frame
  const words = texts.waivers.one
  const { waiver, item, now } = view
  const state = waiverStateOf(view)
  const title = item === undefined ? waiver.itemId : say(item.title, texts)
  const errors = Object.entries(refused?.errors ?? {}).map(([name, message]) => ({ name, message }))
  const asked = texts.format.relative(waiver.requestedAt.toISOString(), now)
  return (
    <Page frame={frame} title={words.headline[state](title)}>
      <Headline
        breadcrumb={
          <Breadcrumb
            texts={texts}
            links={[
              { label: texts.waivers.title, href: '/waivers' },
              { label: view.isvName, href: `/isvs/${waiver.isvId}` },
              { label: view.productName, href: `/products/${waiver.productId}` },
            ]}
          />
        }
        title={words.headline[state](title)}
        sub={words.sub(view.requestedBy ?? texts.waivers.somebody, asked)}
      />
      <div class="mb-5 empty:hidden">
        <ErrorSummary errors={errors} texts={texts} />
      </div>
      <div class="columns">
        <div class="stack">
          <Card title={words.reason} lead={<WaiverPill state={state} texts={texts} />}>
            <CommentText text={waiver.reason} />
          </Card>
          {waiver.decidedAt !== null && view.decidedBy !== null && (
            <Card
              title={words.decision}
              note={words.decided(view.decidedBy, texts.format.relative(waiver.decidedAt.toISOString(), now))}
            >
              {waiver.decisionNote === null ? '–' : <CommentText text={waiver.decisionNote} />}
            </Card>
          )}
          <Forms {...props} />
        </div>
        <About {...props} />
      </div>
    </Page>
  )
}

function About({ frame, view }: WaiverPageProps) {
  const { texts } = frame
  const words = texts.waivers.one
  const { waiver, item, due, now } = view
  return (
    <aside class="stack">
      <Card title={words.about}>
        <DefinitionList
          entries={[
            { term: words.asked, value: <bdi>{view.requestedBy ?? texts.waivers.somebody}</bdi> },
            {
              term: words.until,
              value: waiver.expiresAt === null ? texts.waivers.noEnd : texts.format.date(lastDayOf(waiver.expiresAt)),
            },
            ...(item === undefined ? [] : [{ term: words.strength, value: texts.shared.strengths[item.strength] }]),
            ...(waiver.state === 'requested'
              ? [
                  {
                    term: words.target,
                    value: (
                      <>
                        <DueNote due={due} now={now} texts={texts} plain />
                        <span class="quiet"> ({texts.reviews.about.dueSource(responseTargets.waiver)})</span>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <p class="mt-3">
          <LinkButton href={`/products/${waiver.productId}/items/${waiver.itemId}`}>{words.toItem}</LinkButton>
        </p>
      </Card>
    </aside>
  )
}

function Forms(props: WaiverPageProps) {
  const { frame, view, reader } = props
  const words = frame.texts.waivers.one
  const state = waiverStateOf(view)
  if (state === 'approved') return reader.mayDecide ? <RevokeForm {...props} /> : null
  if (state !== 'requested') return null
  if (!reader.mayDecide) return <Banner level="info" title={words.readOnly} />
  if (view.waiver.requestedBy === reader.userId) return <Banner level="info" title={words.own} />
  return (
    <>
      <ApproveForm {...props} />
      <DenyForm {...props} />
    </>
  )
}

function ApproveForm({ frame, view, reader, refused }: WaiverPageProps) {
  const { texts } = frame
  const words = texts.waivers.one
  const { waiver, item, timeZone } = view
  const optional = item?.strength === 'recommended'
  const asked = waiver.expiresAt === null ? '' : localDate(lastDayOf(waiver.expiresAt), { timeZone, holidays: [] })
  return (
    <Card title={words.approveTitle}>
      <Form
        action={`/waivers/${waiver.id}/approve`}
        version={waiver.version}
        idempotencyKey={`${reader.formKey}-approve`}
      >
        <TextInput
          name="expiresOn"
          type="date"
          short
          label={words.lastDay}
          hint={optional ? `${words.lastDayHint} ${words.lastDayOptional}` : words.lastDayHint}
          value={refused?.values.expiresOn ?? asked}
          error={refused?.errors.expiresOn}
          optional={optional}
          texts={texts}
        />
        <TextArea
          name="approveNote"
          label={words.note}
          value={refused?.values.approveNote}
          rows={2}
          optional
          texts={texts}
        />
        <ButtonRow>
          <Button kind="primary">{words.approve}</Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function DenyForm({ frame, view, reader, refused }: WaiverPageProps) {
  const { texts } = frame
  const words = texts.waivers.one
  const { id, version } = view.waiver
  return (
    <Card title={words.denyTitle}>
      <Form action={`/waivers/${id}/deny`} version={version} idempotencyKey={`${reader.formKey}-deny`}>
        <TextArea
          name="decisionNote"
          label={words.denyNote}
          hint={words.denyHint}
          value={refused?.values.decisionNote}
          error={refused?.errors.decisionNote}
          rows={2}
          texts={texts}
        />
        <ButtonRow>
          <Button kind="danger">{words.deny}</Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function RevokeForm({ frame, view, reader, refused }: WaiverPageProps) {
  const { texts } = frame
  const words = texts.waivers.one
  const { id, version } = view.waiver
  return (
    <Card title={words.revokeTitle}>
      <p class="quiet mb-3">{words.revokeWhy}</p>
      <Form action={`/waivers/${id}/revoke`} version={version} idempotencyKey={`${reader.formKey}-revoke`}>
        <TextArea
          name="revokeReason"
          label={words.revokeReason}
          hint={words.denyHint}
          value={refused?.values.revokeReason}
          error={refused?.errors.revokeReason}
          rows={2}
          texts={texts}
        />
        <ButtonRow>
          <Button kind="danger">{words.revoke}</Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
