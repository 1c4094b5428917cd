import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkConnector } from '@sevenstep/certification-rules'
import { fileNames, readConnector } from '@sevenstep/connector-schema'
import { createSubject } from '@sevenstep/findings'
import { comparableRules } from './comparable-rules.ts'
import type { CorpusConnector } from './corpus-files.ts'
import { rounded, spreadOf } from './measure-rounds.ts'
import type { Figure } from './results.ts'
import { type SpectralFunctions, spectralRules } from './spectral-rules.ts'

/** What is used of the two peers; their own types are not at hand, because they are not installed with the workspace. */
interface Peers {
  readonly core: {
    readonly Spectral: new () => { setRuleset(rules: object): void; run(text: string): Promise<readonly unknown[]> }
  }
  readonly functions: SpectralFunctions
  createConfig(config: object): Promise<object>
  lintFromString(options: {
    readonly source: string
    readonly absoluteRef: string
    readonly config: object
  }): Promise<readonly unknown[]>
}

interface Tally {
  milliseconds: number
  findings: number
  failed: number
}

const everyNth = 4

/** Spectral, Redocly and ours with the comparable rules, definition by definition in one process, one after the other. */
export async function measurePeers(corpus: readonly CorpusConnector[], rounds: number): Promise<Figure[]> {
  const folder = join(import.meta.dirname, '../peers')
  if (!existsSync(join(folder, 'node_modules'))) {
    throw new Error('The peers are not installed: run "npm ci --ignore-scripts" in benchmarks/peers.')
  }
  const module = join(folder, 'peers.mjs')
  // The module is plain JavaScript that exports just these.
  const peers = (await import(module)) as Peers
  const definitions = corpus.filter((_, at) => at % everyNth === 0).map(({ definition }) => definition)
  const steps = await stepsOf(peers)
  const ratios: Record<string, number[]> = {}
  let last: Record<string, Tally> = {}
  for (let round = -1; round < rounds; round++) {
    last = await oneRound(definitions, steps)
    if (round < 0) continue
    for (const [name, { milliseconds }] of Object.entries(last)) {
      ratios[name] ??= []
      ratios[name].push(milliseconds / (last.R?.milliseconds ?? Number.NaN))
    }
  }
  const figure = (what: string, step: string, rules: number): Figure => ({
    what,
    unit: 'R',
    value: spreadOf(ratios[step] ?? []),
    rules,
    findings: last[step]?.findings ?? 0,
    note: `${definitions.length} definitions; ${last[step]?.failed ?? 0} failed; ${rounded((last[step]?.milliseconds ?? 0) / 1000)} s in the last round`,
  })
  return [
    figure('ours', 'ours', comparableRules.length),
    figure('Spectral core 1.24.1', 'spectral', comparableRules.length),
    figure('Redocly openapi-core 2.64.0', 'redocly', Object.keys(redoclyRules()).length),
  ]
}

type PeerStep = (text: string, path: string) => Promise<number> | number

async function stepsOf(peers: Peers): Promise<Readonly<Record<string, PeerStep>>> {
  const config = await peers.createConfig({ rules: redoclyRules() })
  const only = comparableRules.map(({ ours }) => ours)
  const rules = spectralRules(peers.functions)
  return {
    R: (text) => {
      JSON.parse(text)
      return 0
    },
    ours: (_text, path) => {
      const connector = readConnector([{ path: fileNames.definition, content: readFileSync(path) }])
      return createSubject(checkConnector(connector, { only }).subject).findings.length
    },
    spectral: async (text) => {
      // One instance per file: one that is used again grows with every file it has seen.
      const spectral = new peers.core.Spectral()
      spectral.setRuleset(rules)
      return (await spectral.run(text)).length
    },
    redocly: async (source, path) => (await peers.lintFromString({ source, absoluteRef: path, config })).length,
  }
}

/** Reading belongs to every step: it is done anew inside each clock. */
async function oneRound(
  definitions: readonly string[],
  steps: Readonly<Record<string, PeerStep>>,
): Promise<Record<string, Tally>> {
  const tallies: Record<string, Tally> = {}
  for (const [name, step] of Object.entries(steps)) {
    const tally: Tally = { milliseconds: 0, findings: 0, failed: 0 }
    const start = performance.now()
    for (const path of definitions) {
      try {
        const text = name === 'ours' ? '' : readFileSync(path, 'utf8')
        tally.findings += await step(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, path)
      } catch {
        tally.failed++
      }
    }
    tally.milliseconds = performance.now() - start
    tallies[name] = tally
  }
  return tallies
}

function redoclyRules(): Record<string, string> {
  const names = comparableRules.flatMap(({ redocly }) => (redocly === undefined ? [] : [redocly]))
  return Object.fromEntries(names.map((name) => [name, 'warn']))
}
