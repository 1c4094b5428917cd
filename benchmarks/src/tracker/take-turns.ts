import { spreadOf } from '../measure-rounds.ts'
import type { Spread } from '../results.ts'

/** Milliseconds of each step in each round. */
export type Times = Readonly<Record<string, readonly number[]>>

/**
 * Runs steps that wait for a database in turn, each `repeats` times a round, so that whatever slows the machine for a
 * while slows all of them. The first rounds warm up and are not counted.
 */
export async function takeTurns(
  steps: Readonly<Record<string, () => Promise<unknown>>>,
  rounds: number,
  repeats: number,
): Promise<Times> {
  const times: Record<string, number[]> = {}
  for (let round = -3; round < rounds; round++) {
    for (const [name, step] of Object.entries(steps)) {
      const start = performance.now()
      for (let turn = 0; turn < repeats; turn++) await step()
      times[name] ??= []
      if (round >= 0) times[name].push((performance.now() - start) / repeats)
    }
  }
  return times
}

/** How many times as long one step took as another, taken inside each round. */
export function ratio(times: Times, step: string, unit: string): Spread {
  const units = times[unit] ?? []
  return spreadOf((times[step] ?? []).map((time, round) => time / (units[round] ?? Number.NaN)))
}
