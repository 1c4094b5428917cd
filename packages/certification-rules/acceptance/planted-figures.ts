import type { Outcome } from './plant-and-check.ts'

/** How the planted defects of one origin fared. */
interface OriginFigures {
  kinds: number
  plantings: number
  found: number
  missed: number
  /** The untouched connector had the finding already; neither found nor missed. */
  masked: number
}

/** Other rules that spoke up when a defect was planted, the most frequent first. */
interface SideEffect {
  readonly expected: string
  readonly other: string
  readonly plantings: number
  readonly kinds: readonly string[]
  readonly example: string
}

/** What a run over the planted defects measured. */
export function plantedFigures(outcomes: readonly Outcome[]) {
  return {
    origins: byOrigin(outcomes),
    missed: outcomes
      .filter(({ isFound, isMasked }) => !isFound && !isMasked)
      .map(({ mutation, defect, displaced }) => ({
        kind: mutation.id,
        at: `${defect.file}#${defect.pointer ?? ''}`,
        displaced,
      })),
    withOthers: outcomes.filter(({ newElsewhere }) => newElsewhere.size > 0).length,
    others: sideEffects(outcomes),
  }
}

function byOrigin(outcomes: readonly Outcome[]): Readonly<Record<string, OriginFigures>> {
  const origins: Record<string, OriginFigures> = {}
  const seen = new Set<string>()
  for (const { mutation, isFound, isMasked } of outcomes) {
    const figures = origins[mutation.origin] ?? { kinds: 0, plantings: 0, found: 0, missed: 0, masked: 0 }
    origins[mutation.origin] = figures
    if (!seen.has(mutation.id)) figures.kinds++
    seen.add(mutation.id)
    figures.plantings++
    figures[isFound ? 'found' : isMasked ? 'masked' : 'missed']++
  }
  return origins
}

function sideEffects(outcomes: readonly Outcome[]): readonly SideEffect[] {
  const effects = new Map<string, SideEffect & { readonly kinds: string[]; plantings: number }>()
  for (const { mutation, newElsewhere } of outcomes) {
    const expected = mutation.expects[0] ?? ''
    for (const [other, example] of newElsewhere) {
      const key = `${expected} ${other}`
      const effect = effects.get(key) ?? { expected, other, plantings: 0, kinds: [], example }
      effect.plantings++
      if (!effect.kinds.includes(mutation.id)) effect.kinds.push(mutation.id)
      effects.set(key, effect)
    }
  }
  return [...effects.values()].sort((left, right) => right.plantings - left.plantings)
}
