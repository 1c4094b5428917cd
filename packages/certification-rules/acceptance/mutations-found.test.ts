import { describe, expect, it } from 'vitest'
import { corpusConnectors } from '../mutations/corpus-connectors.ts'
import { exampleConnectors } from '../mutations/example-connector.ts'
import { mutations } from '../mutations/index.ts'
import type { Mutation } from '../mutations/mutation.ts'
import { type Outcome, plantAndCheck } from './plant-and-check.ts'

const groundsPerMutation = 4
const examples = exampleConnectors()
const fromCorpus = every(corpusConnectors(process.env.CONNECTOR_CORPUS), 40).flatMap(({ open }) => open() ?? [])

describe('planted defects', () => {
  const outcomes = mutations.flatMap((mutation, turn) => outcomesOf(mutation, turn))

  it('are found by the right rule at the right place, 98 of 100', () => {
    const judged = outcomes.filter(({ isMasked }) => !isMasked)
    const missed = judged.filter(({ isFound }) => !isFound)
    const list = missed.map(({ mutation, defect }) => `${mutation} at ${defect.file}#${defect.pointer ?? ''}`)
    expect((judged.length - missed.length) / judged.length, `missed:\n${list.join('\n')}`).toBeGreaterThanOrEqual(0.98)
  })

  it('are found at least once for every kind', () => {
    const found = new Set(outcomes.filter(({ isFound }) => isFound).map(({ mutation }) => mutation))
    expect(mutations.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([])
  })
})

/** Plants a mutation into a few connectors that offer a place for it, others for each mutation. */
function outcomesOf(mutation: Mutation, turn: number): readonly Outcome[] {
  const grounds = [...examples, ...fromCorpus.slice(turn % 7), ...fromCorpus.slice(0, turn % 7)]
  const outcomes: Outcome[] = []
  for (const [index, ground] of grounds.entries()) {
    const outcome = plantAndCheck(mutation, ground, turn * 1000 + index)
    if (outcome !== undefined) outcomes.push(outcome)
    if (outcomes.filter(({ isMasked }) => !isMasked).length >= groundsPerMutation) break
  }
  return outcomes
}

/** About so many of a list, spread over it. */
function every<Item>(items: readonly Item[], count: number): readonly Item[] {
  const step = Math.max(1, Math.floor(items.length / count))
  return items.filter((_, index) => index % step === 0)
}
