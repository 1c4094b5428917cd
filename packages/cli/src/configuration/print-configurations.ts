import type { CheckFlags } from '../check/check-flags.ts'
import { findSources } from '../check/find-sources.ts'
import { readElsewhere, settingsFor } from '../check/settings-for.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Configurations } from './load-configuration.ts'

/** Prints what applies to each connector below the paths, from which file, as JSON. */
export async function printConfigurations(
  paths: readonly string[],
  flags: CheckFlags,
  console: Console,
): Promise<ExitCode> {
  const { sources } = await findSources(paths, console.folder)
  const configurations = new Configurations()
  const listing = readElsewhere(flags.elsewhere)
  const applied = sources.map((source) => {
    const { options, suppressions, elsewhere, configurationPath, configuration } = settingsFor(
      source,
      flags,
      configurations,
      listing,
    )
    return {
      path: source.path,
      configuration: configurationPath ?? null,
      profile: options.profile ?? 'told from the files',
      target: options.target ?? 'repository',
      failOn: flags.failOn ?? configuration.failOn ?? 'error',
      rules: options.settings ?? {},
      only: options.only ?? null,
      skip: options.skip ?? [],
      suppressions,
      elsewhere,
      baseline: flags.baseline ?? configuration.baseline ?? null,
      knownTitles: options.knownTitles ?? [],
    }
  })
  console.out(`${JSON.stringify(applied, undefined, 2)}\n`)
  return exitCodes.fine
}
