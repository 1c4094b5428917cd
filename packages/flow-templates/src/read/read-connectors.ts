import { optionalText } from '../json/optional-text.ts'
import type { ConnectorPart, ConnectorPartName, PackageConnector } from '../model/flow-package.ts'
import type { PackageXml } from '../model/package-file.ts'
import { childOf, childrenOf, textOfChild, type XmlElement } from '../xml/xml-element.ts'
import type { PackageReader } from './package-reader.ts'
import { plainId } from './read-solution-manifest.ts'
import { withoutSlash } from './read-workflows.ts'

/** Parts by their column, and whether they are JSON. */
const parts: readonly (readonly [ConnectorPartName, boolean])[] = [
  ['openapidefinition', true],
  ['connectionparameters', true],
  ['connectionparametersets', true],
  ['policytemplateinstances', true],
  ['scriptoperations', true],
  ['iconblob', false],
  ['customcodeblobcontent', false],
]

const partFile = new RegExp(`^(connectors?)/(.+)_(${parts.map(([name]) => name).join('|')})\\.\\w+$`, 'i')

/** What the names of files tell: paths of parts by connector, in lower case, and part. */
type NamedParts = ReadonlyMap<string, NamedConnector>

interface NamedConnector {
  readonly name: string
  readonly paths: Map<string, string>
}

/** The custom connectors of a solution: as described, and where the description broke off as their files are named. */
export function readConnectors(
  reader: PackageReader,
  layout: 'packed' | 'unpacked',
  customizations: PackageXml | undefined,
): readonly PackageConnector[] {
  const named = namedParts(reader)
  const described = layout === 'packed' ? describedIn(customizations) : describedBeside(reader)
  const connectors: PackageConnector[] = []
  const known = new Set<string>()
  for (const { file, element } of described) {
    const name = textOfChild(element, 'name') ?? ''
    if (known.has(name.toLowerCase())) {
      reader.reportAt('id-duplicate', file, element, { name })
      continue
    }
    known.add(name.toLowerCase())
    connectors.push(readConnector(reader, file, element, named))
  }
  if (layout === 'packed' && customizations !== undefined && customizations.xml.fault === undefined) return connectors
  for (const [key, { name }] of named) {
    if (known.has(key)) continue
    connectors.push({
      name,
      displayName: name,
      description: '',
      parts: readParts(reader, name, named, () => undefined),
    })
  }
  return connectors
}

function namedParts(reader: PackageReader): NamedParts {
  const named = new Map<string, NamedConnector>()
  for (const path of reader.paths) {
    const [, , name, part] = partFile.exec(path) ?? []
    if (name === undefined || part === undefined) continue
    const connector = named.get(name.toLowerCase()) ?? { name, paths: new Map<string, string>() }
    connector.paths.set(part.toLowerCase(), path)
    named.set(name.toLowerCase(), connector)
  }
  return named
}

interface DescribedConnector {
  readonly file: PackageXml
  readonly element: XmlElement
}

function describedIn(customizations: PackageXml | undefined): readonly DescribedConnector[] {
  if (customizations === undefined) return []
  const elements = childrenOf(childOf(customizations.xml.root, 'Connectors'), 'Connector')
  return elements.map((element) => ({ file: customizations, element }))
}

function describedBeside(reader: PackageReader): readonly DescribedConnector[] {
  return reader.paths.flatMap((path) => {
    if (!/^connectors?\/[^/]+\.xml$/i.test(path)) return []
    const raw = reader.find(path, 'connector')
    const file = raw === undefined ? undefined : reader.xml(raw, 'Connector')
    return file?.xml.root === undefined ? [] : [{ file, element: file.xml.root }]
  })
}

function readConnector(
  reader: PackageReader,
  file: PackageXml,
  element: XmlElement,
  named: NamedParts,
): PackageConnector {
  const name = textOfChild(element, 'name') ?? ''
  if (name === '') reader.reportAt('value-missing', file, element, { detail: 'the name of a connector' })
  const id = textOfChild(element, 'connectorid')
  const announced = (part: string): string | undefined => {
    const written = textOfChild(element, part)
    return written?.startsWith('/') ? withoutSlash(written) : undefined
  }
  for (const [part] of parts) {
    const path = announced(part)
    if (path === undefined || locate(reader, path) !== undefined) continue
    reader.reportAt('file-missing', file, childOf(element, part) ?? element, {
      name: path,
      other: file.path,
    })
  }
  return {
    name,
    displayName: textOfChild(element, 'displayname') ?? name,
    description: textOfChild(element, 'description') ?? '',
    ...optionalText('id', id === undefined ? undefined : plainId(id)),
    ...optionalText('iconBrandColor', textOfChild(element, 'iconbrandcolor')),
    parts: readParts(reader, name, named, announced),
  }
}

/** The part's file where it is announced; SolutionPackager renames the folder and leaves what names it as it was. */
function locate(reader: PackageReader, path: string): string | undefined {
  if (reader.has(path)) return path
  const other = /^connector\//i.test(path)
    ? path.replace(/^connector/i, 'Connectors')
    : path.replace(/^connectors/i, 'Connector')
  return reader.has(other) ? other : undefined
}

function readParts(
  reader: PackageReader,
  connector: string,
  named: NamedParts,
  announced: (part: string) => string | undefined,
): ReadonlyMap<ConnectorPartName, ConnectorPart> {
  const found = new Map<ConnectorPartName, ConnectorPart>()
  for (const [part, isJson] of parts) {
    const written = announced(part)
    const byName = named.get(connector.toLowerCase())?.paths.get(part)
    const path = written === undefined ? byName : locate(reader, written)
    const raw = path === undefined ? undefined : reader.find(path, 'connector-part')
    if (raw === undefined) continue
    const file = isJson ? reader.json(raw) : undefined
    found.set(part, { path: raw.path, bytes: raw.bytes, ...(file === undefined ? {} : { file }) })
  }
  return found
}
