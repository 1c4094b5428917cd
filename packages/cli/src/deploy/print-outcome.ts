import type { FailureText, FleetEntry, TargetOutcome } from '@sevenstep/deployment-client'
import { toSafeLines } from '@sevenstep/findings'
import { createColors } from 'picocolors'

type Colors = ReturnType<typeof createColors>

/** How each target fared, for people: what was done, what failed and why, what a person has to do. */
export function printOutcomes(entries: readonly FleetEntry<TargetOutcome>[], color: boolean): string {
  const colors = createColors(color)
  const lines = entries.flatMap((entry) => [...printEntry(entry, colors), ''])
  return `${[...lines, summaryOf(entries)].join('\n')}\n`
}

function printEntry(entry: FleetEntry<TargetOutcome>, colors: Colors): string[] {
  if (!entry.ok) return [colors.red(`${entry.target}: failed`), ...printFailure(entry.failure)]
  const { result, declined } = entry.value
  if (declined === true) return [`${entry.target}: left as it is`]
  if (result === undefined) return [colors.green(`${entry.target}: nothing to do`)]
  const done = result.steps.filter(({ state, verb }) => state === 'done' && verb !== 'leave').length
  if (result.outcome === 'done' && done === 0) return [colors.green(`${entry.target}: nothing to do`)]
  const title = {
    done: colors.green(`${entry.target}: done, ${done} ${done === 1 ? 'change' : 'changes'}`),
    failed: colors.red(`${entry.target}: failed, ${done} ${done === 1 ? 'change' : 'changes'} made`),
    waits: colors.yellow(`${entry.target}: waits for a person`),
    stopped: colors.yellow(`${entry.target}: stopped; run the same command to go on`),
  }[result.outcome]
  return [
    title,
    ...result.steps.flatMap(({ state, address, failure, waits, blockedBy = [] }) => {
      if (state === 'failed' && failure !== undefined) return [`  ✖ ${address}`, ...printFailure(failure)]
      if (state === 'waits' && waits !== undefined) {
        const link = waits.link === undefined ? [] : [`      ${toSafeLines(waits.link)}`]
        return [
          `  … ${address}: ${toSafeLines(waits.what)}`,
          ...link,
          '      Then run the same command again: it goes on from here.',
        ]
      }
      return state === 'skipped' ? [`  - ${address}: not tried before ${blockedBy.join(', ')}`] : []
    }),
  ]
}

function printFailure({ what, why, fix, requestIds = [] }: FailureText): string[] {
  const [first = '', ...more] = toSafeLines(what).split('\n')
  return [
    `      ${first}`,
    ...more.map((line) => `      ${line}`),
    `      why: ${toSafeLines(why)}`,
    `      do:  ${toSafeLines(fix)}`,
    ...(requestIds.length === 0 ? [] : [`      for Microsoft's support: ${toSafeLines(requestIds.join(', '))}`]),
  ]
}

function summaryOf(entries: readonly FleetEntry<TargetOutcome>[]): string {
  const outcomes = entries.map((entry) => (entry.ok ? (entry.value.result?.outcome ?? 'done') : 'failed'))
  const words = { done: 'done', waits: 'waiting for a person', stopped: 'stopped', failed: 'failed' }
  const parts = Object.entries(words).flatMap(([outcome, text]) => {
    const count = outcomes.filter((one) => one === outcome).length
    return count === 0 ? [] : [`${count} ${text}`]
  })
  return `${entries.length} ${entries.length === 1 ? 'target' : 'targets'}: ${parts.join(', ')}.`
}
