import type { FamilyFact } from '@sevenstep/onboarding'
import type { Child } from 'hono/jsx'
import type { ItemView } from '../../reads/items/read-item.ts'
import type { Texts } from '../../texts/index.ts'
import { FlowDrawings } from '../checks/flow-drawings.tsx'
import { Section } from '../components/card.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { Table } from '../components/table.tsx'
import { RelativeTime } from '../components/times.tsx'
import { answerOf } from '../evidence/address-seen.tsx'
import { nameOfVersion } from '../evidence/version-name.ts'
import type { ItemPageProps } from './item-page-props.ts'

/** One fact: what it is about, what it says, when and from where. */
interface Fact {
  readonly name: Child
  readonly value: string
  readonly at: string
  readonly source: Child
}

/** Everything the verdict follows from, as a table, and as JSON on demand. */
export function FactsBlock({ frame, view }: ItemPageProps) {
  const { texts } = frame
  const words = texts.items.facts
  const facts = [
    ...runFacts(view, texts),
    ...probeFacts(view, texts),
    ...evidenceFacts(view, texts),
    ...decisionFacts(view, texts),
  ]
  return (
    <Section title={words.title} id="facts">
      {facts.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <Table
          caption={words.title}
          texts={texts}
          rows={facts}
          columns={[
            { key: 'name', header: words.fact, cell: ({ name }) => name },
            { key: 'value', header: words.value, cell: ({ value }) => value },
            {
              key: 'time',
              header: words.time,
              phone: 'fold',
              cell: ({ at }) => <RelativeTime at={at} now={view.now} texts={texts} />,
            },
            { key: 'source', header: words.source, phone: 'fold', cell: ({ source }) => source },
          ]}
        />
      )}
      {facts.length > 0 && (
        <div class="mt-3">
          <Disclosure summary={words.raw}>
            <pre class="code p-3" lang="en" tabindex={0}>
              {JSON.stringify({ item: view.item.id, verdict: view.standing.verdict, ...view.record }, undefined, 2)}
            </pre>
          </Disclosure>
        </div>
      )}
      {view.flows !== undefined && (
        <FlowDrawings
          drawings={view.flows.drawings}
          href={`/products/${view.product.id}/checks/${view.flows.runId}`}
          texts={texts}
          most={3}
          folded
        />
      )}
    </Section>
  )
}

function runFacts({ run, product, record }: ItemView, texts: Texts): Fact[] {
  if (run === undefined) return []
  const words = texts.items.facts
  const latest = record.verification
  const source = (runId: string, word: string | undefined) => (
    <>
      <a class="link" href={`/products/${product.id}/checks/${runId}`}>
        {words.run}
      </a>
      {`${runId === run.id ? `, ${words.ruleSet(run.ruleSet)}` : ''}${word === undefined ? '' : `, ${word}`}`}
    </>
  )
  return Object.entries(run.families).map(([family, fact]) => ({
    name: <code lang="en">{family}</code>,
    value: outcomeOf(fact, texts),
    at: fact.from?.checkedAt ?? latest?.checkedAt ?? run.finishedAt.toISOString(),
    source: source(
      fact.from?.runId ?? latest?.runId ?? run.id,
      run.room === 'deployment-client' ? words.reported : fact.reported === true ? words.ownWord : undefined,
    ),
  }))
}

/** What our server saw at each address that is handed in. */
function probeFacts({ record }: ItemView, texts: Texts): Fact[] {
  const words = texts.probes
  return (record.probe?.addresses ?? []).flatMap(({ address, seen, unseen }) => {
    const at = seen?.at ?? unseen?.at
    if (at === undefined) return []
    const value =
      seen === undefined
        ? words.unseen
        : [answerOf(seen, texts), seen.finalAddress === address ? undefined : seen.finalAddress]
            .filter((part) => part !== undefined)
            .join(', ')
    return [{ name: <bdi>{words.fact(hostOf(address))}</bdi>, value, at, source: words.source }]
  })
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}

/** What a run says of one family, in words. */
export function outcomeOf({ outcome, errors, warnings, handIn }: FamilyFact, texts: Texts): string {
  const words = texts.items.facts
  if (handIn !== undefined) return words.outcome.lacking
  const verdict = outcome === 'failed' ? words.outcome.failed(Math.max(errors, 1)) : words.outcome[outcome]
  return warnings === 0 ? verdict : `${verdict}, ${words.advice(warnings)}`
}

function evidenceFacts({ evidence, people }: ItemView, texts: Texts): Fact[] {
  const { facts, states, comments } = texts.items
  return evidence
    .filter(({ piece }) => piece.state !== 'superseded' && piece.state !== 'withdrawn')
    .map(({ piece, versions }) => ({
      name: <bdi>{facts.evidence(piece.current, nameOfVersion(versions[0], texts))}</bdi>,
      value:
        piece.validUntil === null
          ? states.evidence[piece.state]
          : `${states.evidence[piece.state]}, ${facts.until(piece.validUntil.toISOString())}`,
      at: piece.updatedAt.toISOString(),
      source: people.get(versions[0]?.uploadedBy ?? piece.createdBy) ?? comments.somebody,
    }))
}

function decisionFacts({ reviews, waivers, disputes, people }: ItemView, texts: Texts): Fact[] {
  const { facts, states, comments } = texts.items
  const nameOf = (id: string | null | undefined) => people.get(id ?? '') ?? comments.somebody
  const review = reviews.find(({ request }) => request.state !== 'withdrawn')
  const [waiver] = waivers
  const [dispute] = disputes
  const found: Fact[] = []
  if (review !== undefined) {
    const { request, decision } = review
    const state =
      decision === undefined ? request.state : decision.deprecatedAt === null ? decision.decision : 'deprecated'
    found.push({
      name: facts.review,
      value: states.review[state],
      at: (decision?.deprecatedAt ?? decision?.decidedAt ?? request.requestedAt).toISOString(),
      source: nameOf(decision?.decidedBy ?? request.requestedBy),
    })
  }
  if (waiver !== undefined) {
    const until = waiver.expiresAt === null ? '' : `, ${facts.until(lastDay(waiver.expiresAt))}`
    found.push({
      name: facts.waiver,
      value: `${states.waiver[waiver.state]}${until}`,
      at: (waiver.decidedAt ?? waiver.requestedAt).toISOString(),
      source: nameOf(waiver.decidedBy ?? waiver.requestedBy),
    })
  }
  if (dispute !== undefined) {
    found.push({
      name: facts.dispute,
      value: states.dispute[dispute.state],
      at: (dispute.answeredAt ?? dispute.openedAt).toISOString(),
      source: nameOf(dispute.answeredBy ?? dispute.openedBy),
    })
  }
  return found
}

/** A waiver ends with a day, which is the moment the next one begins. */
function lastDay(end: Date): string {
  return new Date(end.getTime() - 1).toISOString()
}
