import type { Schema } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import type { ConnectorCheck } from '../../engine/rule-family.ts'

/** Which extension asks an operation at design time, and for what: choices, or the shape of an object. */
export type DynamicKind = 'values' | 'list' | 'schema' | 'properties' | 'tree-open' | 'tree-browse'

/** A value handed to the operation that is asked. */
export interface DynamicArgument {
  readonly name: string
  readonly node: JsonNode
  /** The text that names the source, for a value taken from what the maker has filled in. */
  readonly reference: JsonNode | undefined
  /** The fixed value, when it is one. */
  readonly literal: JsonNode | undefined
}

/** One place where the designer asks an operation, in any of the forms the extensions have. */
export interface DynamicExtension {
  readonly kind: DynamicKind
  readonly node: JsonNode
  /** What carries the extension: a parameter or a schema. */
  readonly schema: Schema
  /** The value of `operationId`; missing for built-in operations and capabilities. */
  readonly operationId: JsonNode | undefined
  readonly arguments: readonly DynamicArgument[]
  /** `value-collection` or `itemsPath`. */
  readonly collection: JsonNode | undefined
  /** `value-path` or `itemValuePath`. */
  readonly valuePath: JsonNode | undefined
  /** `value-title` or `itemTitlePath`. */
  readonly titlePath: JsonNode | undefined
}

/** Hooks that hand every dynamic extension of a definition to a family. */
export function onDynamicExtensions(visit: (extension: DynamicExtension) => void): ConnectorCheck {
  const hook =
    (kind: DynamicKind) =>
    (node: JsonNode, schema: Schema): void => {
      if (node.kind === 'object') visit(readExtension(kind, node, schema))
    }
  return {
    schemaKeyword: {
      'x-ms-dynamic-values': hook('values'),
      'x-ms-dynamic-list': hook('list'),
      'x-ms-dynamic-schema': hook('schema'),
      'x-ms-dynamic-properties': hook('properties'),
      'x-ms-dynamic-tree'(node, schema) {
        const [open, browse] = [node.member('open'), node.member('browse')]
        if (open?.kind === 'object') visit(readExtension('tree-open', open, schema))
        if (browse?.kind === 'object') visit(readExtension('tree-browse', browse, schema))
      },
    },
  }
}

function readExtension(kind: DynamicKind, node: JsonNode, schema: Schema): DynamicExtension {
  const parameters = node.member('parameters')
  const isOlder = kind === 'values' || kind === 'schema'
  return {
    kind,
    node,
    schema,
    operationId: node.member('operationId'),
    arguments: parameters?.kind === 'object' ? parameters.children.map(readArgument) : [],
    collection: node.member(isOlder ? 'value-collection' : 'itemsPath'),
    valuePath: node.member(isOlder ? 'value-path' : 'itemValuePath'),
    titlePath: node.member(isOlder ? 'value-title' : 'itemTitlePath'),
  }
}

function readArgument(node: JsonNode): DynamicArgument {
  const name = node.key ?? ''
  const reference = node.member('parameter') ?? node.member('parameterReference')
  if (typeof reference?.value === 'string') return { name, node, reference, literal: undefined }
  if (node.kind !== 'object') return { name, node, reference: undefined, literal: node }
  return { name, node, reference: undefined, literal: node.member('value') }
}
