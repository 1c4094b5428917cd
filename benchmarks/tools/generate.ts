import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { comparableRules } from '../src/comparable-rules.ts'
import type { Figure, Part, PartName, Results } from '../src/results.ts'

const page = 'docs/measurements.md'

const titles: Readonly<Record<PartName, string>> = {
  corpus: 'Definitions and properties of the whole corpus',
  texts: 'Markdown, icons and scripts',
  memory: 'Memory at its highest',
  cold: 'Cold starts',
  peers: 'Beside the peers',
  tracker: 'The tracker',
  cloud: 'Clouds, fleets and the emulator',
  packages: 'Packages of flows',
  licences: 'Licences',
}

/** The tables of the page about measurements, from what was measured last. */
export function generate(root: string): { path: string; content: string }[] {
  // Written by `pnpm bench` and by nothing else.
  const results = JSON.parse(readFileSync(join(root, 'benchmarks/results.json'), 'utf8')) as Results
  const tablesOf = (names: readonly PartName[]): string =>
    names.flatMap((name) => partTable(titles[name], results[name])).join('\n\n')
  const places: Readonly<Record<string, readonly PartName[]>> = {
    speed: ['corpus', 'texts', 'memory', 'cold', 'peers'],
    'tracker-speed': ['tracker'],
    'cloud-speed': ['cloud'],
    'package-speed': ['packages', 'licences'],
  }
  const content = Object.entries(places).reduce(
    (written, [place, names]) => replaceBetween(written, place, tablesOf(names)),
    readFileSync(join(root, page), 'utf8'),
  )
  return [{ path: page, content: replaceBetween(content, 'comparable-rules', comparisonTable()) }]
}

function partTable(title: string, part: Part | undefined): string[] {
  if (part === undefined) return []
  const { date, node, machine, load, rounds, connectors, figures } = part
  const lines = [
    `### ${title}`,
    '',
    `${date}, Node ${node.slice(1)}, ${machine}, load ${load.before} before and ${load.after} after, ${rounds} rounds${connectors === undefined ? '' : `, ${connectors} connectors`}.`,
    '',
    '| what | median | quartiles | of | goal | rules | findings |',
    '|---|---|---|---|---|---|---|',
    ...figures.map(row),
    ...figures.flatMap(({ what, note }) => (note === undefined ? [] : ['', `*${what}*: ${note}.`])),
  ]
  return [lines.join('\n')]
}

function row({ what, value, unit, goal, rules, findings }: Figure): string {
  const verdict = goal === undefined ? '' : verdictOn(value.median, goal)
  const cells = [what, value.median, `${value.low} – ${value.high}`, unit, verdict, rules ?? '', findings ?? '']
  return `| ${cells.join(' | ')} |`
}

function verdictOn(value: number, goal: number): string {
  return value <= goal ? `≤ ${goal}: met` : `≤ ${goal}: missed by ${Number((value - goal).toPrecision(3))}`
}

function comparisonTable(): string {
  return [
    '| ours | Spectral (own rule set) | Redocly | how the work differs |',
    '|---|---|---|---|',
    ...comparableRules.map(
      ({ ours, spectral, redocly, difference }) =>
        `| \`${ours}\` | \`${spectral}\` | ${redocly === undefined ? '–' : `\`${redocly}\``} | ${difference ?? ''} |`,
    ),
  ].join('\n')
}

function replaceBetween(text: string, name: string, content: string): string {
  const open = `<!-- generated: ${name} -->`
  const close = `<!-- end: ${name} -->`
  const start = text.indexOf(open)
  const end = text.indexOf(close)
  if (start < 0 || end < start) throw new Error(`${page} lacks the lines ${open} and ${close}.`)
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`
}
