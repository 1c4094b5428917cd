import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { corpusFolder } from './corpus-files.ts'
import { spreadOf } from './measure-rounds.ts'
import type { Figure } from './results.ts'

const runs = {
  parse: 'reading and JSON.parse',
  check: 'definitions and properties, default rules, one connector after the other',
} as const

/** Node 24 lets the young generation grow to 64 MB; this keeps it small, as `NODE_OPTIONS` can too. */
const smallYoung = ['--max-semi-space-size=2']

/** Largest resident memory of fresh processes over the whole corpus, as the operating system counts it. */
export function measureMemory(rounds: number): Figure[] {
  const script = join(import.meta.dirname, 'memory-run.ts')
  const bin = join(import.meta.dirname, '../../packages/cli/bin/sevenstep.js')
  const of = (args: readonly string[]) => spreadOf(Array.from({ length: rounds }, () => peakOf(args)))
  return [
    { what: runs.parse, unit: 'MB', value: of([script, 'parse']) },
    { what: runs.check, unit: 'MB', value: of([script, 'check']), goal: 150 },
    { what: `the same with ${smallYoung.join(' ')}`, unit: 'MB', value: of([...smallYoung, script, 'check']) },
    {
      what: 'sevenstep check, all files, report as JSON',
      unit: 'MB',
      value: of([bin, 'check', corpusFolder, '--format', 'json', '--fail-on', 'never']),
    },
  ]
}

/** MB (10^6 bytes) a Node process had at most; told by itself as it leaves. */
function peakOf(args: readonly string[]): number {
  const hook = join(import.meta.dirname, 'tell-peak.ts')
  const { stderr, status } = spawnSync(process.execPath, ['--import', hook, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const told = /peak-kilobytes=(\d+)/.exec(stderr)?.[1]
  if (told === undefined) throw new Error(`The process ended with ${status} and did not tell its memory: ${stderr}`)
  return (Number(told) * 1024) / 1e6
}
