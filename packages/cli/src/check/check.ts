import { ruleFamilies } from '@sevenstep/certification-rules'
import type { Report } from '@sevenstep/findings'
import { Configurations } from '../configuration/load-configuration.ts'
import { printConfigurations } from '../configuration/print-configurations.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { emitReport } from '../report/emit-report.ts'
import { exitCodeFor } from '../report/exit-code-for.ts'
import { settleBaseline } from '../report/settle-baseline.ts'
import { reportRules } from '../rules/report-rules.ts'
import { suggestWord } from '../suggest-word.ts'
import type { CheckFlags } from './check-flags.ts'
import { checkSources } from './check-sources.ts'
import { findSources } from './find-sources.ts'
import { fixSources } from './fix-sources.ts'
import { printTiming } from './print-timing.ts'
import { readElsewhere } from './settings-for.ts'
import type { Unreadable } from './source.ts'

/** `sevenstep check`: finds the connectors, checks and mends them, prints the report. */
export async function check(paths: readonly string[], flags: CheckFlags, console: Console): Promise<ExitCode> {
  expectKnownRules([...(flags.rule ?? []), ...(flags.skip ?? [])])
  if (flags.updateBaseline && flags.baseline === undefined) {
    throw new Failure(
      exitCodes.usage,
      '--update-baseline needs --baseline FILE.',
      'There is no file to write to.',
      'Name the file.',
    )
  }
  if (flags.printConfig) return printConfigurations(paths, flags, console)
  if (!flags.watch) return checkOnce(paths, flags, console)
  const { watch } = await import('./watch.ts')
  return watch(paths, console, () => checkOnce(paths, flags, console))
}

async function checkOnce(paths: readonly string[], flags: CheckFlags, console: Console): Promise<ExitCode> {
  const found = await findSources(paths, console.folder)
  for (const one of found.unreadable) sayUnreadable(one, console)
  const run = { flags, console, configurations: new Configurations(), listing: readElsewhere(flags.elsewhere) }
  if (flags.fix) fixSources(found.sources, run)
  const { report, timing, sources, failOn, unreadable } = checkSources(found.sources, run)
  for (const one of unreadable) sayUnreadable(one, console)
  const settled: Report =
    flags.baseline === undefined ? report : settleBaseline(report, flags.baseline, flags.updateBaseline, console)
  const threshold = flags.failOn ?? failOn
  const mendHint = 'Run the same command with --fix to make the automatic mends, --fix --dry-run to see them first.'
  emitReport(settled, { flags, sources, rules: reportRules, failOn: threshold, mendHint }, console)
  if (flags.timing) printTiming(timing, console)
  if (found.unreadable.length + unreadable.length > 0) return exitCodes.unreadable
  return exitCodeFor(settled, threshold)
}

function sayUnreadable({ path, what, why, fix }: Unreadable, console: Console): void {
  console.error(`sevenstep: ${path}: ${what}\n  why: ${why}\n  do:  ${fix}\n`)
}

function expectKnownRules(ids: readonly string[]): void {
  const known = ruleFamilies.flatMap((family) => Object.keys(family.rules))
  for (const id of ids) {
    if (known.includes(id)) continue
    const near = suggestWord(id, known)
    throw new Failure(
      exitCodes.usage,
      `There is no rule "${id}".`,
      'A rule that is misspelt would silently not run.',
      near === undefined
        ? 'See "sevenstep rules" for the list.'
        : `Did you mean "${near}"? See "sevenstep rules" for the list.`,
    )
  }
}
