import { type DefinitionFault, type PlainFlow, readPlainFlow } from '@sevenstep/flow-templates'
import { readJson, toValue } from '@sevenstep/located-json'
import { contentHash, toJsonObject } from '../model/content.ts'
import { type MaterialReading, unreadable } from './material-problem.ts'
import type { ReadFlow, ReadReference } from './materials.ts'
import { readBounded } from './read-bounded.ts'

/** Reads one flow from JSON: `clientdata`, a body of the Flow API, or the `definition.json` of an export. */
export function readFlowMaterial(path: string, file: string): MaterialReading<ReadFlow> {
  const bytes = readBounded(path)
  if (typeof bytes === 'string') return unreadable(file, bytes)
  const { root, problems, isComplete } = readJson(new TextDecoder().decode(bytes))
  if (root === undefined || !isComplete)
    return unreadable(file, `it holds no whole JSON${problems[0] === undefined ? '' : ` (${problems[0].code})`}.`)
  const reading = readPlainFlow(toValue(root))
  if (!reading.ok) return unreadable(file, faultText(reading.faults))
  const flow = flowFrom(
    reading.flow,
    file
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.json$/i, '') ?? file,
  )
  return { ok: true, material: flow }
}

function faultText(faults: readonly DefinitionFault[]): string {
  const [first] = faults
  if (first === undefined) return 'its definition has not the form of a flow.'
  return `the definition has not the form of a flow: at ${first.pointer || 'its top'} it is ${first.detail}.`
}

/** A flow of either origin in the shape the rest of this package uses. */
export function flowFrom(
  flow: Pick<PlainFlow, 'displayName' | 'definition' | 'connectionReferences'>,
  name: string,
): ReadFlow {
  const definition = toJsonObject(flow.definition)
  const references: ReadReference[] = flow.connectionReferences.map(({ key, apiName, source }) => ({
    key,
    connector: apiName ?? key,
    source: source === 'invoker' ? 'invoker' : 'embedded',
  }))
  return {
    displayName: flow.displayName ?? name,
    description: '',
    definition,
    references,
    hash: contentHash(toJsonObject({ definition, references })),
  }
}
