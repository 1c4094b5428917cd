import { type JsonNode, toValue } from '@sevenstep/located-json'
import type { FlowConnectionReference } from '../connections/connection-reference.ts'
import { normaliseConnectionReferences } from '../connections/normalise-connection-references.ts'
import type { ExportManifest, ExportResource, PackageFlow } from '../model/flow-package.ts'
import type { PackageJson } from '../model/package-file.ts'
import type { PackageReader } from './package-reader.ts'
import { definitionAt, objectMembers } from './read-members.ts'

const flowsFolder = 'Microsoft.Flow/flows'
const flowType = 'Microsoft.Flow/flows'

/** What an export holds; nothing when its manifest cannot be taken as one. */
export interface ExportContents {
  readonly manifest: ExportManifest
  readonly resources: readonly ExportResource[]
  readonly flows: readonly PackageFlow[]
}

/** Reads an exported package, whose `manifest.json` is there. */
export function readExport(reader: PackageReader): ExportContents | undefined {
  const raw = reader.find('manifest.json', 'manifest')
  const file = raw === undefined ? undefined : reader.json(raw)
  const root = file?.json.root
  if (file === undefined || root === undefined) return undefined
  const resourcesNode = root.member('resources')
  if (resourcesNode?.kind !== 'object') {
    const facts = { name: 'resources', detail: resourcesNode === undefined ? 'missing' : `not an object` }
    reader.reportAt('json-misshapen', file, resourcesNode ?? root, { ...facts })
    return undefined
  }
  const details = root.member('details')
  const text = (key: string): string => details?.text(key) ?? ''
  const manifest: ExportManifest = {
    file,
    schema: root.text('schema') ?? '',
    displayName: text('displayName'),
    description: text('description'),
    createdTime: text('createdTime'),
    creator: text('creator'),
    packageTelemetryId: text('packageTelemetryId'),
    sourceEnvironment: text('sourceEnvironment'),
  }
  const resources = readResources(reader, file, resourcesNode)
  return { manifest, resources, flows: readFlows(reader, file, resources) }
}

function readResources(reader: PackageReader, file: PackageJson, nodes: JsonNode): readonly ExportResource[] {
  const resources: ExportResource[] = []
  const known = new Set(nodes.children.map((node) => node.key ?? ''))
  for (const node of objectMembers(reader, file, nodes)) {
    const key = node.key ?? ''
    const dependsOn = (node.member('dependsOn')?.children ?? []).flatMap((item) => {
      if (typeof item.value !== 'string') return []
      if (!known.has(item.value)) reader.reportAt('resource-unknown', file, item, { name: key, other: item.value })
      return [item.value]
    })
    const details = node.member('details')
    const [id, name, iconUri] = [node.text('id'), node.text('name'), details?.text('iconUri')]
    resources.push({
      key,
      type: node.text('type') ?? '',
      displayName: details?.text('displayName') ?? '',
      suggestedCreationType: node.text('suggestedCreationType') ?? '',
      creationTypes: splitList(node.text('creationType') ?? ''),
      configurableBy: node.text('configurableBy') ?? '',
      hierarchy: node.text('hierarchy') ?? '',
      dependsOn,
      ...(id === undefined ? {} : { id }),
      ...(name === undefined ? {} : { name }),
      ...(iconUri === undefined ? {} : { iconUri }),
      pointer: node.pointer(),
    })
  }
  return resources
}

