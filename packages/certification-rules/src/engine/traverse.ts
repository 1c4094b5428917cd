import {
  type Connector,
  type Definition,
  type Parameter,
  type Properties,
  type Schema,
  walkSchemas,
} from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import type { PackageContents } from './package-contents.ts'
import type { ConnectorCheck } from './rule-family.ts'

type KeywordHandlers = ReadonlyMap<string, readonly ((value: JsonNode, schema: Schema) => void)[]>

/** Leads all checks through a connector once. */
export function traverse(connector: Connector, checks: readonly ConnectorCheck[], contents?: PackageContents): void {
  for (const check of checks) check.connector?.(connector)
  if (contents !== undefined) for (const check of checks) check.package?.(contents)
  if (connector.definition !== undefined) traverseDefinition(connector.definition, checks)
  if (connector.properties !== undefined) traverseProperties(connector.properties, checks)
  for (const check of checks) check.end?.()
}

function traverseDefinition(definition: Definition, checks: readonly ConnectorCheck[]): void {
  for (const check of checks) check.definition?.(definition)
  const onPathItem = checks.filter((check) => check.pathItem !== undefined)
  const onOperation = checks.filter((check) => check.operation !== undefined)
  const onResponse = checks.filter((check) => check.response !== undefined)
  const onParameter = checks.filter((check) => check.parameter !== undefined)
  const onReference = checks.filter((check) => check.parameterReference !== undefined)
  const visitParameter = (parameter: Parameter): void => {
    if (parameter.isReference) for (const check of onReference) check.parameterReference?.(parameter)
    else for (const check of onParameter) check.parameter?.(parameter)
  }
  for (const item of definition.pathItems) {
    for (const check of onPathItem) check.pathItem?.(item)
    for (const parameter of item.parameters) visitParameter(parameter)
    for (const operation of item.operations) {
      for (const check of onOperation) check.operation?.(operation)
      for (const parameter of operation.ownParameters) visitParameter(parameter)
      for (const response of operation.responses) for (const check of onResponse) check.response?.(response, operation)
    }
  }
  for (const parameter of definition.namedParameters) visitParameter(parameter)
  traverseSchemas(definition, checks)
}

function traverseSchemas(definition: Definition, checks: readonly ConnectorCheck[]): void {
  const onSchema = checks.filter((check) => check.schema !== undefined)
  const keywords = keywordHandlers(checks)
  if (onSchema.length === 0 && keywords.size === 0) return
  walkSchemas(definition, (schema) => {
    for (const check of onSchema) check.schema?.(schema)
    for (const child of schema.node.children) {
      const handlers = keywords.get(child.key ?? '')
      if (handlers !== undefined) for (const handle of handlers) handle(child, schema)
    }
  })
}

function keywordHandlers(checks: readonly ConnectorCheck[]): KeywordHandlers {
  const handlers = new Map<string, ((value: JsonNode, schema: Schema) => void)[]>()
  for (const { schemaKeyword = {} } of checks) {
    for (const [keyword, handle] of Object.entries(schemaKeyword)) {
      const known = handlers.get(keyword)
      if (known === undefined) handlers.set(keyword, [handle])
      else known.push(handle)
    }
  }
  return handlers
}

function traverseProperties(properties: Properties, checks: readonly ConnectorCheck[]): void {
  for (const check of checks) check.properties?.(properties)
  for (const check of checks) {
    if (check.connectionParameter !== undefined)
      for (const parameter of properties.connectionParameters) check.connectionParameter(parameter)
    if (check.policy !== undefined) for (const policy of properties.policies) check.policy(policy)
  }
}
