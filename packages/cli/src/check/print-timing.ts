import type { Timing } from '@sevenstep/certification-rules'
import type { Console } from '../console.ts'

/** Prints how long each family of rules took, slowest first; to stderr, so that a report on stdout stays clean. */
export function printTiming(timing: readonly Timing[], console: Console): void {
  const total = timing.reduce((sum, one) => sum + one.milliseconds, 0)
  console.error('\nTime per family of rules, in milliseconds:\n')
  for (const { family, milliseconds } of timing) {
    const share = total === 0 ? 0 : Math.round((100 * milliseconds) / total)
    console.error(`  ${milliseconds.toFixed(2).padStart(10)}  ${String(share).padStart(3)} %  ${family}\n`)
  }
  console.error(`  ${total.toFixed(2).padStart(10)}         all\n`)
}
