import { stepTexts, untrackedStep } from '@sevenstep/onboarding'
import type { StepView } from '../../reads/steps/read-step.ts'
import type { Texts } from '../../texts/index.ts'
import type { RefusedDay } from '../checklist/dates-card.tsx'
import { say } from '../checklist/told.tsx'
import type { Viewer } from '../checklist/viewer.ts'
import { Button } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { Form } from '../components/form.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { TextInput } from '../components/inputs.tsx'
import { Timeline } from '../components/lists.tsx'
import { Day } from '../components/times.tsx'

interface StepAsideProps {
  readonly view: StepView
  readonly viewer: Viewer
  readonly texts: Texts
  readonly refusedDay?: RefusedDay | undefined
}

/** Beside a step: its target, what happened, and Microsoft's own page. */
export function StepAside(props: StepAsideProps) {
  const { view, viewer, texts } = props
  const applies = view.state.steps.some(
    ({ step, strength }) => step === view.step && strength !== 'not-needed' && strength !== 'needs-answer',
  )
  return (
    <aside class="stack">
      {applies && <TargetCard {...props} />}
      {view.step === 6 && viewer.side === 'us' && <CustomerLicencesCard texts={texts} />}
      <MicrosoftCard view={view} texts={texts} />
      <HistoryCard {...props} />
    </aside>
  )
}

function TargetCard({ view, viewer, texts, refusedDay }: StepAsideProps) {
  const words = texts.steps.target
  const day = view.input.targets.steps[view.step]
  return (
    <Card title={words.title}>
      {day === undefined ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <p>
          <Day day={day} texts={texts} /> · {texts.format.relativeDay(day, view.now)}
        </p>
      )}
      {viewer.can('targets.set') && (
        <Disclosure
          summary={day === undefined ? texts.checklist.dates.set : texts.checklist.dates.change}
          open={refusedDay !== undefined}
        >
          <Form
            action={`/products/${view.product.id}/steps/${view.step}/target`}
            version={view.product.version}
            idempotencyKey={`${viewer.formKey}-target`}
            bare
          >
            <div class="stack">
              <TextInput
                name="day"
                type="date"
                label={texts.checklist.dates.field}
                hint={texts.checklist.dates.hint}
                value={refusedDay?.day ?? day}
                error={refusedDay?.error}
                texts={texts}
                optional
                short
              />
              <Button>{words.save}</Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </Card>
  )
}

/** Where whoever looks after customers has their lists judged. */
function CustomerLicencesCard({ texts }: Pick<StepAsideProps, 'texts'>) {
  const { title, why, command } = texts.steps.customerLicences
  return (
    <Card title={title}>
      <p>{why}</p>
      <p class="mt-2">
        <code class="wrap-anywhere">{command}</code>
      </p>
    </Card>
  )
}

function MicrosoftCard({ view, texts }: Pick<StepAsideProps, 'view' | 'texts'>) {
  const words = texts.steps.microsoft
  const { learnMore, title, currentNumber } = stepTexts[view.step]
  return (
    <Card title={words.title}>
      <p>{say(title, texts)}</p>
      <p class="row-note">{texts.steps.numbers(view.step, currentNumber)}</p>
      <p class="mt-2">
        <a class="link" href={say(learnMore, texts)} rel="noreferrer">
          {words.link}
        </a>
      </p>
      {view.step === 3 && view.input.edition === 'current' && (
        <p class="row-note mt-2">
          {words.untracked(untrackedStep.currentNumber, say(untrackedStep.title, texts))}{' '}
          <a class="link" href={say(untrackedStep.learnMore, texts)} rel="noreferrer">
            {words.untrackedLink}
          </a>
        </p>
      )}
    </Card>
  )
}

function HistoryCard({ view, viewer, texts }: StepAsideProps) {
  const words = texts.steps.history
  return (
    <Card title={words.title}>
      {view.history.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <Timeline
          now={view.now}
          texts={texts}
          entries={view.history.map(({ at, actorId, actorName, sentence }) => ({
            at: at.toISOString(),
            mine: actorId === viewer.userId,
            sentence: (
              <>
                <b>{actorName}</b> {say(sentence, texts)}
              </>
            ),
          }))}
        />
      )}
    </Card>
  )
}
