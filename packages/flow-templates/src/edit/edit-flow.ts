import type { JsonValue } from '@sevenstep/located-json'
import { readDefinition } from '../definition/read-definition.ts'
import type { WorkflowDefinition } from '../definition/workflow-definition.ts'
import type { FlowPackage, PackageFlow, SolutionPackage } from '../model/flow-package.ts'
import type { PackageXml } from '../model/package-file.ts'
import { packageProblem } from '../problems/package-problem.ts'
import { decodeText } from '../read/decode-text.ts'
import { plainId } from '../read/read-solution-manifest.ts'
import { readXml } from '../xml/read-xml.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml/xml-element.ts'
import { editJson, editXml, type PackageEditing, refused, type TextEditing, withFiles } from './change-files.ts'

/** Replaces a flow's definition. Refused when the new one has not the frame of a definition. */
export function replaceDefinition<P extends FlowPackage>(
  flowPackage: P,
  flowId: string,
  definition: WorkflowDefinition | JsonValue,
): PackageEditing<P> {
  const flow = findFlow(flowPackage, flowId)
  if (flow === undefined) return missing(flowPackage, 'flow', flowId)
  // A definition is JSON; its type leaves open what stands in members it does not name.
  const value = definition as JsonValue
  const reading = readDefinition(value)
  if (!reading.ok) {
    const [fault] = reading.faults
    const detail = fault === undefined ? 'it is no definition' : `${fault.pointer || 'it'} is ${fault.detail}`
    const facts = { name: 'the definition', detail }
    return { ok: false, problem: packageProblem('edit-value-refused', { file: flow.file.path }, facts) }
  }
  return changed(flowPackage, flow.file.path, editProperty(flow, 'definition', value))
}

/** What a connection reference of a flow is to use: a connection, or in a solution one of its connection references. */
export type ConnectionBinding = { readonly connectionName: string } | { readonly logicalName: string }

/**
 * Binds a connection reference of a flow, by its key. In a solution, a logical name lets the flow use what the target
 * binds to that reference; a connection's bare name ties it to one environment.
 */
export function bindConnection<P extends FlowPackage>(
  flowPackage: P,
  flowId: string,
  key: string,
  binding: ConnectionBinding,
): PackageEditing<P> {
  const flow = findFlow(flowPackage, flowId)
  if (flow === undefined) return missing(flowPackage, 'flow', flowId)
  const node = flow.file.json.root?.find('properties', 'connectionReferences', key)
  const reference = flow.connectionReferences.find((candidate) => candidate.key === key)
  if (node === undefined || reference === undefined) return missing(flowPackage, 'connection reference', key)
  if ('logicalName' in binding && reference.form !== 'solution') {
    const facts = { name: key, detail: 'only flows of a solution can use its connection references' }
    return { ok: false, problem: packageProblem('edit-value-refused', { file: flow.file.path }, facts) }
  }
  if (node.kind !== 'object') return refused(flow.file, 'its connection reference is no object')
  const edited = editJson(flow.file, (editor) => {
    if ('logicalName' in binding) {
      editor.insert(node, 'connection', { connectionReferenceLogicalName: binding.logicalName })
    } else if (reference.form === 'solution') editor.insert(node, 'connection', { name: binding.connectionName })
    else editor.insert(node, 'connectionName', binding.connectionName)
  })
  return changed(flowPackage, flow.file.path, edited)
}

/** Gives a flow another display name, everywhere the package says it. */
export function setFlowDisplayName<P extends FlowPackage>(
  flowPackage: P,
  flowId: string,
  displayName: string,
): PackageEditing<P> {
  const flow = findFlow(flowPackage, flowId)
  if (flow === undefined) return missing(flowPackage, 'flow', flowId)
  if (displayName.trim() === '') {
    const facts = { name: 'the display name', detail: 'it is empty' }
    return { ok: false, problem: packageProblem('edit-value-refused', { file: flow.file.path }, facts) }
  }
  if (flowPackage.kind === 'solution') {
    const described = descriptionOf(flowPackage, flow)
    if (described === undefined) return missing(flowPackage, 'description of the flow', flow.displayName)
    return changed(flowPackage, described.file.path, renameWorkflow(described, flow.displayName, displayName))
  }
  const inFlow = editProperty(flow, 'displayName', displayName)
  if (!inFlow.ok) return inFlow
  const { file } = flowPackage.manifest
  const details = file.json.root?.find('resources', flow.id, 'details')
  const inManifest = editJson(file, (editor) => {
    if (details !== undefined) editor.insert(details, 'displayName', displayName)
  })
  if (!inManifest.ok) return inManifest
  return withFiles(
    flowPackage,
    new Map([
      [flow.file.path, inFlow.bytes],
      [file.path, inManifest.bytes],
    ]),
  )
}

/** Translations stay; what only repeats the name follows it. */
function renameWorkflow({ file, element }: DescribedFlow, old: string, displayName: string): TextEditing {
  return editXml(file, (editor) => {
    editor.setAttribute(element, 'Name', displayName)
    for (const name of childrenOf(childOf(element, 'LocalizedNames'), 'LocalizedName')) {
      if (attributeOf(name, 'description') === old) editor.setAttribute(name, 'description', displayName)
    }
  })
}

interface DescribedFlow {
  readonly file: PackageXml
  readonly element: XmlElement
}

/** The element that describes a flow of a solution, and the file it stands in. */
function descriptionOf(flowPackage: SolutionPackage, flow: PackageFlow): DescribedFlow | undefined {
  if (flowPackage.layout === 'packed') {
    const file = flowPackage.customizations
    const workflows = childrenOf(childOf(file?.xml.root, 'Workflows'), 'Workflow')
    const element = workflows.find((workflow) => plainId(attributeOf(workflow, 'WorkflowId') ?? '') === flow.id)
    return file === undefined || element === undefined ? undefined : { file, element }
  }
  const path = `${flow.file.path}.data.xml`.toLowerCase()
  const raw = flowPackage.files.find((file) => file.path.toLowerCase() === path)
  if (raw === undefined) return undefined
  const decoded = decodeText(raw.path, raw.bytes)
  const xml = readXml(decoded.text)
  return xml.root === undefined ? undefined : { file: { ...decoded, xml }, element: xml.root }
}

function editProperty(flow: PackageFlow, name: string, value: JsonValue): TextEditing {
  const root = flow.file.json.root
  const properties = root?.member('properties')
  const holder = properties ?? root
  if (holder?.kind !== 'object') return refused(flow.file, 'what would hold the value is no object')
  return editJson(flow.file, (editor) => {
    if (properties === undefined) editor.insert(holder, 'properties', { [name]: value })
    else editor.insert(holder, name, value)
  })
}

function findFlow(flowPackage: FlowPackage, flowId: string): PackageFlow | undefined {
  const wanted = plainId(flowId)
  return flowPackage.flows.find((flow) => plainId(flow.id) === wanted)
}

function changed<P extends FlowPackage>(flowPackage: P, path: string, edited: TextEditing): PackageEditing<P> {
  return edited.ok ? withFiles(flowPackage, new Map([[path, edited.bytes]])) : edited
}

/** The refusal for what the package does not have. */
export function missing<P extends FlowPackage>(flowPackage: P, detail: string, name: string): PackageEditing<P> {
  return { ok: false, problem: packageProblem('edit-target-missing', { file: flowPackage.name }, { detail, name }) }
}
