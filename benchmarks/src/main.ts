import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findCorpus } from './corpus-files.ts'
import { measureCold } from './measure-cold.ts'
import { measureCorpus } from './measure-corpus.ts'
import { measureMemory } from './measure-memory.ts'
import { measurePeers } from './measure-peers.ts'
import { measureTexts } from './measure-texts.ts'
import { type Figure, type PartName, partNames, type Results } from './results.ts'

const usage =
  'pnpm bench --date YYYY-MM-DD [--only corpus,texts,memory,cold,peers,tracker,cloud,packages,licences] [--rounds N] [--dry]'
const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string' },
    dry: { type: 'boolean', default: false },
  },
})
const { date } = values
if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`The day is not known here. ${usage}`)

const wanted = values.only?.split(',') ?? partNames
const path = join(import.meta.dirname, '../results.json')
/** Parts that read no connectors. */
const withoutCorpus: readonly string[] = ['tracker', 'cloud', 'packages', 'licences']
const corpus = wanted.every((name) => withoutCorpus.includes(name)) ? [] : findCorpus()
const roundsOf: Readonly<Record<PartName, number>> = {
  corpus: 15,
  texts: 15,
  memory: 3,
  cold: 21,
  peers: 3,
  tracker: 15,
  cloud: 15,
  packages: 15,
  licences: 11,
}

for (const name of partNames) {
  if (!wanted.includes(name)) continue
  const rounds = Number(values.rounds ?? roundsOf[name])
  const before = load()
  const figures = await measure(name, rounds)
  const conditions = { date, node: process.version, machine: machine(), load: { before, after: load() }, rounds }
  // Written by this program alone; read anew, since another run may have written other parts meanwhile.
  const others = JSON.parse(readFileSync(path, 'utf8')) as Results
  const results: Results = {
    ...others,
    [name]: { ...conditions, ...(!withoutCorpus.includes(name) && { connectors: corpus.length }), figures },
  }
  show(name, figures)
  if (!values.dry) writeFileSync(path, `${JSON.stringify(results, undefined, 2)}\n`)
}

async function measure(name: PartName, rounds: number): Promise<Figure[]> {
  switch (name) {
    case 'corpus':
      return measureCorpus(corpus, rounds)
    case 'texts':
      return measureTexts(corpus, rounds)
    case 'memory':
      return measureMemory(rounds)
    case 'cold':
      return measureCold(corpus, rounds)
    case 'tracker':
      return (await import('./tracker/measure-tracker.ts')).measureTracker(rounds)
    case 'cloud':
      return (await import('./cloud/measure-cloud.ts')).measureCloud(rounds)
    case 'packages':
      return (await import('./packages/measure-packages.ts')).measurePackages(rounds)
    case 'licences':
      return (await import('./licences/measure-licences.ts')).measureLicences(rounds)
    default:
      return measurePeers(corpus, rounds)
  }
}

function show(name: string, figures: readonly Figure[]): void {
  console.log(`${name} (load ${load()})`)
  for (const { what, value, unit, goal, rules, findings } of figures) {
    const asked = goal === undefined ? '' : `, goal ${goal}`
    const work = rules === undefined ? '' : ` · ${rules} rules, ${findings ?? 'no'} findings`
    console.log(`  ${what}: ${value.median} (${value.low} to ${value.high}) ${unit}${asked}${work}`)
  }
}

function load(): number {
  return Number((loadavg()[0] ?? 0).toFixed(1))
}

function machine(): string {
  const all = cpus()
  return `${all.length} × ${all[0]?.model.trim() ?? 'unknown processor'}, ${process.platform} ${process.arch}`
}
