import type { Report } from '@sevenstep/findings'
import { Configurations } from '../configuration/find-configuration.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { onOneLine, sayFault } from '../failure.ts'
import { emitReport } from '../report/emit-report.ts'
import { exitCodeFor } from '../report/exit-code-for.ts'
import type { CheckFlags } from './check-flags.ts'
import type { CheckRun } from './check-run.ts'
import { type CheckedSources, checkSources } from './check-sources.ts'
import { findSources } from './find-sources.ts'
import { sayAllUnreadable } from './say-unreadable.ts'
import { readElsewhere } from './settings-for.ts'
import { type Found, isPacked } from './source.ts'

/** `sevenstep check`: finds the connectors, checks and mends them, prints the report. */
export async function check(paths: readonly string[], flags: CheckFlags, console: Console): Promise<ExitCode> {
  await expectRules([...(flags.rule ?? []), ...(flags.skip ?? [])])
  if (flags.printConfig) {
    const { printConfigurations } = await import('../configuration/print-configurations.ts')
    return printConfigurations(paths, flags, console)
  }
  if (!flags.watch) return checkOnce(paths, flags, console)
  const { watch } = await import('./watch.ts')
  return watch(paths, console, () => checkOnce(paths, flags, console))
}

/** Makes sure that rules that were named exist; knowing them all takes the rules of all steps. */
async function expectRules(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { expectKnownRules } = await import('../rules/known-rules.ts')
  await expectKnownRules(ids)
}

async function checkOnce(paths: readonly string[], flags: CheckFlags, console: Console): Promise<ExitCode> {
  const found = await findWanted(paths, flags, console)
  await expectUsableFlags(found, flags)
  sayRecognised(found, flags, console)
  for (const source of found.sources) await source.prepare?.(flags)
  if (flags.output !== undefined) {
    const { expectOutputApart } = await import('../report/expect-output-apart.ts')
    const folders = found.sources.flatMap(({ folder }) => folder ?? [])
    const files = found.sources.flatMap(({ reads = [] }) => reads)
    expectOutputApart(flags, paths, folders, console, files)
  }
  const plain: CheckRun = {
    flags,
    console,
    configurations: await Configurations.load([...found.sources, ...(found.beside ?? [])], console),
    listing: readElsewhere(flags.elsewhere, console.folder),
  }
  if (flags.fix) {
    const { fixSources } = await import('./fix-sources.ts')
    await fixSources(found.sources, plain)
  }
  const run = await withHandingOn(found, plain)
  const checked = checkSources(found.sources, run)
  sayAllUnreadable([...found.unreadable, ...checked.unreadable], console)
  const code = await emitChecked(checked, found, flags, console)
  if (flags.timing) {
    const { printTiming } = await import('./print-timing.ts')
    printTiming(checked.timing, console)
  }
  for (const { path, error } of checked.faults) sayFault(error, console, path)
  return gravest(found, checked, code)
}

/** What one source tells of another; one alone tells nobody. */
async function withHandingOn({ sources, beside = [] }: Found, run: CheckRun): Promise<CheckRun> {
  if (sources.length + beside.length < 2) return run
  const { handingOnBetween } = await import('./handing-on.ts')
  return { ...run, handingOn: await handingOnBetween(sources, beside, run) }
}

/** What the paths lead to; of the step that was asked for, where one was. */
async function findWanted(paths: readonly string[], { step }: CheckFlags, console: Console): Promise<Found> {
  const found = await findSources(paths, console.folder)
  if (step === undefined) return found
  const { narrowToStep } = await import('./narrow-to-step.ts')
  return narrowToStep(found, step)
}

/** A flag that fits nothing that was found would silently do nothing. */
async function expectUsableFlags({ sources }: Found, flags: CheckFlags): Promise<void> {
  const { profile, edition, capability, facts, headers, catalogue } = flags
  const isPlain = [edition, capability, facts, headers, catalogue].every((one) => one === undefined)
  if (isPlain && (profile === undefined || sources.every(({ entry }) => entry.profiles.includes(profile)))) return
  const { expectFittingFlags } = await import('./expect-fitting-flags.ts')
  expectFittingFlags(sources, flags)
}

/** Says what something was taken for, where its name does not say so. */
function sayRecognised({ sources }: Found, { format, quiet }: CheckFlags, console: Console): void {
  if (format !== 'text' || quiet) return
  for (const { path, recognised } of sources)
    if (recognised !== undefined) console.error(`${onOneLine(path)}: read as ${recognised}.\n`)
}

async function emitChecked(
  checked: CheckedSources,
  { sources }: Found,
  flags: CheckFlags,
  console: Console,
): Promise<ExitCode> {
  const packed = new Set(sources.flatMap((source) => (isPacked(source) ? [source.path] : [])))
  let { report } = checked
  if (flags.updateBaseline || report.subjects.some(({ path }) => checked.baselineOf(path) !== undefined)) {
    const { settleBaselines } = await import('../report/settle-baselines.ts')
    report = settleBaselines(report, checked.baselineOf, flags.updateBaseline, console)
  }
  const failOn = flags.failOn ?? checked.failOn
  await emitReport(
    report,
    {
      flags,
      sources: checked.sources,
      drawings: checked.drawings,
      rules: () => checkRules(report),
      failOn,
      mendHint: 'run the same command with --fix (--fix --dry-run shows the changes first)',
      isPacked: ({ path }) => packed.has(path),
    },
    console,
  )
  return exitCodeFor(report, failOn)
}

async function checkRules(report: Report) {
  const { reportRules } = await import('../rules/report-rules.ts')
  return reportRules(report)
}

/** A check that could not be made weighs more than one that found something. */
function gravest({ unreadable }: Found, checked: CheckedSources, code: ExitCode): ExitCode {
  if (checked.faults.length > 0) return exitCodes.fault
  return unreadable.length + checked.unreadable.length > 0 ? exitCodes.unreadable : code
}
