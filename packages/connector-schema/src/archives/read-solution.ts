import type { ArchiveEntry, ArchiveReading } from '@sevenstep/package-archives'
import type { Connector, ConnectorFileRole } from '../read/connector.ts'
import { decodeText } from '../read/decode-text.ts'
import { assembleConnector } from '../read/read-connector.ts'
import type { GivenFile } from '../read/text-file.ts'
import { findEntry, rootFolders, type SolutionConnector, type SolutionContents } from './archive-contents.ts'
import { assembleProperties } from './assemble-properties.ts'
import { type ContainerProblem, customizationsBroken, partMissing } from './container-problem.ts'
import { type Customizations, readCustomizations } from './read-customizations.ts'

/** The connectors of a Dataverse solution. */
export interface SolutionReading {
  readonly solution: SolutionContents
  readonly connectors: readonly Connector[]
  readonly problems: readonly ContainerProblem[]
}

const solutionFiles = ['solution.xml', 'customizations.xml', '[Content_Types].xml']
const partName =
  /^connectors?\/(.+)_(openapidefinition|connectionparameters|connectionparametersets|policytemplateinstances|scriptoperations|iconblob|customcodeblobcontent)\.\w+$/i

/** True when an archive has one of the files every solution has. */
export function isSolution(reading: ArchiveReading): boolean {
  return solutionFiles.slice(0, 2).some((name) => findEntry(reading, name) !== undefined)
}

/** Reads the connectors of a solution, as its `customizations.xml` names their files. */
export function readSolution(reading: ArchiveReading, intro: GivenFile | undefined): SolutionReading {
  const problems: ContainerProblem[] = []
  const customizations = customizationsOf(reading, problems)
  const described = describedIn(customizations, reading)
  const connectors = described.map((connector) => readOne(reading, connector, intro, problems))
  const solution: SolutionContents = {
    files: solutionFiles.filter((name) => findEntry(reading, name) !== undefined),
    nodes: customizations.nodes,
    folders: rootFolders(reading.entries),
    connectors: described,
  }
  return { solution, connectors, problems }
}

function customizationsOf(reading: ArchiveReading, problems: ContainerProblem[]): Customizations {
  const entry = findEntry(reading, 'customizations.xml')
  const content = entry?.bytes()
  if (entry === undefined || content === undefined) return { nodes: [], connectors: [] }
  if (!content.ok) {
    problems.push(content.problem)
    return { nodes: [], connectors: [] }
  }
  const customizations = readCustomizations(decodeText(entry.path, content.bytes).text)
  if (customizations.fault !== undefined) {
    problems.push(customizationsBroken(reading.name, entry.path, customizations.fault))
  }
  return customizations
}

/** Those that the customizations describe; where these break off, also those whose files are there all the same. */
function describedIn({ connectors, fault }: Customizations, reading: ArchiveReading): readonly SolutionConnector[] {
  if (connectors.length > 0 && fault === undefined) return connectors
  const known = new Set(connectors.map(({ fields }) => fields.get('name')?.toLowerCase()))
  const others = connectorsByName(reading).filter(({ fields }) => !known.has(fields.get('name')?.toLowerCase()))
  return [...connectors, ...others]
}

/** What the names of the files in `Connector/` tell, for a solution whose customizations do not. */
function connectorsByName(reading: ArchiveReading): readonly SolutionConnector[] {
  const byName = new Map<string, Map<string, string>>()
  for (const { path } of reading.entries) {
    const [, name, part] = partName.exec(path) ?? []
    if (name === undefined || part === undefined) continue
    const fields = byName.get(name) ?? new Map([['name', name]])
    byName.set(name, fields.set(part.toLowerCase(), `/${path}`))
  }
  return [...byName.values()].map((fields) => ({ fields }))
}

function readOne(
  reading: ArchiveReading,
  { fields }: SolutionConnector,
  intro: GivenFile | undefined,
  problems: ContainerProblem[],
): Connector {
  const name = fields.get('name') || fields.get('displayname') || ''
  const part = (field: string): GivenFile | undefined => readPart(reading, name, fields.get(field), problems)
  const chosen = new Map<ConnectorFileRole, GivenFile>()
  const add = (role: ConnectorFileRole, file: GivenFile | undefined): void => {
    if (file !== undefined) chosen.set(role, file)
  }
  add('definition', part('openapidefinition'))
  add('icon', part('iconblob'))
  add('script', part('customcodeblobcontent'))
  add('properties', assembleProperties(fields, part))
  add('intro', intro)
  const definitionPath = chosen.get('definition')?.path ?? 'Connector/'
  return assembleConnector(chosen, {
    name,
    paths: [...chosen.values()].map((file) => file.path),
    origin: {
      archive: reading.name,
      folder: definitionPath.slice(0, Math.max(0, definitionPath.lastIndexOf('/'))),
      isAssembled: true,
    },
    // A solution has no settings and no readme; that says nothing about whether they exist elsewhere.
    missing: (role) => (role === 'settings' || role === 'readme' || role === 'intro' ? 'unknown' : 'absent'),
  })
}

/** The file an element names; where the element holds the content itself in base64, that content. */
function readPart(
  reading: ArchiveReading,
  connector: string,
  value: string | undefined,
  problems: ContainerProblem[],
): GivenFile | undefined {
  if (value === undefined || value === '') return undefined
  const entry = findEntry(reading, value)
  if (entry !== undefined) return contentOf(entry, problems)
  const bytes = value.startsWith('/Connector') ? undefined : fromBase64(value)
  if (bytes !== undefined) return { path: 'customizations.xml', content: bytes }
  problems.push(partMissing(reading.name, value.slice(0, 200), connector))
  return undefined
}

/** An entry's content, charged to the budget; without one when it cannot be unpacked. */
export function contentOf(entry: ArchiveEntry, problems: ContainerProblem[]): GivenFile {
  const content = entry.bytes()
  if (content.ok) return { path: entry.path, content: content.bytes }
  if (entry.refusal === undefined) problems.push(content.problem)
  return { path: entry.path, content: undefined }
}

function fromBase64(text: string): Uint8Array | undefined {
  if (text.length < 16 || !/^[\w+/\s-]+={0,2}$/.test(text)) return undefined
  try {
    const decoded = atob(text)
    // Not by Uint8Array.from, which makes a list of all characters first.
    const bytes = new Uint8Array(decoded.length)
    for (let at = 0; at < decoded.length; at++) bytes[at] = decoded.charCodeAt(at)
    return bytes
  } catch {
    return undefined
  }
}
