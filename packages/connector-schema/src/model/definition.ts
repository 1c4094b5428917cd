import { type JsonNode, toValue } from '@sevenstep/located-json'
import type { JsonFile } from '../read/text-file.ts'
import type { ConnectorDefinition } from '../types/connector-definition.ts'
import type { Operation } from './operation.ts'
import { Parameter } from './parameter.ts'
import { PathItem } from './path-item.ts'

/** `apiDefinition.swagger.json` as operations, parameters and schemas that know their place. */
export class Definition {
  readonly file: JsonFile
  readonly node: JsonNode
  readonly pathItems: readonly PathItem[]
  readonly operations: readonly Operation[]
  #byId: Map<string, Operation> | undefined
  #namedParameters: readonly Parameter[] | undefined
  #document: ConnectorDefinition | undefined

  constructor(file: JsonFile, node: JsonNode) {
    this.file = file
    this.node = node
    const paths = node.member('paths')
    const pathItems: PathItem[] = []
    if (paths?.kind === 'object') {
      for (const child of paths.children) {
        if (child.kind === 'object' && child.key?.startsWith('x-') !== true) pathItems.push(new PathItem(child))
      }
    }
    this.pathItems = pathItems
    this.operations = pathItems.flatMap((item) => item.operations)
  }

  /** The `info` object, when it is one. */
  get info(): JsonNode | undefined {
    return objectIn(this.node, 'info')
  }

  get title(): string | undefined {
    return this.info?.text('title')
  }

  get schemas(): JsonNode | undefined {
    return objectIn(this.node, 'definitions')
  }

  get sharedParameters(): JsonNode | undefined {
    return objectIn(this.node, 'parameters')
  }

  /** The definition's shared parameters, each with its own object as its place. */
  get namedParameters(): readonly Parameter[] {
    this.#namedParameters ??= (this.sharedParameters?.children ?? [])
      .filter((node) => node.kind === 'object')
      .map((node) => new Parameter(node, node, undefined))
    return this.#namedParameters
  }

  get sharedResponses(): JsonNode | undefined {
    return objectIn(this.node, 'responses')
  }

  get securityDefinitions(): JsonNode | undefined {
    return objectIn(this.node, 'securityDefinitions')
  }

  /** The first operation with that id. */
  operation(id: string): Operation | undefined {
    if (this.#byId === undefined) {
      this.#byId = new Map()
      for (const operation of this.operations) {
        if (operation.id !== undefined && !this.#byId.has(operation.id)) this.#byId.set(operation.id, operation)
      }
    }
    return this.#byId.get(id)
  }

  /** The whole definition as a plain value. Its shape is as the author wrote it: the type says what should be there. */
  get document(): ConnectorDefinition {
    // The type describes a valid definition; a broken one is read all the same and judged by the rules.
    this.#document ??= toValue(this.node) as unknown as ConnectorDefinition
    return this.#document
  }
}

function objectIn(node: JsonNode, key: string): JsonNode | undefined {
  const member = node.member(key)
  return member?.kind === 'object' ? member : undefined
}
