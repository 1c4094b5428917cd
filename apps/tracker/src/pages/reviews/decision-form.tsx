import type { ReviewedItem } from '../../reads/reviews/read-review.ts'
import { say } from '../checklist/told.tsx'
import { Button } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { HiddenFields } from '../components/form.tsx'
import { RadioGroup, Select, TextArea } from '../components/inputs.tsx'
import { ReviewItemCard } from './review-item.tsx'
import type { ReviewPageProps } from './review-page-props.ts'

/** Every item with the words on it, and the word on the whole. What is typed is kept as a draft while typing. */
export function DecisionForm(props: ReviewPageProps) {
  const { frame, view, reader, words, errors = {} } = props
  const { texts } = frame
  const { decision } = texts.reviews
  const { id, version } = view.request
  return (
    <form
      method="post"
      action={`/reviews/${id}/decision`}
      class="stack"
      data-autosave={`/reviews/${id}/draft`}
      data-autosave-saved={decision.draftKept}
      data-autosave-failed={decision.draftFailed}
    >
      <HiddenFields version={version} idempotencyKey={`${reader.formKey}-decision`} />
      {/* The first button of a form is what Enter presses; that must never decide. */}
      <button type="submit" class="visually-hidden" formaction={`/reviews/${id}/draft`} tabindex={-1}>
        {decision.saveDraft}
      </button>
      {view.items.map((reviewed) => (
        <ReviewItemCard {...props} reviewed={reviewed}>
          <WordFields {...props} reviewed={reviewed} />
        </ReviewItemCard>
      ))}
      <Card title={decision.whole} id="decision">
        {errors.decision !== undefined && <p class="field-error">{errors.decision}</p>}
        <p class="quiet mb-3">{decision.wholeHint}</p>
        <div class="form">
          <TextArea
            name="note"
            label={decision.wholeNote}
            hint={decision.wholeNoteHint}
            value={words.note}
            error={errors.note}
            maxlength={4000}
            optional
            texts={texts}
          />
          <div class="button-row">
            <Button kind="primary" name="decision" value="approved">
              {decision.approve}
            </Button>
            <Button name="decision" value="changes-requested">
              {decision.change}
            </Button>
            <Button kind="danger" name="decision" value="rejected">
              {decision.reject}
            </Button>
            <Button kind="quiet" formaction={`/reviews/${id}/draft`}>
              {decision.saveDraft}
            </Button>
          </div>
        </div>
        <p class="field-hint mt-2" data-autosave-status role="status" />
      </Card>
    </form>
  )
}

function WordFields({
  frame,
  reader,
  words,
  errors = {},
  reviewed,
}: ReviewPageProps & { readonly reviewed: ReviewedItem }) {
  const { texts } = frame
  const { decision } = texts.reviews
  const { item, hash, uploaders, standing } = reviewed
  const own = uploaders.has(reader.userId)
  const refusedByCheck =
    item.verification.by === 'automatic' && standing.verdict !== 'proved' && standing.verdict !== 'waived'
  const written = words.items[item.id]
  const choices = (['approved', 'changes-requested', 'rejected', 'later'] as const).map((value) => ({
    value,
    label: decision[value],
    disabled: value === 'approved' && (own || refusedByCheck),
  }))
  return (
    <div class="form mt-4">
      <input type="hidden" name={`seen.${item.id}`} value={hash} />
      <RadioGroup
        name={`decision.${item.id}`}
        label={decision.label(say(item.title, texts))}
        error={errors[`decision.${item.id}`]}
        hint={own ? texts.reviews.item.own : refusedByCheck ? texts.reviews.item.check : undefined}
        value={written?.decision ?? ''}
        choices={[{ value: '', label: decision.none }, ...choices]}
        inline
        optional
        texts={texts}
      />
      <TextArea
        name={`note.${item.id}`}
        label={decision.note}
        hint={decision.noteHint}
        error={errors[`note.${item.id}`]}
        value={written?.note ?? ''}
        rows={2}
        maxlength={4000}
        optional
        texts={texts}
      />
      <Select
        name={`template.${item.id}`}
        label={decision.template}
        value=""
        choices={[
          { value: '', label: decision.noTemplate },
          ...decision.templates.map((label, index) => ({ value: String(index), label })),
        ]}
        optional
        texts={texts}
      />
    </div>
  )
}
