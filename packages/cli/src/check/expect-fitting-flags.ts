import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import type { KindEntry } from '../kinds/kind.ts'
import { allKinds } from '../kinds/later-kinds.ts'
import type { CheckFlags } from './check-flags.ts'
import type { Source } from './source.ts'

const checked = ['edition', 'capability', 'facts', 'headers', 'catalogue'] as const

/**
 * Makes sure that what was asked for fits something that was found.
 *
 * @throws Failure for a profile or another option that nothing takes.
 */
export function expectFittingFlags(sources: readonly Source[], flags: CheckFlags): void {
  if (sources.length === 0) return
  const { profile } = flags
  if (profile !== undefined && !sources.some(({ entry }) => entry.profiles.includes(profile))) {
    throw new Failure(
      exitCodes.usage,
      `The profile "${profile}" fits nothing that was found.`,
      `${found(sources)
        .map(({ words, profiles }) => `For ${words} there is ${profiles.join(', ')}`)
        .join('; ')}.`,
      'Give a profile of what you check, or leave --profile out.',
    )
  }
  const unfit = checked.find(
    (option) => flags[option] !== undefined && !sources.some(({ entry }) => entry.options.includes(option)),
  )
  if (unfit === undefined) return
  const takers = allKinds.filter(({ options }) => options.includes(unfit)).map(({ words }) => words)
  throw new Failure(
    exitCodes.usage,
    `--${unfit} fits nothing that was found.`,
    `It says how ${takers.join(', ')} is judged, and there is none among the paths.`,
    `Name one of these, or leave --${unfit} out.`,
  )
}

function found(sources: readonly Source[]): readonly KindEntry[] {
  return [...new Set(sources.map(({ entry }) => entry))]
}
