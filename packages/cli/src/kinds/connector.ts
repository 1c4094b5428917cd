import { checkConnector } from '@sevenstep/certification-rules'
import { type Connector, textFilesOf } from '@sevenstep/connector-schema'
import type { ArchiveContents } from '@sevenstep/connector-schema/archives'
import type { Source, Unreadable } from '../check/source.ts'
import { connectorKind } from './later-kinds.ts'

/** A connector: `diff` reads it, too. */
export interface ConnectorSource extends Source {
  /** Reads the files anew. `elsewhere` names files that exist but are kept outside. */
  read(elsewhere: readonly string[]): ReadConnector
}

/** What reading a connector gave. */
export interface ReadConnector {
  readonly connector: Connector
  /** Files that are there and could not be read. */
  readonly problems: readonly Unreadable[]
  /** What the archive holds, for the rules about packages. */
  readonly contents?: ArchiveContents
}

/** Where a connector was found, and how it is read. */
export type FoundConnector = Pick<ConnectorSource, 'path' | 'kind' | 'folder' | 'file' | 'location' | 'read'>

/** A connector as something that can be checked. */
export function connectorSource(found: FoundConnector): ConnectorSource {
  return {
    ...found,
    entry: connectorKind,
    judge({ run: { flags }, settings, withEdits }) {
      const { connector, problems, contents } = found.read(settings.elsewhere)
      const isPackage = settings.options.target === 'package'
      const { subject, timing } = checkConnector(connector, {
        ...settings.options,
        withEdits,
        ...(contents !== undefined && isPackage && { contents }),
        ...(flags.timing && { now: () => performance.now() }),
      })
      return { subject: { ...subject, kind: found.kind }, timing, unreadable: problems }
    },
    async mend(judging) {
      // Most checks mend nothing, and have to start quickly.
      const { mendFound } = await import('./mend-found.ts')
      return mendFound(found, judging)
    },
    applied: ({ settings: { options, elsewhere } }) => ({
      profile: options.profile ?? 'told from the files',
      target: options.target ?? 'repository',
      elsewhere,
      knownTitles: options.knownTitles ?? [],
    }),
    textOf: (file) => textFilesOf(found.read([]).connector).find((one) => one.path === file)?.text,
  }
}

/** True for connectors. */
export function isConnector(source: Source): source is ConnectorSource {
  return source.entry === connectorKind && 'read' in source
}
