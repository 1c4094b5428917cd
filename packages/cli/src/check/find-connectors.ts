import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import {
  type Connector,
  type ConnectorFileRole,
  fileNames,
  readConnector,
  roleOfContent,
  roleOfPath,
} from '@sevenstep/connector-schema'
import { findConnectors, readConnectorFolder } from '@sevenstep/connector-schema/node'
import { pathBelow } from './path-below.ts'
import { type Source, type Unreadable, unreadableAt } from './source.ts'

/** Connectors in a folder and further down. */
export interface ConnectorsBelow {
  /** Their folders. */
  readonly folders: readonly string[]
  readonly sources: readonly Source[]
  readonly unreadable: readonly Unreadable[]
}

/** Finds the connectors below a folder; `shownOf` gives a path as the user would write it. */
export async function findConnectorsBelow(
  absolute: string,
  shownOf: (below: string) => string,
): Promise<ConnectorsBelow> {
  const { folders, problems } = findConnectors(absolute)
  const unreadable = problems.map((one) => unreadableAt(one, shownOf))
  const sources: Source[] = []
  for (const folder of folders) sources.push(await folderSource(shownOf(folder), folder))
  return { folders, sources, unreadable }
}

/** A file by itself as one of a connector’s, by its name or, for JSON under another name, by its content. */
export async function findInLoneFile(path: string, absolute: string, bytes: Uint8Array): Promise<Source | undefined> {
  const role = roleOfPath(basename(absolute)) ?? roleOfContent(bytes)
  return role === undefined ? undefined : fileSource(path, absolute, role)
}

/** What judges a connector is many rules, and loaded once there is one. */
async function folderSource(path: string, folder: string): Promise<Source> {
  const { connectorSource } = await import('../kinds/connector.ts')
  return connectorSource({
    path,
    kind: 'connector',
    folder,
    location: folder,
    read(elsewhere) {
      const reading = readConnectorFolder(folder, { alsoPresent: elsewhere })
      // A folder that vanished since it was found is an empty connector: everything in it is unknown.
      const connector = reading.ok ? reading.connector : readConnector([], { name: basename(folder) })
      const problems = reading.ok ? reading.problems : [reading.problem]
      return { connector, problems: problems.map((one) => unreadableAt(one, (at) => pathBelow(path, folder, at))) }
    },
  })
}

async function fileSource(path: string, absolute: string, role: ConnectorFileRole): Promise<Source> {
  const { connectorSource } = await import('../kinds/connector.ts')
  const read = (): Connector =>
    readConnector([{ path: fileNames[role], content: readFileSync(absolute) }], { name: basename(absolute) })
  return connectorSource({
    path,
    kind: 'file',
    folder: undefined,
    file: { role: fileNames[role], absolute },
    location: dirname(absolute),
    read: () => ({ connector: read(), problems: [] }),
  })
}
