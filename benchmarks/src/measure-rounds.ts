import type { Spread } from './results.ts'

/** Something to time; what it returns is what it found, to be told beside the time. */
export type Step = () => number

/** Milliseconds of each step in each round, with what the step found last. */
export interface Rounds {
  readonly milliseconds: Readonly<Record<string, readonly number[]>>
  readonly found: Readonly<Record<string, number>>
}

/**
 * Runs all steps in turn, round after round, so that whatever slows the machine for a while slows all of them. The
 * first rounds warm the compiler up and are not counted.
 */
export function measureRounds(steps: Readonly<Record<string, Step>>, rounds: number, warmUp = 2): Rounds {
  const milliseconds: Record<string, number[]> = {}
  const found: Record<string, number> = {}
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, step] of Object.entries(steps)) {
      const start = performance.now()
      found[name] = step()
      const time = performance.now() - start
      milliseconds[name] ??= []
      if (round >= 0) milliseconds[name].push(time)
    }
  }
  return { milliseconds, found }
}

/** How many times as long one step took as another, taken inside each round. */
export function ratioInRounds(rounds: Rounds, step: string, unit: string): Spread {
  const units = rounds.milliseconds[unit] ?? []
  const ratios = (rounds.milliseconds[step] ?? []).map((time, round) => time / (units[round] ?? Number.NaN))
  return spreadOf(ratios)
}

/** Median, and the quarter of the values below and above. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number => rounded(sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN)
  return { median: at(0.5), low: at(0.25), high: at(0.75) }
}

/** Three digits are more than these measurements are good for. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
