import type { ProductSubmissions, SubmissionEntry } from '../../reads/submissions/read-submissions.ts'
import type { SubmissionMove } from '../../verbs/submissions/submission-moves.ts'
import { Button, ButtonRow, LinkButton } from '../components/button.tsx'
import { ErrorSummary, Form } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { Because } from '../components/guidance.tsx'
import { TextArea, TextInput } from '../components/inputs.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { moveLabel } from './submission-card.tsx'

interface MovePageProps {
  readonly frame: Frame
  readonly product: ProductSubmissions['product']
  readonly submission: SubmissionEntry['submission']
  readonly move: SubmissionMove
  readonly formKey: string
  readonly refused?:
    | { readonly values: Readonly<Record<string, string>>; readonly errors: Readonly<Record<string, string>> }
    | undefined
}

/** Records what happened to a submission, with the words that have to go with it. */
export function MovePage({ frame, product, submission, move, formKey, refused }: MovePageProps) {
  const { texts } = frame
  const words = texts.submissions
  const { to, needs } = move
  const label = moveLabel(to, texts)
  const back = `/products/${product.id}/submissions`
  const errors = refused?.errors ?? {}
  return (
    <Page frame={frame} title={label} width="reading">
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} texts={texts} />
      <Headline
        title={label}
        sub={`${product.name} · ${texts.shared.stepNumber(submission.step)}`}
        breadcrumb={<Breadcrumb texts={texts} links={[{ label: words.title, href: back }]} />}
      />
      <Because texts={texts}>{words.because[to]}</Because>
      <Form
        action={`/products/${product.id}/submissions/${submission.id}/${to}`}
        version={submission.version}
        idempotencyKey={formKey}
      >
        <TextInput
          name="reference"
          label={words.fields.reference}
          hint={words.fields.referenceHint}
          optional={!needs.includes('reference')}
          value={refused?.values.reference ?? submission.reference ?? ''}
          error={errors.reference}
          maxlength={120}
          texts={texts}
        />
        <TextArea
          name="note"
          label={words.fields.note}
          hint={words.fields.noteHint}
          optional={!needs.includes('note')}
          value={refused?.values.note ?? ''}
          error={errors.note}
          rows={3}
          maxlength={2000}
          texts={texts}
        />
        <ButtonRow>
          <Button kind={to === 'withdrawn' ? 'danger' : 'primary'}>{label}</Button>
          <LinkButton kind="quiet" href={back}>
            {texts.shared.buttons.cancel}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  )
}
