import type { ItemView } from '../../reads/items/read-item.ts'
import { Button, ButtonRow, LinkButton } from '../components/button.tsx'
import { Form } from '../components/form.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { Icon } from '../components/icon.tsx'
import { TextArea } from '../components/inputs.tsx'
import { RelativeTime } from '../components/times.tsx'
import { type ItemPageProps, itemAddress, refusedField } from '../items/item-page-props.ts'
import { CommentText } from './comment-text.tsx'

type Comment = ItemView['comments'][number]

interface CommentCardProps extends ItemPageProps {
  readonly comment: Comment
}

/** One comment: who, when, for whose eyes, the words; or, where a moderator hid it, that there was one. */
export function CommentCard(props: CommentCardProps) {
  const { frame, view, viewer, comment, open } = props
  const { texts } = frame
  const words = texts.items.comments
  if (comment.hiddenAt !== null) {
    const by = view.people.get(comment.hiddenBy ?? '') ?? words.somebody
    return (
      <article class="card" id={comment.id}>
        <p class="quiet">{words.hidden(by, texts.format.relative(comment.hiddenAt.toISOString(), view.now))}</p>
      </article>
    )
  }
  const editing = open?.kind === 'edit' && open.commentId === comment.id
  return (
    <article class="card" id={comment.id}>
      <div class="card-head">
        <div>
          <b>
            <bdi>{comment.authorName}</bdi>
          </b>
          <span class="row-note">
            <RelativeTime at={comment.createdAt.toISOString()} now={view.now} texts={texts} />
          </span>
        </div>
        {viewer.side === 'us' && <Visibility {...props} />}
      </div>
      {editing ? <EditForm {...props} /> : <CommentText text={comment.body} />}
      {comment.earlier.length > 0 && <Earlier {...props} />}
      {!editing && <Actions {...props} />}
    </article>
  )
}

/** For whose eyes it is: by sign and word, and only then by colour. */
function Visibility({ frame, comment }: CommentCardProps) {
  const { marks } = frame.texts.items.comments
  const internal = comment.visibility === 'internal'
  return (
    <span class={internal ? 'pill state-waiting' : 'pill state-in-review'}>
      <Icon name={internal ? 'lock' : 'people'} size={14} />
      {marks[comment.visibility]}
    </span>
  )
}

function Earlier({ frame, view, comment }: CommentCardProps) {
  const { texts } = frame
  const words = texts.items.comments
  return (
    <div class="mt-2">
      <p class="row-note">{words.edited(texts.format.relative(comment.earlier.at(-1)?.until ?? view.now, view.now))}</p>
      <Disclosure summary={words.earlier}>
        <div class="stack">
          {comment.earlier.map(({ body, until }) => (
            <div>
              <CommentText text={body} />
              <p class="row-note">
                {words.until} <RelativeTime at={until} now={view.now} texts={texts} />
              </p>
            </div>
          ))}
        </div>
      </Disclosure>
    </div>
  )
}

function Actions({ frame, view, viewer, comment }: CommentCardProps) {
  const words = frame.texts.items.comments
  const own = comment.authorId === viewer.userId
  const mayEdit = own && viewer.can(comment.visibility === 'internal' ? 'comment.internal' : 'comment.shared')
  const mayHide = viewer.can('comment.moderate')
  if (!mayEdit && !mayHide) return null
  return (
    <div class="mt-2">
      <ButtonRow>
        {mayEdit && (
          <LinkButton kind="quiet" href={`${itemAddress(view)}?do=edit&comment=${comment.id}#${comment.id}`}>
            {words.edit}
          </LinkButton>
        )}
        {mayHide && (
          <Form
            action={`${itemAddress(view)}/comments/${comment.id}/hide`}
            version={comment.version}
            idempotencyKey={`${viewer.formKey}-h-${comment.id}`}
            bare
          >
            <input type="hidden" name="visibility" value={comment.visibility} />
            <Button kind="quiet">
              {words.hide}
              <span class="visually-hidden"> {comment.authorName}</span>
            </Button>
          </Form>
        )}
      </ButtonRow>
    </div>
  )
}

function EditForm({ frame, view, viewer, comment, refused }: CommentCardProps) {
  const { texts } = frame
  const words = texts.items.comments
  const { value = comment.body, error } = refusedField(refused, 'wording')
  return (
    <Form
      action={`${itemAddress(view)}/comments/${comment.id}`}
      version={comment.version}
      idempotencyKey={`${viewer.formKey}-e-${comment.id}`}
      texts={texts}
    >
      <input type="hidden" name="visibility" value={comment.visibility} />
      <TextArea name="wording" label={words.edit} value={value} error={error} texts={texts} />
      <ButtonRow>
        <Button>{words.save}</Button>
        <LinkButton kind="quiet" href={`${itemAddress(view)}#${comment.id}`}>
          {texts.shared.buttons.cancel}
        </LinkButton>
      </ButtonRow>
    </Form>
  )
}
