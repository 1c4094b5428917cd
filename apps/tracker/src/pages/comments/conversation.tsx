import { say } from '../checklist/told.tsx'
import { Button } from '../components/button.tsx'
import { Card, Section } from '../components/card.tsx'
import { Form } from '../components/form.tsx'
import { RadioGroup, TextArea } from '../components/inputs.tsx'
import { Timeline } from '../components/lists.tsx'
import { type ItemPageProps, itemAddress, refusedField } from '../items/item-page-props.ts'
import { CommentCard } from './comment-card.tsx'

/** What was said about the item, the form to say more, and what happened, as the record tells it. */
export function Conversation(props: ItemPageProps) {
  const { frame, view, viewer } = props
  const { texts } = frame
  const words = texts.items.comments
  const mayWrite = viewer.can('comment.shared') || viewer.can('comment.internal')
  return (
    <Section title={words.title} id="conversation">
      <div class="columns">
        <div class="stack">
          {view.comments.length === 0 && <p class="quiet">{words.none}</p>}
          {view.comments.map((comment) => (
            <CommentCard {...props} comment={comment} />
          ))}
          {mayWrite && <CommentForm {...props} />}
        </div>
        <Card level={3} title={words.history}>
          {view.history.length === 0 ? (
            <p class="quiet">{words.noHistory}</p>
          ) : (
            <Timeline
              now={view.now}
              texts={texts}
              entries={view.history.map(({ at, actorId, actorName, sentence }) => ({
                at: at.toISOString(),
                sentence: (
                  <>
                    <b>{actorName}</b> {say(sentence, texts)}
                  </>
                ),
                mine: actorId === viewer.userId,
              }))}
            />
          )}
        </Card>
      </div>
    </Section>
  )
}

function CommentForm({ frame, view, viewer, refused }: ItemPageProps) {
  const { texts } = frame
  const words = texts.items.comments
  const chooses = viewer.can('comment.internal')
  return (
    <Form
      action={`${itemAddress(view)}/comments`}
      id="comment-form"
      idempotencyKey={`${viewer.formKey}-comment`}
      draft={`comment-${view.product.id}-${view.item.id}`}
      texts={texts}
    >
      {chooses && (
        <RadioGroup
          name="visibility"
          label={words.who}
          hint={words.hintStaff}
          choices={[
            { value: 'shared', label: words.visibility.shared },
            { value: 'internal', label: words.visibility.internal },
          ]}
          inline
          texts={texts}
          {...refusedField(refused, 'visibility')}
        />
      )}
      <TextArea
        name="comment"
        label={words.write}
        {...(!chooses && { hint: words.hintIsv })}
        texts={texts}
        {...refusedField(refused, 'comment')}
      />
      <div class="button-row">
        <Button>{words.submit}</Button>
      </div>
    </Form>
  )
}