function splitList(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** One flow for each resource that is one, then those whose files are there although no resource announces them. */
function readFlows(
  reader: PackageReader,
  manifest: PackageJson,
  resources: readonly ExportResource[],
): readonly PackageFlow[] {
  const keys = new Set(resources.map((resource) => resource.key))
  const announced = resources.filter((resource) => resource.type.toLowerCase() === flowType.toLowerCase())
  checkAssets(reader, announced)
  const flows: PackageFlow[] = []
  const folders = new Set<string>()
  for (const resource of announced) {
    const path = `${flowsFolder}/${resource.key}/definition.json`
    // Keys that differ in case only would name one folder.
    if (folders.has(path.toLowerCase())) {
      reader.report('id-duplicate', { file: manifest.path, pointer: resource.pointer }, { name: resource.key })
      continue
    }
    folders.add(path.toLowerCase())
    if (!reader.has(path)) {
      const place = { file: manifest.path, pointer: resource.pointer }
      reader.report('file-missing', place, { name: path, other: 'manifest.json' })
    }
    const flow = readFlow(reader, resource.key, path, keys, resource)
    if (flow !== undefined) flows.push(flow)
  }
  for (const path of reader.paths) {
    const key = /^microsoft\.flow\/flows\/([^/]+)\/definition\.json$/i.exec(path)?.[1]
    if (key === undefined || reader.roleOf(path) !== 'other') continue
    reader.report('flow-undeclared', { file: path }, { other: 'manifest.json' })
    const flow = readFlow(reader, key, path, keys, undefined)
    if (flow !== undefined) flows.push(flow)
  }
  return flows
}

/** `Microsoft.Flow/flows/manifest.json` lists the folders again; what it names beyond the resources is a fault. */
function checkAssets(reader: PackageReader, announced: readonly ExportResource[]): void {
  const path = `${flowsFolder}/manifest.json`
  const raw = reader.find(path, 'flows-manifest')
  if (raw === undefined) {
    if (announced.length > 0) reader.report('file-missing', { file: path }, { name: path, other: 'every export' })
    return
  }
  const file = reader.json(raw)
  const paths = file?.json.root?.find('flowAssets', 'assetPaths')
  if (file === undefined || paths === undefined) return
  const keys = new Set(announced.map((resource) => resource.key))
  for (const item of paths.children) {
    if (typeof item.value !== 'string' || keys.has(item.value)) continue
    const name = `${flowsFolder}/${item.value}`
    if (reader.has(`${name}/definition.json`)) continue
    reader.reportAt('file-missing', file, item, { name, other: path })
  }
}

function readFlow(
  reader: PackageReader,
  id: string,
  path: string,
  keys: ReadonlySet<string>,
  resource: ExportResource | undefined,
): PackageFlow | undefined {
  const raw = reader.find(path, 'flow')
  const file = raw === undefined ? undefined : reader.json(raw)
  const root = file?.json.root
  if (file === undefined || root === undefined) return undefined
  const properties = root.member('properties')
  const folder = path.slice(0, path.lastIndexOf('/'))
  const maps = {
    api: readMap(reader, `${folder}/apisMap.json`, 'apis-map', keys),
    connection: readMap(reader, `${folder}/connectionsMap.json`, 'connections-map', keys),
  }
  const referencesNode = properties?.member('connectionReferences')
  const references = normaliseConnectionReferences(referencesNode === undefined ? undefined : toValue(referencesNode))
  for (const reference of references) {
    if (reference.form !== 'unknown') continue
    const node = referencesNode?.member(reference.key)
    reader.reportAt('connection-reference-unknown-form', file, node ?? root, { name: reference.key })
  }
  const originalName = root.text('name')
  const definition = definitionAt(reader, file, root, ['properties', 'definition'])
  return {
    id,
    displayName: properties?.text('displayName') ?? resource?.displayName ?? '',
    file,
    definitionPointer: '/properties/definition',
    ...(definition === undefined ? {} : { definition }),
    connectionReferences: references.map((reference) => withResources(reference, maps)),
    isDeclared: resource !== undefined,
    ...(originalName === undefined ? {} : { originalName }),
    columns: new Map(),
  }
}

/** A map from keys of connection references to keys of resources. */
function readMap(
  reader: PackageReader,
  path: string,
  role: 'apis-map' | 'connections-map',
  keys: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const raw = reader.find(path, role)
  const file = raw === undefined ? undefined : reader.json(raw)
  const map = new Map<string, string>()
  for (const node of file?.json.root?.children ?? []) {
    if (file === undefined || node.key === undefined || typeof node.value !== 'string') continue
    map.set(node.key, node.value)
    if (!keys.has(node.value)) {
      reader.reportAt('resource-unknown', file, node, { name: node.key, other: node.value })
    }
  }
  return map
}

function withResources(
  reference: FlowConnectionReference,
  maps: Readonly<Record<'api' | 'connection', ReadonlyMap<string, string>>>,
): FlowConnectionReference {
  const [api, connection] = [maps.api.get(reference.key), maps.connection.get(reference.key)]
  if (api === undefined && connection === undefined) return reference
  const resources = {
    ...(api === undefined ? {} : { api }),
    ...(connection === undefined ? {} : { connection }),
  }
  return { ...reference, resources }
}
