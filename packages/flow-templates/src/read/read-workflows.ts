import { toValue } from '@sevenstep/located-json'
import { normaliseConnectionReferences } from '../connections/normalise-connection-references.ts'
import type { PackageFlow } from '../model/flow-package.ts'
import type { PackageXml } from '../model/package-file.ts'
import { attributeOf, childOf, childrenOf, textOfChild, type XmlElement } from '../xml/xml-element.ts'
import type { PackageReader } from './package-reader.ts'
import { definitionAt } from './read-members.ts'
import { plainId } from './read-solution-manifest.ts'

/** A workflow as the solution describes it: the file that describes it and the element in it. */
interface DescribedWorkflow {
  readonly file: PackageXml
  readonly element: XmlElement
  /** Where its JSON should be. */
  readonly path: string
}

const dataSuffix = '.data.xml'
/** `Category` of a cloud flow. */
const cloudFlow = '5'

/** The cloud flows of a solution: those it describes, then those whose files are there all the same. */
export function readWorkflows(
  reader: PackageReader,
  layout: 'packed' | 'unpacked',
  customizations: PackageXml | undefined,
): readonly PackageFlow[] {
  const described = layout === 'packed' ? describedIn(customizations) : describedBeside(reader)
  const flows: PackageFlow[] = []
  const ids = new Set<string>()
  const paths = new Set<string>()
  for (const workflow of described) {
    const id = plainId(attributeOf(workflow.element, 'WorkflowId') ?? '')
    if (id === '') reader.reportAt('value-missing', workflow.file, workflow.element, { detail: 'the id of a workflow' })
    if (ids.has(id)) {
      reader.reportAt('id-duplicate', workflow.file, workflow.element, { name: id })
      continue
    }
    ids.add(id)
    if (paths.has(workflow.path.toLowerCase())) {
      reader.reportAt('id-duplicate', workflow.file, workflow.element, { name: workflow.path })
      continue
    }
    paths.add(workflow.path.toLowerCase())
    if (!reader.has(workflow.path)) {
      reader.reportAt('file-missing', workflow.file, workflow.element, {
        name: workflow.path,
        other: workflow.file.path,
      })
    }
    const flow = readFlow(reader, workflow.path, id, workflow.element)
    if (flow !== undefined) flows.push(flow)
  }
  return [...flows, ...undescribed(reader, layout, customizations)]
}

function describedIn(customizations: PackageXml | undefined): readonly DescribedWorkflow[] {
  if (customizations === undefined) return []
  return childrenOf(childOf(customizations.xml.root, 'Workflows'), 'Workflow').flatMap((element) => {
    const path = textOfChild(element, 'JsonFileName')
    if (path === undefined || !isCloudFlow(element)) return []
    return [{ file: customizations, element, path: withoutSlash(path) }]
  })
}

/** SolutionPackager keeps the description of each workflow in a file beside it. */
function describedBeside(reader: PackageReader): readonly DescribedWorkflow[] {
  return reader.paths.flatMap((path) => {
    if (!/^workflows\/[^/]+\.json\.data\.xml$/i.test(path)) return []
    const raw = reader.find(path, 'flow-description')
    const file = raw === undefined ? undefined : reader.xml(raw, 'Workflow')
    const element = file?.xml.root
    if (file === undefined || element === undefined || !isCloudFlow(element)) return []
    return [{ file, element, path: path.slice(0, -dataSuffix.length) }]
  })
}

function isCloudFlow(element: XmlElement): boolean {
  return (textOfChild(element, 'Category') ?? cloudFlow) === cloudFlow
}

function undescribed(
  reader: PackageReader,
  layout: 'packed' | 'unpacked',
  customizations: PackageXml | undefined,
): readonly PackageFlow[] {
  const other = layout === 'packed' ? (customizations?.path ?? 'customizations.xml') : 'its description beside it'
  const named = new Set(
    childrenOf(childOf(customizations?.xml.root, 'Workflows'), 'Workflow').map((element) =>
      withoutSlash(textOfChild(element, 'JsonFileName') ?? '').toLowerCase(),
    ),
  )
  // A file that is missing or breaks off is reported; that it does not name a flow proves nothing.
  const isSaid = layout === 'unpacked' || (customizations !== undefined && customizations.xml.fault === undefined)
  return reader.paths.flatMap((path) => {
    const [, name = '', id = ''] = workflowFile.exec(path) ?? []
    if (id === '' || reader.roleOf(path) !== 'other' || named.has(path.toLowerCase())) return []
    if (reader.has(`${path}${dataSuffix}`) && layout === 'unpacked') return []
    if (isSaid) reader.report('flow-undeclared', { file: path }, { other })
    const flow = readFlow(reader, path, id.toLowerCase(), undefined, name)
    return flow === undefined ? [] : [flow]
  })
}

const workflowFile = /^workflows\/(.+)-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.json$/i

function readFlow(
  reader: PackageReader,
  path: string,
  id: string,
  element: XmlElement | undefined,
  name = '',
): PackageFlow | undefined {
  const raw = reader.find(path, 'flow')
  const file = raw === undefined ? undefined : reader.json(raw)
  const root = file?.json.root
  if (file === undefined || root === undefined) return undefined
  const referencesNode = root.find('properties', 'connectionReferences')
  const references = normaliseConnectionReferences(referencesNode === undefined ? undefined : toValue(referencesNode))
  for (const { form, key } of references) {
    if (form !== 'unknown') continue
    const node = referencesNode?.member(key)
    reader.reportAt('connection-reference-unknown-form', file, node ?? root, { name: key })
  }
  const definition = definitionAt(reader, file, root, ['properties', 'definition'])
  const description = attributeOf(element, 'Description')
  return {
    id,
    displayName: attributeOf(element, 'Name') ?? name,
    ...(description === undefined ? {} : { description }),
    file,
    definitionPointer: '/properties/definition',
    ...(definition === undefined ? {} : { definition }),
    connectionReferences: references,
    isDeclared: element !== undefined,
    columns: columnsOf(element),
  }
}

/** The simple values of the workflow's row. */
function columnsOf(element: XmlElement | undefined): ReadonlyMap<string, string> {
  const columns = new Map<string, string>()
  for (const child of element?.children ?? []) {
    if (child.children.length === 0 && !columns.has(child.name)) columns.set(child.name, child.text.trim())
  }
  return columns
}

/** Paths in customizations begin with a slash. */
export function withoutSlash(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '')
}
