import type { JsonNode } from '@sevenstep/located-json'
import type { EnvironmentVariable, FlowPackage } from '../model/flow-package.ts'
import type { PackageJson } from '../model/package-file.ts'
import { decodeText } from '../read/decode-text.ts'
import { readXml } from '../xml/read-xml.ts'
import { childOf } from '../xml/xml-element.ts'
import type { Leak } from './leak.ts'
import { secretNameOf } from './secret-places.ts'
import { detectorsFor, removed, type TextDetector, textDetectors, zeroId } from './text-leaks.ts'

/**
 * Everything in a package that should not leave the house: addresses of people, ids of the environment it comes from,
 * sites, secrets. Looks at the manifest of an export, at every flow's file, and at packaged values of variables.
 */
export function findLeaks(flowPackage: FlowPackage): readonly Leak[] {
  const leaks: Leak[] = []
  const seen = new Set<string>()
  for (const file of filesOf(flowPackage)) {
    if (seen.has(file.path) || file.json.root === undefined) continue
    seen.add(file.path)
    leaks.push(...leaksIn(file, file.json.root, flowPackage))
  }
  if (flowPackage.kind === 'solution')
    for (const variable of flowPackage.environmentVariables) leaks.push(...variableLeaks(variable, flowPackage))
  return leaks
}

function filesOf(flowPackage: FlowPackage): readonly PackageJson[] {
  const flows = flowPackage.flows.map(({ file }) => file)
  return flowPackage.kind === 'export' ? [flowPackage.manifest.file, ...flows] : flows
}

/** What a variable brings along: its current value, which goes as a whole, and what leaks in its default value. */
function* variableLeaks(variable: EnvironmentVariable, { files }: FlowPackage): Generator<Leak> {
  const { schemaName, currentValues, valuesPath, defaultValue, path } = variable
  if (currentValues.length > 0 && valuesPath !== undefined) {
    const cleaning = { kind: 'remove-file' } as const
    const data = { variable: schemaName }
    yield {
      rule: 'solution-no-current-values',
      message: 'found',
      data,
      path: valuesPath,
      at: { path: valuesPath },
      cleaning,
    }
  }
  if (defaultValue === undefined || textDetectors.every(({ found }) => found(defaultValue) === undefined)) return
  const bytes = files.find((candidate) => candidate.path === path)?.bytes
  if (bytes === undefined) return
  const decoded = decodeText(path, bytes)
  const file = { ...decoded, xml: readXml(decoded.text) }
  const element = childOf(file.xml.root, 'defaultvalue')
  if (element === undefined) return
  const at = { file, start: element.contentStart, end: element.contentEnd }
  for (const leak of leaksOfText(defaultValue, textDetectors)) yield { ...leak, path, at, element: { file, element } }
}

function leaksIn({ path, text }: PackageJson, root: JsonNode, flowPackage: FlowPackage): readonly Leak[] {
  const leaks: Leak[] = []
  const detectors = detectorsFor(text)
  const open = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const member = memberLeak(path, node) ?? connectionNameLeak(path, node, flowPackage)
    if (member !== undefined) {
      leaks.push(member)
      continue
    }
    if (typeof node.value === 'string') {
      for (const leak of leaksOfText(node.value, detectors)) leaks.push({ ...leak, path, node, at: node })
    }
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at]
      if (child !== undefined) open.push(child)
    }
  }
  return leaks
}

/** A member that leaks whatever stands in it. */
function memberLeak(path: string, node: JsonNode): Leak | undefined {
  const found = whatLeaks(node)
  return found && { ...found, path, node, at: node }
}

