import { decideSteps, type StepApplicability, type StepId, type Strength, stepTexts } from '@sevenstep/onboarding'
import type { GoalPreview } from '../../reads/goals/goal-answers.ts'
import type { GoalsView } from '../../reads/goals/read-goals.ts'
import type { Texts } from '../../texts/index.ts'
import { Sources, say } from '../checklist/told.tsx'
import type { Viewer } from '../checklist/viewer.ts'
import { Button } from '../components/button.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { StatePill } from '../components/pill.tsx'
import { StepStrip } from '../components/step-strip.tsx'

/** Id of the form whose answers are looked at; the buttons beneath belong to it. */
export const goalsFormId = 'goals-form'

/** Id of the element whose content {@link WhatIfFragment} is. */
export const whatIfId = 'what-if'

interface WhatIfProps {
  readonly view: GoalsView
  readonly preview: GoalPreview
  readonly viewer: Viewer
  readonly texts: Texts
}

/** What the answers would mean: strip and steps, and what saving them would do. Replaced whenever an answer changes. */
export function WhatIfFragment({ view, preview, viewer, texts }: WhatIfProps) {
  const decided = decideSteps(preview.input)
  const changed = new Map(preview.change.steps.map(({ step, from }) => [step, from]))
  const maySend = viewer.can('goals.set') || viewer.can('goals.propose')
  return (
    <>
      <section class="card" aria-labelledby="what-if-title">
        <div class="card-head">
          <h2 id="what-if-title">{texts.goals.steps}</h2>
          <StepStrip size="small" texts={texts} steps={preview.state.steps.map(({ step, cell }) => ({ step, cell }))} />
        </div>
        <ol class="stack">
          {decided.map((step) => (
            <Step step={step} was={changed.get(step.step)} texts={texts} />
          ))}
        </ol>
        <Sources
          citations={decided.flatMap(reasonsShown).map(({ citation }) => citation)}
          label={texts.goals.source}
          texts={texts}
        />
      </section>
      {maySend && <SaveBar view={view} preview={preview} viewer={viewer} texts={texts} />}
    </>
  )
}

interface StepProps {
  readonly step: StepApplicability
  /** The strength by the saved answers, where it would change. */
  readonly was: Strength | undefined
  readonly texts: Texts
}

const stateOfStrength = {
  required: 'opened',
  recommended: 'new',
  'not-needed': 'not-needed',
  'needs-answer': 'needs-answer',
} as const

function Step({ step, was, texts }: StepProps) {
  const { shared, goals } = texts
  const name = shared.steps[step.step]
  return (
    <li>
      <p class="flex flex-wrap items-center gap-x-2">
        <b title={say(stepTexts[step.step].title, texts)}>
          {step.step} {name}
        </b>
        <StatePill state={stateOfStrength[step.strength]}>{shared.strengths[step.strength]}</StatePill>
        {was !== undefined && <StatePill state="changes-requested">{goals.was(shared.strengths[was])}</StatePill>}
      </p>
      {reasonsShown(step).map(({ text }) => (
        <p class="mt-1">{say(text, texts)}</p>
      ))}
      {step.wouldChangeIf.length > 0 && (
        <Disclosure summary={goals.changeIf}>
          <ul class="stack">
            {step.wouldChangeIf.map(({ text }) => (
              <li class="row-note">{say(text, texts)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </li>
  )
}

/** A step that is asked for tells every reason; one that is not tells the first, since the others say the like. */
function reasonsShown({ strength, because }: StepApplicability): StepApplicability['because'] {
  return strength === 'required' || strength === 'recommended' ? because : because.slice(0, 1)
}

function SaveBar({ view, preview, viewer, texts }: WhatIfProps) {
  const { goals } = texts
  const { change, same } = preview
  const sets = viewer.can('goals.set')
  return (
    <section class={`save-bar col-span-full ${same ? 'is-idle' : ''}`.trimEnd()} aria-label={goals.bar.label}>
      <div class="max-w-[44rem]">
        <p>
          <b>{same ? goals.bar.nothing : firstSentence(view, preview, texts)}</b>
        </p>
        {!same && (
          <p class="row-note">
            {[
              ...workSentences(preview, texts),
              ...(change.items.parked.length > 0 ? [goals.parkedNote] : []),
              goals.bar.notSaved,
            ].join(' ')}
          </p>
        )}
      </div>
      <div class="button-row">
        <Button kind="primary" form={goalsFormId}>
          {sets ? goals.save : goals.propose}
        </Button>
        <Button form={goalsFormId} name="intent" value="preview">
          {goals.preview}
        </Button>
      </div>
    </section>
  )
}

function firstSentence(view: GoalsView, { change }: GoalPreview, texts: Texts): string {
  const { bar } = texts.goals
  const { added, removed, parked } = change.items
  const parts = [
    ...(added.length > 0 ? [bar.adds(added.length)] : []),
    ...(removed.length > 0 ? [bar.removes(removed.length)] : []),
    ...(parked.length > 0 ? [bar.parks(parked.length)] : []),
  ]
  if (parts.length > 0) return bar.saving(parts)
  return view.input.goals === undefined ? bar.first : bar.noItems
}

function workSentences({ change }: GoalPreview, texts: Texts): readonly string[] {
  const { bar } = texts.goals
  const { effortMinutes, dates } = change
  return [
    ...(change.steps.length > 0
      ? [bar.becomes(change.steps.map(({ step, to }) => bar.becomesOne(step, texts.shared.strengths[to])))]
      : []),
    ...(effortMinutes > 0 ? [bar.more(effortMinutes)] : []),
    ...(effortMinutes < 0 ? [bar.less(-effortMinutes)] : []),
    ...(dates.from === dates.to ? [] : [bar.moves(dates.from, dates.to)]),
    ...(dates.late && dates.target !== undefined ? [bar.late(dates.target)] : []),
  ]
}

/** How many steps are asked for, for the headline. */
export function countOf(
  decided: readonly { readonly step: StepId; readonly strength: Strength }[],
  strength: Strength,
) {
  return decided.filter((step) => step.strength === strength).length
}
