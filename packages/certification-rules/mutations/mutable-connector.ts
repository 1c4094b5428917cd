/** A parsed JSON value that may be changed in place. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject

/** A parsed JSON object that may be changed in place. */
export interface JsonObject {
  [key: string]: JsonValue
}

/** The files of a connector a defect can sit in; `folder` stands for the set of files itself. */
export type ConnectorFile = 'definition' | 'properties' | 'settings' | 'readme' | 'intro' | 'script' | 'icon' | 'folder'

/** The file names Microsoft expects. */
export const standardNames: Readonly<Record<Exclude<ConnectorFile, 'folder'>, string>> = {
  definition: 'apiDefinition.swagger.json',
  properties: 'apiProperties.json',
  settings: 'settings.json',
  readme: 'readme.md',
  intro: 'intro.md',
  script: 'script.csx',
  icon: 'icon.png',
}

/** Who hands a connector in; some requirements hold for one kind only. */
export type PublisherKind = 'verified-publisher' | 'independent-publisher' | 'custom'

/**
 * A connector held in parts that a mutation can change. JSON files are parsed and written again with two
 * spaces, so the untouched connector must be written the same way before the two are compared.
 * `rewritten` replaces the written form of a JSON file by bytes, for defects JSON itself cannot hold.
 */
export interface MutableConnector {
  kind: PublisherKind
  definition?: JsonObject
  properties?: JsonObject
  settings?: JsonObject
  texts: { readme?: string; intro?: string; script?: string }
  icon?: Uint8Array
  rewritten: { definition?: Uint8Array; properties?: Uint8Array }
  /** File names that differ from {@link standardNames}. */
  names: Partial<Record<Exclude<ConnectorFile, 'folder'>, string>>
  /** Further files beside the known ones, by name. */
  otherFiles: Map<string, Uint8Array>
}

const encoder = new TextEncoder()

/** The text a JSON file of the connector is written as. */
export function writeJson(value: JsonValue): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}

/** All files of the connector by name, as a checker would be given them. */
export function connectorFiles(connector: MutableConnector): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const add = (file: Exclude<ConnectorFile, 'folder'>, bytes: Uint8Array | undefined): void => {
    if (bytes !== undefined) files.set(connector.names[file] ?? standardNames[file], bytes)
  }
  for (const file of ['definition', 'properties'] as const) {
    const value = connector[file]
    if (value !== undefined) add(file, connector.rewritten[file] ?? encoder.encode(writeJson(value)))
  }
  if (connector.settings !== undefined) add('settings', encoder.encode(writeJson(connector.settings)))
  for (const file of ['readme', 'intro', 'script'] as const) {
    const text = connector.texts[file]
    if (text !== undefined) add(file, encoder.encode(text))
  }
  add('icon', connector.icon)
  for (const [name, bytes] of connector.otherFiles) files.set(name, bytes)
  return files
}

/**
 * The connector a folder's files make, or undefined when its definition or properties cannot be parsed
 * strictly: such a connector has a defect already and is no ground to plant another in.
 */
export function openConnector(
  files: ReadonlyMap<string, Uint8Array>,
  kind: PublisherKind,
): MutableConnector | undefined {
  const connector: MutableConnector = { kind, texts: {}, rewritten: {}, names: {}, otherFiles: new Map() }
  for (const [name, bytes] of files) {
    const file = fileNamed(name)
    if (file === undefined) {
      connector.otherFiles.set(name, bytes)
      continue
    }
    if (name !== standardNames[file]) connector.names[file] = name
    if (file === 'icon') connector.icon = bytes
    else if (file === 'definition' || file === 'properties' || file === 'settings') {
      const value = parseObject(bytes)
      if (value === undefined) return undefined
      connector[file] = value
    } else connector.texts[file] = new TextDecoder().decode(bytes)
  }
  return connector.definition === undefined || connector.properties === undefined ? undefined : connector
}

/** An independent copy, so that one connector can be the ground of many mutations. */
export function copyConnector(connector: MutableConnector): MutableConnector {
  return structuredClone(connector)
}

function fileNamed(name: string): Exclude<ConnectorFile, 'folder'> | undefined {
  const wanted = name.toLowerCase()
  for (const [file, standard] of Object.entries(standardNames)) {
    // Object.entries forgets the key type of the record it is given.
    if (standard.toLowerCase() === wanted) return file as Exclude<ConnectorFile, 'folder'>
  }
  return undefined
}

function parseObject(bytes: Uint8Array): JsonObject | undefined {
  try {
    const value: JsonValue = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
