import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import type { CheckOptions } from '@sevenstep/certification-rules'
import type { Suppression } from '@sevenstep/findings'
import type { Configuration } from '../configuration/configuration.ts'
import type { Configurations } from '../configuration/load-configuration.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import type { CheckFlags } from './check-flags.ts'
import type { Source } from './source.ts'

/** Everything that applies to one source, from its nearest configuration and the command line, which wins. */
export interface SettingsFor {
  readonly options: CheckOptions
  readonly suppressions: readonly Suppression[]
  readonly elsewhere: readonly string[]
  /** Path of the configuration, where there is one. */
  readonly configurationPath: string | undefined
  readonly configuration: Configuration
}

/** Works out what applies to a source. */
export function settingsFor(
  source: Source,
  flags: CheckFlags,
  configurations: Configurations,
  listing: Elsewhere,
): SettingsFor {
  const loaded = configurations.nearest(source.location)
  const configuration = loaded?.configuration ?? {}
  const profile = flags.profile ?? configuration.profile
  const target = flags.target ?? configuration.target
  const { rules: settings, knownTitles } = configuration
  return {
    configuration,
    configurationPath: loaded?.path,
    suppressions: suppressionsIn(configuration),
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

function suppressionsIn({ suppressions = [] }: Configuration): readonly Suppression[] {
  return suppressions.map(({ rule, reason, file, pointer, until }) => ({
    rule,
    reason,
    ...(file !== undefined && { file }),
    ...(pointer !== undefined && { pointer }),
    ...(until !== undefined && { until }),
  }))
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
export function readElsewhere(path: string | undefined): Elsewhere {
  if (path === undefined) return { filesOf: () => [] }
  const byFolder = new Map<string, readonly string[]>()
  for (const entry of listedConnectors(path)) byFolder.set(entry.folder, entry.notCopied)
  return {
    filesOf: (source) => {
      const steps = source.location.split(/[\\/]/).filter(Boolean)
      return byFolder.get(steps.slice(-2).join('/')) ?? byFolder.get(steps.at(-1) ?? '') ?? []
    },
  }
}

function listedConnectors(path: string): readonly { readonly folder: string; readonly notCopied: readonly string[] }[] {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
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
