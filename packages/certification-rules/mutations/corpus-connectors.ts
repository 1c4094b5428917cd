import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MutableConnector, openConnector, type PublisherKind } from './mutable-connector.ts'

const kinds: readonly (readonly [folder: string, kind: PublisherKind])[] = [
  ['certified-connectors', 'verified-publisher'],
  ['independent-publisher-connectors', 'independent-publisher'],
  ['custom-connectors', 'custom'],
]

/** A connector of the corpus, read when asked for. */
export interface CorpusConnector {
  /** Folder relative to the corpus, with `/`. */
  readonly folder: string
  readonly kind: PublisherKind
  /** The connector, or undefined when its files cannot be parsed strictly. */
  readonly open: () => MutableConnector | undefined
}

/** All connector folders of the corpus in a stable order; empty when no corpus is given. */
export function corpusConnectors(corpus: string | undefined): CorpusConnector[] {
  if (corpus === undefined || corpus === '') return []
  return kinds.flatMap(([group, kind]) =>
    readdirSync(join(corpus, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({
        folder: `${group}/${name}`,
        kind,
        open: () => openFolder(join(corpus, group, name), kind),
      }))
      .sort((left, right) => (left.folder < right.folder ? -1 : 1)),
  )
}

function openFolder(folder: string, kind: PublisherKind): MutableConnector | undefined {
  const files = new Map<string, Uint8Array>()
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile()) files.set(entry.name, readFileSync(join(folder, entry.name)))
  }
  return openConnector(files, kind)
}
