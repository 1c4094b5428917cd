import { decideSteps, type GoalId, goalIds, goalQuestions } from '@sevenstep/onboarding'
import type { GoalDraft, GoalPreview } from '../../reads/goals/goal-answers.ts'
import type { GoalsView } from '../../reads/goals/read-goals.ts'
import type { Texts } from '../../texts/index.ts'
import { ProductFields } from '../checklist/product-fields.tsx'
import { say } from '../checklist/told.tsx'
import type { Viewer } from '../checklist/viewer.ts'
import { Banner } from '../components/banner.tsx'
import { ErrorSummary, Form } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { RadioGroup } from '../components/inputs.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { DefinitionList } from '../components/lists.tsx'
import { Headline, Page } from '../components/page.tsx'
import { Proposals } from './proposals.tsx'
import { countOf, goalsFormId, WhatIfFragment, whatIfId } from './what-if.tsx'

interface GoalsPageProps {
  readonly frame: Frame
  readonly view: GoalsView
  readonly viewer: Viewer
  /** The answers shown; the saved ones unless somebody is trying others. */
  readonly draft: GoalDraft
  readonly preview: GoalPreview
  /** What was refused, by the name of the field. */
  readonly errors?: Readonly<Record<string, string>>
  /** Who proposed the answers that are shown. */
  readonly proposedBy?: string | undefined
}

/** Seven questions on the left; on the right what the answers mean, before anything is saved. */
export function GoalsPage(props: GoalsPageProps) {
  const { frame, view, viewer, preview, proposedBy } = props
  const { texts } = frame
  const { isv, product } = view
  const mayChange = viewer.can('goals.set') || viewer.can('goals.propose')
  return (
    <Page frame={frame} title={texts.goals.title(product.name)}>
      {view.isv.archived && <Banner level="info" title={texts.checklist.archived(isv.name)} />}
      {proposedBy !== undefined && <Banner level="info" title={texts.goals.proposal.shown(proposedBy)} />}
      <Headline
        breadcrumb={
          <Breadcrumb
            texts={texts}
            links={[
              { label: isv.name, href: `/isvs/${isv.id}` },
              { label: product.name, href: `/products/${product.id}` },
            ]}
          />
        }
        title={headline(view, texts)}
        sub={viewer.can('goals.set') ? texts.goals.sub : mayChange ? texts.goals.subPropose : texts.goals.subReadOnly}
      />
      <Proposals view={view} viewer={viewer} texts={texts} />
      <div class="columns columns-even">
        {/* Room for the bar, so that it never covers the answer that has the focus. */}
        {mayChange ? (
          <div class="[&_input]:scroll-mb-36">
            <Questions {...props} />
          </div>
        ) : (
          <Answers view={view} texts={texts} />
        )}
        <div id={whatIfId} class="contents">
          <WhatIfFragment view={view} preview={preview} viewer={viewer} texts={texts} />
        </div>
      </div>
    </Page>
  )
}

/** What the saved answers come to. */
function headline({ input }: GoalsView, texts: Texts): string {
  const words = texts.goals.headline
  const { goals } = input
  if (goals === undefined) return words.unanswered
  const decided = decideSteps(input)
  const open = goalIds.filter((goal) => goals[goal] === 'unknown').length
  if (countOf(decided, 'needs-answer') > 0) return words.open(open)
  return words.settled(countOf(decided, 'required'), countOf(decided, 'recommended'))
}

function Questions({ frame, view, viewer, draft, errors = {} }: GoalsPageProps) {
  const { texts } = frame
  const { goals } = texts
  return (
    <Form
      id={goalsFormId}
      action={`/products/${view.product.id}/goals`}
      version={view.product.version}
      idempotencyKey={viewer.formKey}
      live={{ target: whatIfId }}
      texts={texts}
    >
      <ErrorSummary texts={texts} errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <h2>{goals.questions}</h2>
      {goalIds.map((goal) => (
        <Question goal={goal} value={draft.goals[goal]} error={errors[goal]} texts={texts} />
      ))}
      <h2>{goals.about}</h2>
      <ProductFields texts={texts} values={draft} errors={errors} />
    </Form>
  )
}

interface QuestionProps {
  readonly goal: GoalId
  readonly value: string | undefined
  readonly error: string | undefined
  readonly texts: Texts
}

function Question({ goal, value, error, texts }: QuestionProps) {
  const { question, implies, help } = goalQuestions[goal]
  const { answers } = texts.goals
  return (
    <RadioGroup
      name={goal}
      label={say(question, texts)}
      hint={
        <>
          <b>{say(implies, texts)}</b> {say(help, texts)}
        </>
      }
      value={value}
      error={error}
      texts={texts}
      inline
      choices={(['yes', 'no', 'unknown'] as const).map((answer) => ({ value: answer, label: answers[answer] }))}
    />
  )
}

/** The answers for those who may read them only. */
function Answers({ view, texts }: { readonly view: GoalsView; readonly texts: Texts }) {
  const { goals, kind, publisher, edition } = view.input
  const words = texts.checklist
  return (
    <section class="card" aria-labelledby="answers-title">
      <div class="card-head">
        <h2 id="answers-title">{texts.goals.questions}</h2>
      </div>
      <DefinitionList
        entries={[
          ...goalIds.map((goal) => ({
            term: say(goalQuestions[goal].question, texts),
            value: <b>{goals === undefined ? texts.goals.notAnswered : texts.goals.answers[goals[goal]]}</b>,
          })),
          { term: words.kind.label, value: words.kind[kind] },
          { term: words.publisher.label, value: words.publisher[publisher] },
          { term: words.edition.label, value: words.edition[edition] },
        ]}
      />
    </section>
  )
}
