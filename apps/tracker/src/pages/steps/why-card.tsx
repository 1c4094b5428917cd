import { decideSteps, stepTexts } from '@sevenstep/onboarding'
import type { StepView } from '../../reads/steps/read-step.ts'
import type { Texts } from '../../texts/index.ts'
import { Sources, say } from '../checklist/told.tsx'
import { Card } from '../components/card.tsx'
import { Because, Disclosure } from '../components/guidance.tsx'
import { StatePill } from '../components/pill.tsx'

interface StepPartProps {
  readonly view: StepView
  readonly texts: Texts
}

/** What has to be true, why the step is asked for, on what that rests, and which answer would change it. */
export function WhyCard({ view, texts }: StepPartProps) {
  const words = texts.steps
  const decided = decideSteps(view.input).find(({ step }) => step === view.step)
  const state = view.state.steps.find(({ step }) => step === view.step)
  if (decided === undefined || state === undefined) return null
  const applies = decided.strength === 'required' || decided.strength === 'recommended'
  return (
    <Card
      title={
        applies ? (
          <>
            {words.gate}: <span class="font-regular">{say(stepTexts[view.step].gate, texts)}</span>
          </>
        ) : (
          words.applies
        )
      }
    >
      <div class="stack">
        {decided.because.map(({ text }) => (
          <Because texts={texts}>{say(text, texts)}</Because>
        ))}
      </div>
      <Sources citations={decided.because.map(({ citation }) => citation)} label={words.source} texts={texts} />
      {decided.wouldChangeIf.length > 0 && (
        <div>
          <Disclosure summary={words.changeIf} open={!applies}>
            <ul class="stack">
              {decided.wouldChangeIf.map(({ text }) => (
                <li>{say(text, texts)}</li>
              ))}
            </ul>
            <p class="mt-3">
              <a class="link" href={`/products/${view.product.id}/goals`}>
                {words.toGoals}
              </a>
            </p>
          </Disclosure>
        </div>
      )}
    </Card>
  )
}

/** The step's state in a word, how strongly it is asked for, and the sentence behind both. */
export function StepStanding({ view, texts }: StepPartProps) {
  const state = view.state.steps.find(({ step }) => step === view.step)
  if (state === undefined) return null
  return (
    <div class="mt-4 mb-5 flex flex-wrap items-center gap-x-3 gap-y-1">
      <StatePill state={state.cell}>
        {state.failing > 0 ? texts.shared.failing(state.failing) : texts.steps.statuses[state.status]}
      </StatePill>
      {state.strength !== 'not-needed' && state.strength !== 'needs-answer' && (
        <span class="quiet">{texts.shared.strengths[state.strength]}</span>
      )}
      <span>{say(state.because, texts)}</span>
    </div>
  )
}
