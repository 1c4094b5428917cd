import { disarmJson } from '@sevenstep/findings'
import type { CheckFlags } from '../check/check-flags.ts'
import { findSources } from '../check/find-sources.ts'
import { sayAllUnreadable } from '../check/say-unreadable.ts'
import { readElsewhere, settingsFor } from '../check/settings-for.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Configurations } from './find-configuration.ts'

/** Prints what applies to each connector below the paths, from which file, as JSON. */
export async function printConfigurations(
  paths: readonly string[],
  flags: CheckFlags,
  console: Console,
): Promise<ExitCode> {
  const { sources, unreadable } = await findSources(paths, console.folder)
  sayAllUnreadable(unreadable, console)
  const configurations = await Configurations.load(sources, console)
  const listing = readElsewhere(flags.elsewhere, console.folder)
  const run = { flags, console, configurations, listing }
  const applied = sources.map((source) => {
    const settings = settingsFor(source, run)
    const { options, suppressions, loaded, configuration, baseline } = settings
    return {
      path: source.path,
      configuration: loaded?.path ?? null,
      ...source.applied({ run, settings, withEdits: false }),
      failOn: flags.failOn ?? configuration.failOn ?? 'error',
      rules: options.settings ?? {},
      only: options.only ?? null,
      skip: options.skip ?? [],
      suppressions: suppressions.map(({ place, ...suppression }) => suppression),
      baseline: baseline ?? null,
    }
  })
  console.out(`${disarmJson(JSON.stringify(applied, undefined, 2))}\n`)
  return unreadable.length > 0 ? exitCodes.unreadable : exitCodes.fine
}
