import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import {
  type Connector,
  changeRuleDescriptions,
  changesToSubject,
  compareConnectors,
  textFilesOf,
} from '@sevenstep/connector-schema'
import { createReport } from '@sevenstep/findings'
import { findSources } from '../check/find-sources.ts'

import type { DiffFlags } from '../commands/diff-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { isConnector } from '../kinds/connector.ts'
import { emitReport } from '../report/emit-report.ts'
import { exitCodeFor } from '../report/exit-code-for.ts'
import { expectOutputApart } from '../report/expect-output-apart.ts'
import { settleBaselines } from '../report/settle-baselines.ts'
import { version } from '../version.ts'
import { readRevision, splitRevision } from './read-revision.ts'

/** `sevenstep diff`: compares two versions of a connector and prints what existing flows would notice. */
export async function diff(before: string, after: string, flags: DiffFlags, console: Console): Promise<ExitCode> {
  const folders = [before, after].map((path) => resolve(console.folder, path))
  expectOutputApart(flags, [before, after], folders, console)
  const old = await readVersion(before, console)
  const young = await readVersion(after, console)
  const changes = compareConnectors(old, young)
  const subject = changesToSubject(changes, {
    path: after,
    after: young,
    ...(existsSync(folders[0] ?? '') && {
      before: { connector: old, path: relative(folders[1] ?? '', folders[0] ?? '') },
    }),
    includeHarmless: flags.all,
  })
  const report = createReport({ name: 'sevenstep comparison', version }, [subject])
  const baseline = flags.baseline === undefined ? undefined : resolve(console.folder, flags.baseline)
  const hasBaseline = baseline !== undefined || flags.updateBaseline
  const settled = hasBaseline ? settleBaselines(report, () => baseline, flags.updateBaseline, console) : report
  const failOn = flags.failOn ?? 'error'
  const sources = (_: unknown, file: string): string | undefined =>
    textFilesOf(young).find((one) => one.path === file)?.text
  const rules = async () => changeRuleDescriptions(documentationOf)
  await emitReport(settled, { flags, sources, rules, failOn }, console)
  return exitCodeFor(settled, failOn)
}

/** The page about changes has a section per kind. */
function documentationOf(kind: string): string {
  return `docs/changes.md#${kind}`
}

/** Reads a version from a folder, file or archive, or from a git revision `REV:path`; a path that exists is never taken for a revision. */
async function readVersion(given: string, console: Console): Promise<Connector> {
  const found = await findSources([given], console.folder)
  const connectors = found.sources.filter(isConnector)
  const sources = connectors.length > 0 ? connectors : found.sources
  const revision = sources.length === 0 ? splitRevision(given) : undefined
  if (revision !== undefined) return readRevision(revision, console)
  const [source, ...others] = sources
  if (source === undefined) {
    const problem = found.unreadable[0]
    throw new Failure(
      exitCodes.unreadable,
      `${given}: ${problem?.what ?? 'cannot be read.'}`,
      problem?.why ?? '',
      problem?.fix ?? '',
    )
  }
  if (others.length > 0) {
    throw new Failure(
      exitCodes.usage,
      `${given} holds ${sources.length} connectors.`,
      'Two versions of one connector are compared at a time.',
      `Give the folder of one of them, for example ${source.path}.`,
    )
  }
  if (!isConnector(source)) {
    throw new Failure(
      exitCodes.usage,
      `${given} is ${source.recognised ?? source.entry.words}.`,
      'Only versions of a connector are compared.',
      'Give a connector’s folder, file or archive.',
    )
  }
  return source.read([]).connector
}
