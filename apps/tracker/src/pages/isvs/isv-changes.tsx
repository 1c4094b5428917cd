import type { IsvView, PossibleOwner } from '../../reads/isvs/read-isv.ts'
import type { Texts } from '../../texts/index.ts'
import { isvMoves, movesFrom } from '../../verbs/isvs/isv-moves.ts'
import { Button } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { Form } from '../components/form.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { TextArea, TextInput } from '../components/inputs.tsx'
import { IsvFields, type IsvValues, OwnerSelect } from './isv-form.tsx'

interface ChangeProps {
  readonly isv: IsvView['isv']
  readonly formKey: string
  readonly refused?: { readonly values: IsvValues; readonly errors: Readonly<Record<string, string>> } | undefined
  readonly texts: Texts
}

/** The form that changes what is known of an ISV. */
export function ChangeIsv({ isv, formKey, refused, texts }: ChangeProps) {
  const isRefused = refused !== undefined && refused.values.move === undefined
  const stored = { name: isv.name, externalId: isv.externalId ?? '', timeZone: isv.timeZone }
  return (
    <Disclosure summary={texts.isvs.change} open={isRefused}>
      <Form action={`/isvs/${isv.id}`} version={isv.version} idempotencyKey={`${formKey}-data`}>
        <IsvFields
          values={isRefused ? refused.values : stored}
          errors={isRefused ? refused.errors : {}}
          texts={texts}
        />
        <div>
          <Button>{texts.shared.buttons.save}</Button>
        </div>
      </Form>
    </Disclosure>
  )
}

/** Hands the ISV to somebody; the next page shows what that changes. */
export function AssignIsv({
  isv,
  owners,
  texts,
}: Pick<ChangeProps, 'isv' | 'texts'> & { owners: readonly PossibleOwner[] }) {
  return (
    <Disclosure summary={texts.isvs.assign.title}>
      <Form action="/isvs/assign">
        <input type="hidden" name="isvId" value={isv.id} />
        <OwnerSelect owners={owners} value={isv.ownerId ?? ''} texts={texts} />
        <div>
          <Button>{texts.isvs.assign.look}</Button>
        </div>
      </Form>
    </Disclosure>
  )
}

/** A form for each state the ISV can go to from here. */
export function MoveIsv({ isv, formKey, refused, texts }: ChangeProps) {
  const words = texts.isvs
  return (
    <Card title={words.moves.title}>
      <div class="stack">
        {movesFrom(isv.state).map((move) => {
          const form = (
            <Form action={`/isvs/${isv.id}/${move}`} version={isv.version} idempotencyKey={`${formKey}-${move}`} bare>
              {isvMoves[move].needsReview && <PauseFields refused={refused} texts={texts} />}
              {move === 'archive' && <p class="text-13 text-quiet mb-2">{words.archiveNote}</p>}
              <Button kind={move === 'archive' ? 'danger' : 'secondary'}>{words.moves[move]}</Button>
            </Form>
          )
          const folded = isvMoves[move].needsReview || move === 'archive'
          if (!folded) return form
          return (
            <Disclosure summary={words.moves[move]} open={refused?.values.move === move}>
              {form}
            </Disclosure>
          )
        })}
      </div>
    </Card>
  )
}

function PauseFields({ refused, texts }: Pick<ChangeProps, 'refused' | 'texts'>) {
  const { fields, pauseNote } = texts.isvs
  const given = refused?.values.move === 'pause' ? refused : undefined
  return (
    <div class="stack mb-3">
      <p class="text-13 text-quiet">{pauseNote}</p>
      <TextArea
        name="reason"
        label={fields.reason}
        rows={2}
        maxlength={500}
        value={given?.values.reason}
        error={given?.errors.reason}
        texts={texts}
      />
      <TextInput
        name="reviewOn"
        type="date"
        short
        label={fields.reviewOn}
        value={given?.values.reviewOn}
        error={given?.errors.reviewOn}
        texts={texts}
      />
    </div>
  )
}
