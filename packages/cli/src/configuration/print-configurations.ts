import { disarmJson } from '@sevenstep/findings'
import type { CheckFlags } from '../check/check-flags.ts'
import { findSources } from '../check/find-sources.ts'
import { sayAllUnreadable } from '../check/say-unreadable.ts'
import { readElsewhere, settingsFor } from '../check/settings-for.ts'
import { isDocument } from '../check/source.ts'
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
    const { options, suppressions, elsewhere, loaded, configuration, baseline } = settingsFor(source, run)
    const settings = { flags, configuration, today: console.today, folder: console.folder, withEdits: false as const }
    return {
      path: source.path,
      configuration: loaded?.path ?? null,
      ...(isDocument(source)
        ? source.document.applied(settings)
        : { profile: options.profile ?? 'told from the files', target: options.target ?? 'repository' }),
      failOn: flags.failOn ?? configuration.failOn ?? 'error',
      rules: options.settings ?? {},
      only: options.only ?? null,
      skip: options.skip ?? [],
      suppressions: suppressions.map(({ place, ...suppression }) => suppression),
      elsewhere,
      baseline: baseline ?? null,
      knownTitles: options.knownTitles ?? [],
    }
  })
  console.out(`${disarmJson(JSON.stringify(applied, undefined, 2))}\n`)
  return unreadable.length > 0 ? exitCodes.unreadable : exitCodes.fine
}
