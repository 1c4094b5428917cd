import { fileNames } from './file-role.ts'
import { readConnector } from './read-connector.ts'

/**
 * What a JSON file is that has another name than a connector's files have: told by what stands at its top level. Nothing for
 * a flow's own file, whose definition is among its properties. Never throws.
 */
export function roleOfContent(bytes: Uint8Array): 'definition' | 'properties' | undefined {
  const { definition } = readConnector([{ path: fileNames.definition, content: bytes }])
  if (definition === undefined) return undefined
  const { node } = definition
  if (node.member('swagger') ?? node.member('openapi') ?? node.member('paths')) return 'definition'
  const properties = node.member('properties')
  return properties?.kind === 'object' && properties.member('definition') === undefined ? 'properties' : undefined
}
