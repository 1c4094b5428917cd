import type { EvidenceKind, EvidenceRequest } from '@sevenstep/onboarding'
import { acceptedEndings } from '../../verbs/evidence/media-types.ts'
import { Button, ButtonRow } from '../components/button.tsx'
import { Form } from '../components/form.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { FileField, TextArea, TextInput } from '../components/inputs.tsx'
import { type ItemPageProps, refusedField } from '../items/item-page-props.ts'

interface EvidenceFormsProps extends ItemPageProps {
  readonly request: EvidenceRequest
  /** Where links and statements are sent; files go to `…/uploads` below it. */
  readonly action: string
  /** Of the row that gets a new version. */
  readonly version?: number
}

/** One form for each kind of evidence that the item takes; the one that is filled in, or the first, is open. */
export function EvidenceForms(props: EvidenceFormsProps) {
  const { frame, request, refused } = props
  const words = frame.texts.items.evidence
  const titles = { file: words.addFile, link: words.addLink, statement: words.addStatement }
  const failed = request.accepts.find((kind) => refused?.errors.some(({ name }) => name === kind))
  const [only, ...more] = request.accepts
  if (only !== undefined && more.length === 0) return <KindForm {...props} kind={only} />
  return (
    <div class="stack">
      {request.accepts.map((kind) => (
        <Disclosure summary={titles[kind]} open={kind === (failed ?? only)}>
          <KindForm {...props} kind={kind} />
        </Disclosure>
      ))}
    </div>
  )
}

function KindForm(props: EvidenceFormsProps & { readonly kind: EvidenceKind }) {
  const { frame, viewer, action, version, kind } = props
  const { texts } = frame
  const words = texts.items.evidence
  return (
    <Form
      action={kind === 'file' ? `${action}/uploads` : action}
      files={kind === 'file'}
      idempotencyKey={`${viewer.formKey}-${kind}`}
      {...(version !== undefined && { version })}
      {...(kind === 'statement' && { draft: `${action}-${kind}` })}
      texts={texts}
    >
      <input type="hidden" name="kind" value={kind} />
      <KindField {...props} />
      <ButtonRow>
        <Button name="as" value="submit">
          {words.submit}
        </Button>
        <Button kind="quiet" name="as" value="draft">
          {words.draft}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function KindField({ frame, refused, kind }: EvidenceFormsProps & { readonly kind: EvidenceKind }) {
  const { texts } = frame
  const words = texts.items.evidence
  const { value, error } = refusedField(refused, kind)
  if (kind === 'file') {
    return (
      <FileField
        name="file"
        label={words.file}
        hint={words.fileHint}
        error={error}
        accept={acceptedEndings}
        texts={texts}
      />
    )
  }
  if (kind === 'link') {
    return (
      <TextInput
        name="link"
        type="url"
        label={words.link}
        hint={words.linkHint}
        value={value}
        error={error}
        autocomplete="off"
        texts={texts}
      />
    )
  }
  return (
    <TextArea
      name="statement"
      label={words.statement}
      hint={words.statementHint}
      value={value}
      error={error}
      texts={texts}
    />
  )
}
