import { writeFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { mutations } from '../mutations/index.ts'
import type { Mutation } from '../mutations/mutation.ts'
import { Grounds } from './grounds.ts'
import { isLongRun, patience } from './long-run.ts'
import { type Outcome, plantAndCheck } from './plant-and-check.ts'
import { plantedFigures } from './planted-figures.ts'

const groundsPerMutation = 4

describe('planted defects', () => {
  const outcomes: Outcome[] = []

  beforeAll(async () => {
    for (const some of isLongRun ? everywhere() : inSomePlaces()) {
      outcomes.push(...some)
      // A worker that does not answer for long is ended.
      await setImmediate()
    }
    const path = process.env.PLANTED_FIGURES
    if (path !== undefined) writeFileSync(path, JSON.stringify(plantedFigures(outcomes), undefined, 2))
  }, patience)

  it('are found by the right rule at the right place, 98 of 100', () => {
    const judged = outcomes.filter(({ isMasked }) => !isMasked)
    const missed = judged.filter(({ isFound }) => !isFound)
    const list = missed.map(({ mutation, defect }) => `${mutation.id} at ${defect.file}#${defect.pointer ?? ''}`)
    const share = (judged.length - missed.length) / judged.length
    expect(share, `missed:\n${list.slice(0, 200).join('\n')}`).toBeGreaterThanOrEqual(0.98)
  })

  it('are found at least once for every kind', () => {
    const found = new Set(outcomes.filter(({ isFound }) => isFound).map(({ mutation }) => mutation.id))
    expect(mutations.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([])
  })
})

/** Every mutation in every connector, connector by connector: so each is read once. */
function* everywhere(): Generator<readonly Outcome[]> {
  let index = 0
  for (const ground of new Grounds().from(0)) {
    const seed = index++
    yield mutations.flatMap((mutation, turn) => plantAndCheck(mutation, ground, turn * 1000 + seed) ?? [])
  }
}

function* inSomePlaces(): Generator<readonly Outcome[]> {
  const grounds = new Grounds()
  for (const [turn, mutation] of mutations.entries()) yield outcomesOf(mutation, turn, grounds)
}

/** Plants a mutation into a few connectors that offer a place for it, others for each mutation. */
function outcomesOf(mutation: Mutation, turn: number, grounds: Grounds): readonly Outcome[] {
  const outcomes: Outcome[] = []
  let judged = 0
  let index = 0
  for (const ground of grounds.from(turn)) {
    const outcome = plantAndCheck(mutation, ground, turn * 1000 + index++)
    if (outcome === undefined) continue
    outcomes.push(outcome)
    judged += outcome.isMasked ? 0 : 1
    if (judged >= groundsPerMutation) break
  }
  return outcomes
}
