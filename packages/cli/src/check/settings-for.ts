import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { type CheckOptions, type Profile, profiles } from '@sevenstep/certification-rules'
import type { Suppression } from '@sevenstep/findings'
import type { Configuration } from '../configuration/configuration.ts'
import { emptyConfiguration } from '../configuration/find-configuration.ts'
import type { LoadedConfiguration } from '../configuration/load-configuration.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import type { CheckRun } from './check-run.ts'
import type { Source } from './source.ts'

/** Everything that applies to one source, from its nearest configuration and the command line, which wins. */
export interface SettingsFor {
  readonly options: CheckOptions
  readonly suppressions: readonly Suppression[]
  readonly elsewhere: readonly string[]
  /** Where the configuration comes from, when there is one. */
  readonly loaded: LoadedConfiguration | undefined
  readonly configuration: Configuration
  /** Absolute path of the file with findings that are known already. */
  readonly baseline: string | undefined
}

/** Works out what applies to a source. */
export function settingsFor(source: Source, { flags, console, configurations, listing }: CheckRun): SettingsFor {
  const loaded = configurations.nearest(source)
  const configuration = loaded?.configuration ?? emptyConfiguration
  const profile = connectorProfile(flags.profile) ?? configuration.profile
  const isPackage = source.kind === 'certification-package'
  const target = flags.target ?? configuration.target ?? (isPackage ? 'package' : undefined)
  const { rules: settings, knownTitles } = configuration
  return {
    configuration,
    loaded,
    suppressions: suppressionsIn(loaded),
    baseline: baselineFor(flags.baseline, loaded, console.folder),
    elsewhere: [...listing.filesOf(source), ...configuredElsewhere(source, loaded?.path, configuration)],
    options: {
      path: source.path,
      ...(profile !== undefined && { profile }),
      ...(target !== undefined && { target }),
      ...(settings !== undefined && { settings }),
      ...(knownTitles !== undefined && { knownTitles }),
      ...(flags.rule !== undefined && { only: flags.rule }),
      ...(flags.skip !== undefined && { skip: flags.skip }),
    },
  }
}

function connectorProfile(name: string | undefined): Profile | undefined {
  return profiles.find((profile) => profile === name)
}

function suppressionsIn(loaded: LoadedConfiguration | undefined): readonly Suppression[] {
  return (loaded?.configuration.suppressions ?? []).map(({ rule, reason, file, pointer, until }, at) => {
    const place = loaded?.suppressionPlaces[at]
    return {
      rule,
      reason,
      ...(file !== undefined && { file }),
      ...(pointer !== undefined && { pointer }),
      ...(until !== undefined && { until }),
      ...(place !== undefined && { place }),
    }
  })
}

function baselineFor(
  given: string | undefined,
  loaded: LoadedConfiguration | undefined,
  folder: string,
): string | undefined {
  if (given !== undefined) return resolve(folder, given)
  const { path, configuration } = loaded ?? {}
  if (path === undefined || configuration?.baseline === undefined) return undefined
  return resolve(dirname(path), configuration.baseline)
}

function configuredElsewhere(
  source: Source,
  path: string | undefined,
  { elsewhere = [] }: Configuration,
): readonly string[] {
  if (path === undefined) return []
  const folder = resolve(source.location)
  return elsewhere
    .filter((entry) => relative(resolve(dirname(path), entry.folder), folder) === '')
    .flatMap((entry) => entry.files)
}

/** Files that exist but were left out of the folders, from a listing. */
export interface Elsewhere {
  filesOf(source: Source): readonly string[]
}

/**
 * Reads a listing `{ connectors: [{ folder, notCopied }] }`; a source is meant when its path ends in the folder.
 *
 * @throws Failure when the file cannot be read or has another shape.
 */
export function readElsewhere(path: string | undefined, folder: string): Elsewhere {
  if (path === undefined) return { filesOf: () => [] }
  const byFolder = new Map<string, readonly string[]>()
  for (const entry of listedConnectors(resolve(folder, path), path)) byFolder.set(entry.folder, entry.notCopied)
  return {
    filesOf: (source) => {
      const steps = source.location.split(/[\\/]/).filter(Boolean)
      return byFolder.get(steps.slice(-2).join('/')) ?? byFolder.get(steps.at(-1) ?? '') ?? []
    },
  }
}

function listedConnectors(
  absolute: string,
  path: string,
): readonly { readonly folder: string; readonly notCopied: readonly string[] }[] {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(absolute, 'utf8'))
  } catch (error) {
    throw unusable(path, error instanceof Error ? error.message : String(error))
  }
  const connectors = isRecord(value) ? value.connectors : undefined
  if (!Array.isArray(connectors)) throw unusable(path, 'It has no list "connectors".')
  return connectors.map((entry: unknown) => {
    if (!isRecord(entry) || typeof entry.folder !== 'string') throw unusable(path, 'An entry has no text "folder".')
    const notCopied = Array.isArray(entry.notCopied) ? entry.notCopied.map(String) : []
    return { folder: entry.folder, notCopied }
  })
}

function unusable(path: string, why: string): Failure {
  return new Failure(
    exitCodes.usage,
    `${path} cannot be used as a list of files that are elsewhere.`,
    why,
    'Give a JSON file such as { "connectors": [{ "folder": "certified-connectors/Fleet", "notCopied": ["icon.png"] }] }.',
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