/** Asked of every member there is, hardly ever with an answer: nothing is made before there is one. */
function whatLeaks(node: JsonNode): Pick<Leak, 'rule' | 'message' | 'data' | 'cleaning'> | undefined {
  const { key, value, parent } = node
  if (key === undefined) return undefined
  const isSaid = value !== null && value !== ''
  if (isManifestDetail(node)) {
    if (key === 'packageTelemetryId' && isSaid && value !== zeroId)
      return { ...sourceId(key), cleaning: { kind: 'value', value: zeroId } }
    if (key === 'sourceEnvironment' && isSaid) return { ...sourceId(key), cleaning: { kind: 'value', value: '' } }
    if (key === 'creator' && isSaid && value !== 'N/A')
      return { ...creatorLeak, cleaning: { kind: 'value', value: 'N/A' } }
  }
  if (isDefinitionMetadata(parent) && isSaid) {
    if (key === 'creator') return { ...creatorLeak, cleaning: { kind: 'remove' } }
    if (key === 'workflowEntityId') return { ...sourceId(key), cleaning: { kind: 'remove' } }
  }
  if (isPickedFile(node)) {
    const data = { found: excerptOf(String(value)) }
    return { rule: 'flow-no-picked-file', message: 'found', data, cleaning: { kind: 'remove' } }
  }
  if (typeof value === 'string' && isTenantKey(key) && isId(value)) {
    const data = { found: value }
    return { rule: 'flow-no-tenant-id', message: 'found', data, cleaning: { kind: 'value', value: zeroId } }
  }
  const name = secretNameOf(node)
  if (name === undefined) return undefined
  return { rule: 'flow-no-secret', message: 'found', data: { name }, cleaning: { kind: 'value', value: removed } }
}

/**
 * What the designer keeps of a file or folder that was picked for a step: a key that is its id or address, and its
 * path as the value.
 */
function isPickedFile({ key, value, parent }: JsonNode): boolean {
  if (parent?.key !== 'metadata' || typeof value !== 'string' || !value.startsWith('/')) return false
  return key !== 'operationMetadataId' && parent.parent?.member('type') !== undefined
}

function excerptOf(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

const creatorLeak = { rule: 'flow-no-creator', message: 'found', data: {} } as const

function sourceId(key: string) {
  return { rule: 'flow-no-source-ids', message: 'found', data: { key } } as const
}

/** A connection is called by its account's address; its connector's name says as much to whoever imports. */
function connectionNameLeak(path: string, node: JsonNode, flowPackage: FlowPackage): Leak | undefined {
  if (node.key !== 'displayName' || flowPackage.kind !== 'export' || path !== flowPackage.manifest.file.path)
    return undefined
  const resource = node.parent?.parent
  if (resource?.text('type') !== 'Microsoft.PowerApps/apis/connections' || typeof node.value !== 'string')
    return undefined
  const [mail] = textDetectors.find(({ rule }) => rule === 'flow-no-mail-address')?.found(node.value) ?? []
  if (mail === undefined) return undefined
  const connector = flowPackage.resources.find(({ key }) => key === resource.key)?.dependsOn[0]
  const named = flowPackage.resources.find(({ key }) => key === connector)?.displayName ?? ''
  const value = named === '' || textDetectors.some(({ found }) => found(named) !== undefined) ? 'Connection' : named
  return {
    rule: 'flow-no-mail-address',
    message: 'connection',
    data: { found: mail },
    path,
    node,
    at: node,
    cleaning: { kind: 'value', value },
  }
}

const noLeaks: readonly never[] = []

function leaksOfText(
  text: string,
  detectors: readonly TextDetector[],
): readonly Pick<Leak, 'rule' | 'message' | 'data' | 'cleaning'>[] {
  if (text.length < 6) return noLeaks
  let leaks: Pick<Leak, 'rule' | 'message' | 'data' | 'cleaning'>[] | undefined
  // Each detector looks at what those before it leave: what stands inside a secret is not another leak.
  let rest = text
  for (const { rule, message, found, clean } of detectors) {
    const examples = found(rest)
    if (examples === undefined) continue
    rest = clean(rest)
    leaks ??= []
    leaks.push({ rule, message, data: { found: examples.join(', ') }, cleaning: { kind: 'text', clean } })
  }
  return leaks ?? noLeaks
}

function isManifestDetail(node: JsonNode): boolean {
  return node.parent?.key === 'details' && node.parent.parent?.parent === undefined
}

function isDefinitionMetadata(node: JsonNode | undefined): boolean {
  return node?.key === 'metadata' && node.parent?.key === 'definition'
}

function isTenantKey(key: string): boolean {
  return key.length >= 6 && key.length <= 9 && /^tenant(?:_?id)?$/i.test(key)
}

function isId(value: string): boolean {
  return value !== zeroId && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}
