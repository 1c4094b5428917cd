import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { allKinds } from '../kinds/later-kinds.ts'
import type { Found } from './source.ts'

/**
 * Leaves what a step judges.
 *
 * @throws Failure when the step judges none of what was found.
 */
export function narrowToStep({ sources, unreadable }: Found, step: string): Found {
  const wanted = sources.filter(({ entry }) => String(entry.step) === step)
  if (wanted.length > 0 || sources.length === 0) {
    const beside = sources.filter((source) => !wanted.includes(source) && source.lesson !== undefined)
    return { sources: wanted, unreadable, beside }
  }
  const kinds = allKinds.filter((entry) => String(entry.step) === step).map(({ words }) => words)
  const others = [...new Set(sources.map(({ entry }) => `${entry.words} (step ${entry.step})`))]
  throw new Failure(
    exitCodes.usage,
    `There is nothing of step ${step} among the paths.`,
    `Found: ${others.join(', ')}.`,
    kinds.length === 0
      ? `No file is judged for step ${step}; leave --step out.`
      : `Name ${kinds.join(' or ')}, or leave --step out.`,
  )
}
