import type { StepId } from '@sevenstep/onboarding'
import { stepIds } from '@sevenstep/onboarding'
import type { ProductSubmissions } from '../../reads/submissions/read-submissions.ts'
import { Button, ButtonRow, LinkButton } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { ErrorSummary, Form } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { Disclosure, Empty } from '../components/guidance.tsx'
import { Select, TextArea } from '../components/inputs.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { SubmissionCard } from './submission-card.tsx'

/** The ways a submission can be handed in. */
const channels = ['partner-center', 'github', 'portal', 'other'] as const

interface ProductSubmissionsPageProps {
  readonly frame: Frame
  readonly view: ProductSubmissions
  readonly writes: boolean
  readonly assigns: boolean
  readonly formKey: string
  /** What kept a submission from being begun. */
  readonly error?: string | undefined
}

/** What of a product is with Microsoft, what is waited for, and the beginning of another submission. */
export function ProductSubmissionsPage(props: ProductSubmissionsPageProps) {
  const { frame, view, writes, assigns, formKey, error } = props
  const { texts } = frame
  const words = texts.submissions
  const { product, entries } = view
  const open = entries.filter(({ submission }) => !['live', 'withdrawn'].includes(submission.state))
  const mayWrite = writes && !view.isArchived
  const taken = new Set(open.map(({ submission }) => submission.step))
  const free = stepIds.filter((step) => !taken.has(step))
  return (
    <Page frame={frame} title={`${product.name}: ${words.title}`}>
      <ErrorSummary errors={error === undefined ? [] : [{ name: 'step', message: error }]} texts={texts} />
      <Headline
        title={words.productHeadline(open.length)}
        sub={`${product.isvName} · ${product.name}`}
        breadcrumb={
          <Breadcrumb
            texts={texts}
            links={[{ label: product.name, href: `/products/${product.id}` }, { label: words.title }]}
          />
        }
      />
      <div class="stack">
        {entries.length === 0 && <Empty title={words.empty.product} why={words.empty.productWhy} />}
        {entries.map((entry) => (
          <SubmissionCard entry={entry} writes={mayWrite} assigns={assigns} now={frame.now} texts={texts} />
        ))}
        {mayWrite && free.length > 0 && (
          <Disclosure summary={words.create.title} open={entries.length === 0 || error !== undefined}>
            <BeginForm productId={product.id} steps={free} formKey={formKey} error={error} frame={frame} />
          </Disclosure>
        )}
      </div>
    </Page>
  )
}

interface BeginFormProps {
  readonly frame: Frame
  readonly productId: string
  readonly steps: readonly StepId[]
  readonly formKey: string
  readonly error?: string | undefined
}

function BeginForm({ frame, productId, steps, formKey, error }: BeginFormProps) {
  const { texts } = frame
  const words = texts.submissions
  return (
    <Form action={`/products/${productId}/submissions`} idempotencyKey={formKey}>
      <Select
        name="step"
        label={words.fields.step}
        error={error}
        texts={texts}
        choices={steps.map((step) => ({ value: String(step), label: `${step} ${texts.shared.steps[step]}` }))}
      />
      <Select
        name="channel"
        label={words.fields.channel}
        texts={texts}
        choices={channels.map((value) => ({ value, label: words.channels[value] }))}
      />
      <TextArea name="note" label={words.fields.note} optional rows={2} maxlength={2000} texts={texts} />
      <div>
        <Button kind="primary">{words.create.submit}</Button>
      </div>
    </Form>
  )
}

interface AssignWaitPageProps {
  readonly frame: Frame
  readonly product: ProductSubmissions['product']
  readonly wait: {
    readonly id: string
    readonly version: number
    readonly ownerId: string | null
    readonly title: string
  }
  readonly owners: readonly { readonly id: string; readonly name: string }[]
  readonly formKey: string
}

/** Names who on our side keeps an eye on a wait. */
export function AssignWaitPage({ frame, product, wait, owners, formKey }: AssignWaitPageProps) {
  const { texts } = frame
  const words = texts.submissions
  const back = `/products/${product.id}/submissions`
  return (
    <Page frame={frame} title={words.waits.assign} width="reading">
      <Headline
        title={words.waits.assign}
        sub={`${product.name}: ${wait.title}`}
        breadcrumb={<Breadcrumb texts={texts} links={[{ label: words.title, href: back }]} />}
      />
      <Card>
        <Form action={`/products/${product.id}/waits/${wait.id}`} version={wait.version} idempotencyKey={formKey}>
          <Select
            name="ownerId"
            label={words.fields.owner}
            optional
            value={wait.ownerId ?? ''}
            texts={texts}
            choices={[
              { value: '', label: texts.isvs.nobody },
              ...owners.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <ButtonRow>
            <Button kind="primary">{texts.shared.buttons.save}</Button>
            <LinkButton kind="quiet" href={back}>
              {texts.shared.buttons.cancel}
            </LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  )
}
