import { type JsonNode, resolvePointer, toValue } from '@sevenstep/located-json'
import { readDefinition } from '../definition/read-definition.ts'
import type { WorkflowDefinition } from '../definition/workflow-definition.ts'
import type { PackageJson } from '../model/package-file.ts'
import type { PackageReader } from './package-reader.ts'

/** Members of an object that are objects; others are reported. */
export function objectMembers(reader: PackageReader, file: PackageJson, node: JsonNode): readonly JsonNode[] {
  return node.children.filter((child) => {
    if (child.kind === 'object') return true
    const facts = { name: child.key ?? String(child.index), detail: `a ${child.kind}, where an object is expected` }
    reader.reportAt('json-misshapen', file, child, facts)
    return false
  })
}

/** The workflow definition at a path of a file. A file that breaks off has none: what is missing from it proves nothing. */
export function definitionAt(
  reader: PackageReader,
  file: PackageJson,
  root: JsonNode,
  path: readonly string[],
): WorkflowDefinition | undefined {
  if (!file.json.isComplete) return undefined
  const node = root.find(...path)
  if (node === undefined) {
    reader.report('value-missing', { file: file.path }, { detail: 'the definition of the flow' })
    return undefined
  }
  const reading = readDefinition(toValue(node))
  if (reading.ok) return reading.definition
  for (const { pointer, detail } of reading.faults) {
    const place = resolvePointer(node, pointer) ?? node
    reader.reportAt('definition-misshapen', file, place, { name: pointer || '/', detail })
  }
  return undefined
}
