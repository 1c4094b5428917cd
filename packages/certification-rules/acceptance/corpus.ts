import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connector } from '@sevenstep/connector-schema'
import { readConnectorFolder } from '@sevenstep/connector-schema/node'
import { corpusConnectors } from '../mutations/corpus-connectors.ts'
import type { Profile } from '../src/engine/profiles.ts'

/** A connector of the corpus as the check sees it. */
export interface CorpusEntry {
  /** Folder below the corpus, with `/`. */
  readonly folder: string
  readonly profile: Profile
  /** When it was first added to the public repository, `YYYY-MM-DD`; nothing when that is not known. */
  readonly firstAdded: string | undefined
  read(): Connector
}

/** What the index beside the corpus says about a folder. */
interface IndexEntry {
  readonly folder: string
  readonly firstAdded: string | null
  readonly notCopied: readonly string[]
}

/**
 * The connectors in the folder `CONNECTOR_CORPUS` names; empty when it is not set. `CONNECTOR_INDEX` names a JSON file
 * that says which files of a folder were not copied: those are present, but cannot be read.
 */
export function corpusEntries(): readonly CorpusEntry[] {
  const corpus = process.env.CONNECTOR_CORPUS
  const index = readIndex(process.env.CONNECTOR_INDEX)
  return corpusConnectors(corpus).map(({ folder, kind }) => {
    const known = index.get(folder)
    return {
      folder,
      profile: kind,
      firstAdded: known?.firstAdded ?? undefined,
      read: () => {
        const reading = readConnectorFolder(join(corpus ?? '', folder), { alsoPresent: known?.notCopied ?? [] })
        if (!reading.ok) throw new Error(reading.problem.what)
        return reading.connector
      },
    }
  })
}

function readIndex(path: string | undefined): ReadonlyMap<string, IndexEntry> {
  if (path === undefined || path === '') return new Map()
  const { connectors }: { connectors: readonly IndexEntry[] } = JSON.parse(readFileSync(path, 'utf8'))
  return new Map(connectors.map((entry) => [entry.folder, entry]))
}
