import { readJson } from '@sevenstep/located-json'
import { Definition } from '../model/definition.ts'
import { Properties } from '../model/properties.ts'
import type { Connector, ConnectorFileRole, ConnectorOrigin } from './connector.ts'
import { decodeText } from './decode-text.ts'
import { fileNames, roleOfPath } from './file-role.ts'
import type { GivenFile, JsonFile, Presence, TextFile } from './text-file.ts'

/** What is known about where the files came from. */
export interface ReadConnectorOptions {
  /** Name of the connector's folder or archive. */
  readonly name?: string
  /** True when every file of the folder was listed, so that a file that is not among them does not exist. Default false. */
  readonly isWholeFolder?: boolean
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/**
 * Reads a connector from its files. Never throws: what is wrong with a file is in its `json.problems`, its `isUtf8`
 * and the connector's `presence`; {@link readingProblems} lists it.
 */
export function readConnector(files: readonly GivenFile[], options: ReadConnectorOptions = {}): Connector {
  const missing: Presence = options.isWholeFolder === true ? 'absent' : 'unknown'
  return assembleConnector(chooseFiles(files), {
    name: options.name ?? '',
    paths: files.map((file) => file.path),
    missing: () => missing,
  })
}

/** What a connector consists of besides its files. */
export interface AssemblyFacts {
  readonly name: string
  readonly paths: readonly string[]
  readonly origin?: ConnectorOrigin
  /** What to say of a file that was not given. */
  missing(role: ConnectorFileRole): Presence
}

/** Reads a connector from files whose role is known, whatever they are called. */
export function assembleConnector(chosen: ReadonlyMap<ConnectorFileRole, GivenFile>, facts: AssemblyFacts): Connector {
  const connector: Mutable<Connector> = {
    name: facts.name,
    paths: [...facts.paths].sort(),
    presence: presenceOf(chosen, facts),
  }
  if (facts.origin !== undefined) connector.origin = facts.origin
  for (const [role, file] of chosen) {
    if (file.content === undefined) continue
    if (role === 'icon') {
      const bytes = typeof file.content === 'string' ? new TextEncoder().encode(file.content) : file.content
      connector.icon = { path: file.path, bytes }
    } else addTextFile(connector, role, decodeText(file.path, file.content))
  }
  const definition = connector.definitionFile?.json.root
  if (connector.definitionFile !== undefined && definition?.kind === 'object') {
    connector.definition = new Definition(connector.definitionFile, definition)
  }
  const properties = connector.propertiesFile?.json.root
  if (connector.propertiesFile !== undefined && properties?.kind === 'object') {
    connector.properties = new Properties(connector.propertiesFile, properties)
  }
  return connector
}

/** One file per role; where two names differ only in case, the exact name wins, then the first. */
function chooseFiles(files: readonly GivenFile[]): Map<ConnectorFileRole, GivenFile> {
  const chosen = new Map<ConnectorFileRole, GivenFile>()
  for (const file of files) {
    const role = roleOfPath(file.path)
    if (role !== undefined && (!chosen.has(role) || file.path === fileNames[role])) chosen.set(role, file)
  }
  return chosen
}

function presenceOf(chosen: ReadonlyMap<ConnectorFileRole, GivenFile>, facts: AssemblyFacts): Connector['presence'] {
  const of = (role: ConnectorFileRole): Presence => {
    const file = chosen.get(role)
    if (file === undefined) return facts.missing(role)
    return file.content === undefined ? 'unreadable' : 'read'
  }
  return {
    definition: of('definition'),
    properties: of('properties'),
    settings: of('settings'),
    icon: of('icon'),
    script: of('script'),
    readme: of('readme'),
    intro: of('intro'),
  }
}

function addTextFile(connector: Mutable<Connector>, role: Exclude<ConnectorFileRole, 'icon'>, file: TextFile): void {
  switch (role) {
    case 'definition':
      connector.definitionFile = asJson(file)
      break
    case 'properties':
      connector.propertiesFile = asJson(file)
      break
    case 'settings':
      connector.settingsFile = asJson(file)
      break
    default:
      connector[role] = file
  }
}

function asJson(file: TextFile): JsonFile {
  return { ...file, json: readJson(file.text) }
}
