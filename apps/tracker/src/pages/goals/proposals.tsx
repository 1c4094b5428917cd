import { goalIds, goalQuestions } from '@sevenstep/onboarding'
import type { GoalsProposal, GoalsView } from '../../reads/goals/read-goals.ts'
import type { Texts } from '../../texts/index.ts'
import { say } from '../checklist/told.tsx'
import type { Viewer } from '../checklist/viewer.ts'
import { Button, LinkButton } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { HiddenFields } from '../components/form.tsx'

interface ProposalsProps {
  readonly view: GoalsView
  readonly viewer: Viewer
  readonly texts: Texts
}

/** Answers that others propose, each with what differs and with what the reader may do about it. */
export function Proposals({ view, viewer, texts }: ProposalsProps) {
  if (view.proposals.length === 0) return null
  return (
    <div class="stack mb-5">
      {view.proposals.map((proposal) => (
        <Proposal proposal={proposal} view={view} viewer={viewer} texts={texts} />
      ))}
    </div>
  )
}

interface ProposalProps extends ProposalsProps {
  readonly proposal: GoalsProposal
}

function Proposal({ proposal, view, viewer, texts }: ProposalProps) {
  const words = texts.goals.proposal
  const own = proposal.setBy === viewer.userId
  const differences = differencesOf(proposal, view, texts)
  return (
    <Card
      title={own ? words.own : words.title(proposal.by ?? words.somebody)}
      note={words.made(texts.format.relative(proposal.setAt.toISOString(), view.now))}
    >
      {differences.length === 0 ? (
        <p>{words.same}</p>
      ) : (
        <ul class="prose list-disc pl-5">
          {differences.map((difference) => (
            <li>{difference}</li>
          ))}
        </ul>
      )}
      <ProposalActions proposal={proposal} view={view} viewer={viewer} texts={texts} />
      {!viewer.can('goals.set') && <p class="row-note mt-2">{words.waits}</p>}
    </Card>
  )
}

function ProposalActions({ proposal, view, viewer, texts }: ProposalProps) {
  const words = texts.goals.proposal
  const own = proposal.setBy === viewer.userId
  const decides = viewer.can('goals.set')
  const base = `/products/${view.product.id}/goals`
  const key = `${viewer.formKey}-${proposal.id}`
  const mayDecline = decides || (own && viewer.can('goals.propose'))
  return (
    <div class="button-row mt-3">
      {decides && (
        <form method="post" action={`${base}/proposals/${proposal.id}/accept`}>
          <HiddenFields version={view.product.version} idempotencyKey={`${key}-accept`} />
          <Button>{words.accept}</Button>
        </form>
      )}
      <LinkButton href={`${base}?proposal=${proposal.id}`}>{words.show}</LinkButton>
      {mayDecline && (
        <form method="post" action={`${base}/proposals/${proposal.id}/decline`}>
          <HiddenFields idempotencyKey={`${key}-decline`} />
          <Button kind="quiet">{own ? words.withdraw : words.decline}</Button>
        </form>
      )}
    </div>
  )
}

function differencesOf(proposal: GoalsProposal, view: GoalsView, texts: Texts): readonly string[] {
  const { goals, checklist } = texts
  const { proposal: words } = goals
  const before = view.input.goals
  const answers = goalIds
    .filter((goal) => before?.[goal] !== proposal.goals[goal])
    .map((goal) => {
      const from = before === undefined ? goals.notAnswered : goals.answers[before[goal]]
      return words.change(say(goalQuestions[goal].question, texts), from, goals.answers[proposal.goals[goal]])
    })
  const { kind, publisher, edition } = view.input
  const others = [
    ...(kind === proposal.kind
      ? []
      : [words.change(checklist.kind.label, checklist.kind[kind], checklist.kind[proposal.kind])]),
    ...(publisher === proposal.publisher
      ? []
      : [
          words.change(
            checklist.publisher.label,
            checklist.publisher[publisher],
            checklist.publisher[proposal.publisher],
          ),
        ]),
    ...(edition === proposal.edition
      ? []
      : [words.change(checklist.edition.label, checklist.edition[edition], checklist.edition[proposal.edition])]),
  ]
  return [...answers, ...others]
}
