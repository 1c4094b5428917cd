import { join } from 'node:path'
import type { CorpusConnector } from './corpus-files.ts'
import { measureRounds, ratioInRounds } from './measure-rounds.ts'
import type { Figure } from './results.ts'
import { runNode } from './run-node.ts'

const bin = join(import.meta.dirname, '../../packages/cli/bin/sevenstep.js')
const parse = 'const fs=require("node:fs");JSON.parse(fs.readFileSync(process.argv[1],"utf8").replace(/^\\ufeff/,""))'

/** Whole processes by the clock on the wall, each beside `node -e 0`. The bin is called directly, with the same Node. */
export function measureCold(corpus: readonly CorpusConnector[], rounds: number): Figure[] {
  const bySize = [...corpus].sort((a, b) => a.sizeBytes - b.sizeBytes)
  const median = bySize[bySize.length >> 1]
  const largest = bySize.at(-1)
  if (median === undefined || largest === undefined) return []
  const check = (one: CorpusConnector) => () => runNode([bin, 'check', one.folder, '--fail-on', 'never'])
  const measured = measureRounds(
    {
      floor: () => runNode(['-e', '0']),
      parseMedian: () => runNode(['-e', parse, median.definition]),
      median: check(median),
      again: () => runNode(['-e', '0']),
      parseLargest: () => runNode(['-e', parse, largest.definition]),
      largest: check(largest),
    },
    rounds,
  )
  const name = (one: CorpusConnector): string => `${one.path} (${Math.round(one.sizeBytes / 1000)} kB)`
  const unit = 'node -e 0'
  const of = (step: string, floor: string) => ratioInRounds(measured, step, floor)
  return [
    { what: 'node -e 0 beside itself', unit, value: of('again', 'floor') },
    { what: `reading and JSON.parse of the median definition`, unit, value: of('parseMedian', 'floor') },
    {
      what: `sevenstep check of the median connector`,
      unit,
      value: of('median', 'floor'),
      goal: 1.6,
      note: name(median),
    },
    { what: `reading and JSON.parse of the largest definition`, unit, value: of('parseLargest', 'again') },
    {
      what: `sevenstep check of the largest connector`,
      unit,
      value: of('largest', 'again'),
      goal: 2,
      note: name(largest),
    },
  ]
}
