import { basename, join } from 'node:path'
import { measureRounds, ratioInRounds } from '../measure-rounds.ts'
import type { Figure } from '../results.ts'
import { runNode } from '../run-node.ts'

const bin = join(import.meta.dirname, '../../../packages/cli/bin/sevenstep.js')

/** The whole process that checks one package, beside `node -e 0`. */
export function measureColdPackage(
  given: { readonly path: string; readonly bytes: Uint8Array } | undefined,
  rounds: number,
): Figure[] {
  if (given === undefined) return []
  const measured = measureRounds(
    {
      floor: () => runNode(['-e', '0']),
      version: () => runNode([bin, '--version']),
      check: () => runNode([bin, 'check', given.path, '--fail-on', 'never']),
      first: () => runNode([bin, 'check', given.path, '--fail-on', 'never'], { NODE_DISABLE_COMPILE_CACHE: '1' }),
    },
    rounds,
  )
  const unit = 'node -e 0'
  return [
    { what: 'sevenstep --version', unit, value: ratioInRounds(measured, 'version', 'floor') },
    {
      what: 'sevenstep check of the median package',
      unit,
      value: ratioInRounds(measured, 'check', 'floor'),
      goal: 1.8,
      note: `${basename(given.path)} (${Math.round(given.bytes.length / 1000)} kB); Node keeps compiled code from the runs before`,
    },
    {
      what: 'the same without what Node keeps, as the first run after installing it',
      unit,
      value: ratioInRounds(measured, 'first', 'floor'),
    },
  ]
}
