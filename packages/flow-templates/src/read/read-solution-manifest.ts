import { optionalText } from '../json/optional-text.ts'
import type {
  DependencyEnd,
  MissingDependency,
  RootComponent,
  SolutionManifest,
  SolutionPublisher,
} from '../model/flow-package.ts'
import type { PackageXml } from '../model/package-file.ts'
import { parseSolutionVersion } from '../model/solution-version.ts'
import { attributeOf, childOf, childrenOf, textOfChild, type XmlElement } from '../xml/xml-element.ts'
import type { PackageReader } from './package-reader.ts'

/** Reads `solution.xml`, or `Other/Solution.xml`; nothing when it says nothing of a solution. */
export function readSolutionManifest(reader: PackageReader, path: string): SolutionManifest | undefined {
  const raw = reader.find(path, 'solution')
  const file = raw === undefined ? undefined : reader.xml(raw, 'ImportExportXml')
  if (file === undefined) return undefined
  const element = childOf(file.xml.root, 'SolutionManifest')
  const uniqueName = textOfChild(element, 'UniqueName') ?? ''
  if (uniqueName === '') reader.report('value-missing', { file: file.path }, { detail: "the solution's unique name" })
  if (element === undefined) return undefined
  const managed = readManaged(reader, file, element)
  const version = readVersion(reader, file, element)
  return {
    file,
    uniqueName,
    displayName: localizedName(element) || uniqueName,
    description: localizedText(childOf(element, 'Descriptions')),
    ...version,
    ...(managed === undefined ? {} : { managed }),
    publisher: readPublisher(childOf(element, 'Publisher')),
    rootComponents: childrenOf(childOf(element, 'RootComponents'), 'RootComponent').map(readRootComponent),
    missingDependencies: childrenOf(childOf(element, 'MissingDependencies'), 'MissingDependency').map(readDependency),
  }
}

/** The text of `LocalizedNames`: the first one. */
function localizedName(element: XmlElement): string {
  return localizedText(childOf(element, 'LocalizedNames'))
}

function localizedText(element: XmlElement | undefined): string {
  return attributeOf(element?.children[0], 'description') ?? ''
}

function readVersion(
  reader: PackageReader,
  file: PackageXml,
  manifest: XmlElement,
): Pick<SolutionManifest, 'version' | 'parsedVersion'> {
  const version = textOfChild(manifest, 'Version') ?? ''
  const parsedVersion = parseSolutionVersion(version)
  if (parsedVersion !== undefined) return { version, parsedVersion }
  reader.reportAt('version-not-dotted', file, childOf(manifest, 'Version') ?? manifest, { name: version })
  return { version }
}

const managedWords: Readonly<Record<string, SolutionManifest['managed']>> = {
  '0': 'unmanaged',
  '1': 'managed',
  '2': 'both',
}

function readManaged(reader: PackageReader, file: PackageXml, manifest: XmlElement): SolutionManifest['managed'] {
  const written = textOfChild(manifest, 'Managed') ?? ''
  const managed = Object.hasOwn(managedWords, written) ? managedWords[written] : undefined
  if (managed === undefined) {
    reader.reportAt('managed-unknown', file, childOf(manifest, 'Managed') ?? manifest, { name: written })
  }
  return managed
}

function readPublisher(element: XmlElement | undefined): SolutionPublisher {
  return {
    uniqueName: textOfChild(element, 'UniqueName') ?? '',
    displayName: element === undefined ? '' : localizedName(element),
    prefix: textOfChild(element, 'CustomizationPrefix') ?? '',
    optionValuePrefix: textOfChild(element, 'CustomizationOptionValuePrefix') ?? '',
  }
}

function readRootComponent(element: XmlElement): RootComponent {
  const id = attributeOf(element, 'id')
  return {
    type: attributeOf(element, 'type') ?? '',
    ...(id === undefined ? {} : { id: plainId(id) }),
    ...optionalText('schemaName', attributeOf(element, 'schemaName')),
    ...optionalText('behavior', attributeOf(element, 'behavior')),
  }
}

function readDependency(element: XmlElement): MissingDependency {
  return { required: readEnd(childOf(element, 'Required')), dependent: readEnd(childOf(element, 'Dependent')) }
}

function readEnd(element: XmlElement | undefined): DependencyEnd {
  const solution = attributeOf(element, 'solution')
  const [, name = solution, version] = /^(.*\S|)\s*\(([^()]*)\)$/.exec(solution ?? '') ?? []
  const id = attributeOf(element, 'id')
  return {
    type: attributeOf(element, 'type') ?? '',
    ...optionalText('schemaName', attributeOf(element, 'schemaName')),
    ...optionalText('displayName', attributeOf(element, 'displayName')),
    ...(id === undefined ? {} : { id: plainId(id) }),
    ...optionalText('solution', name),
    ...optionalText('solutionVersion', version),
  }
}

/** A row id in one form: lower case, without braces. */
export function plainId(id: string): string {
  return id
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase()
}
