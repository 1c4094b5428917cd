import type { Countdown as CountdownState } from '@sevenstep/onboarding'
import type { ProductView } from '../../reads/checklist/product-view.ts'
import type { Texts } from '../../texts/index.ts'
import { Button } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { Form } from '../components/form.tsx'
import { BallMark, Disclosure } from '../components/guidance.tsx'
import { TextInput } from '../components/inputs.tsx'
import { Countdown, Day } from '../components/times.tsx'
import { SourceName, say } from './told.tsx'
import type { Viewer } from './viewer.ts'

/** A day that was sent and refused, kept as it was written. */
export interface RefusedDay {
  readonly day: string
  readonly error: string
}

interface DatesProps {
  readonly view: ProductView
  readonly viewer: Viewer
  readonly texts: Texts
  readonly refusedDay?: RefusedDay | undefined
}

/** Every day and wait that presses: countdowns of Microsoft's first, then the targets. */
export function DatesCard({ view, viewer, texts, refusedDay }: DatesProps) {
  const words = texts.checklist.dates
  const { targets } = view.input
  const targetRows = [
    ...view.state.steps.flatMap(({ step, due, status }) =>
      due === undefined || status === 'complete' || status === 'not-needed'
        ? []
        : [{ day: due, label: words.step(texts.shared.stepNumber(step).toLowerCase()) }],
    ),
    ...(targets.product === undefined ? [] : [{ day: targets.product, label: words.product }]),
  ].toSorted((left, right) => (left.day < right.day ? -1 : 1))
  const none = targetRows.length === 0 && view.state.countdowns.length === 0
  const maySet = viewer.can('targets.set')
  return (
    <Card title={words.title}>
      {none && <p class="quiet">{maySet ? words.noneOwn : words.none}</p>}
      <ul class="stack">
        {view.state.countdowns.map((countdown) => (
          <Wait countdown={countdown} now={view.now} texts={texts} />
        ))}
        {targetRows.map(({ day, label }) => (
          <li>
            <p class="row-title">{label}</p>
            <p class="row-note">
              <Day day={day} texts={texts} /> · {texts.format.relativeDay(day, view.now)}
            </p>
          </li>
        ))}
      </ul>
      {maySet && (
        <Disclosure summary={targets.product === undefined ? words.set : words.change} open={refusedDay !== undefined}>
          <Form
            action={`/products/${view.product.id}/targets`}
            version={view.product.version}
            idempotencyKey={`${viewer.formKey}-target`}
            bare
          >
            <div class="stack">
              <TextInput
                name="product"
                type="date"
                label={words.field}
                hint={words.hint}
                value={refusedDay?.day ?? targets.product}
                error={refusedDay?.error}
                texts={texts}
                optional
                short
              />
              <Button>{texts.shared.buttons.save}</Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </Card>
  )
}

interface WaitProps {
  readonly countdown: CountdownState
  readonly now: string
  readonly texts: Texts
}

/** One wait with its end, whose turn it is meanwhile, and where its length comes from. */
function Wait({ countdown, now, texts }: WaitProps) {
  const { setting, dueAt } = countdown
  const { atMost, citation } = setting
  const words = texts.checklist.dates
  return (
    <li>
      <p class="row-title">{say(setting.title, texts)}</p>
      <p class="row-note">
        <Countdown at={dueAt} now={now} texts={texts} /> · {words.at(texts.format.date(dueAt))} ·{' '}
        <BallMark ball={setting.ball} texts={texts} />
      </p>
      <p class="row-note">
        {words.atMost(atMost.amount, atMost.unit)}, <SourceName citation={citation} texts={texts} /> (
        {texts.goals.dated(texts.format.date(citation.dated))})
      </p>
    </li>
  )
}
