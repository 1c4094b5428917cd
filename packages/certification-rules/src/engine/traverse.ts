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

type KeywordHandler = (value: JsonNode, schema: Schema) => void

/** The methods of a check that are called for things there are many of. */
type Method = 'pathItem' | 'operation' | 'parameter' | 'parameterReference' | 'response' | 'schema'

/** Leads all checks through a connector once. */
export function traverse(connector: Connector, checks: readonly ConnectorCheck[], contents?: PackageContents): void {
  for (const check of checks) check.connector?.(connector)
  if (contents !== undefined) for (const check of checks) check.package?.(contents)
  if (connector.definition !== undefined) traverseDefinition(connector.definition, checks)
  if (connector.properties !== undefined) traverseProperties(connector.properties, checks)
  for (const check of checks) check.end?.()
}

/** One method of all checks that have it: looking it up again for each thing would cost more than calling it. */
function methodsOf<Name extends Method>(
  checks: readonly ConnectorCheck[],
  name: Name,
): NonNullable<ConnectorCheck[Name]>[] {
  const methods: NonNullable<ConnectorCheck[Name]>[] = []
  for (const check of checks) {
    const method = check[name]
    // A bound method has its own type again, which the declaration of `bind` cannot say for a union.
    if (method !== undefined) methods.push(method.bind(check) as NonNullable<ConnectorCheck[Name]>)
  }
  return methods
}

function traverseDefinition(definition: Definition, checks: readonly ConnectorCheck[]): void {
  for (const check of checks) check.definition?.(definition)
  const onPathItem = methodsOf(checks, 'pathItem')
  const onOperation = methodsOf(checks, 'operation')
  const onResponse = methodsOf(checks, 'response')
  const onParameter = methodsOf(checks, 'parameter')
  const onReference = methodsOf(checks, 'parameterReference')
  const visitParameter = (parameter: Parameter): void => {
    for (const visit of parameter.isReference ? onReference : onParameter) visit(parameter)
  }
  for (const item of definition.pathItems) {
    for (const visit of onPathItem) visit(item)
    for (const parameter of item.parameters) visitParameter(parameter)
    for (const operation of item.operations) {
      for (const visit of onOperation) visit(operation)
      for (const parameter of operation.ownParameters) visitParameter(parameter)
      for (const response of operation.responses) for (const visit of onResponse) visit(response, operation)
    }
  }
  for (const parameter of definition.namedParameters) visitParameter(parameter)
  traverseSchemas(definition, checks)
}

function traverseSchemas(definition: Definition, checks: readonly ConnectorCheck[]): void {
  const onSchema = methodsOf(checks, 'schema')
  const keywords = keywordHandlers(checks)
  if (onSchema.length === 0 && keywords.size === 0) return
  walkSchemas(definition, (schema) => {
    for (const visit of onSchema) visit(schema)
    for (const child of schema.node.children) {
      const handlers = keywords.get(child.key ?? '')
      if (handlers !== undefined) for (const handle of handlers) handle(child, schema)
    }
  })
}

function keywordHandlers(checks: readonly ConnectorCheck[]): ReadonlyMap<string, readonly KeywordHandler[]> {
  const handlers = new Map<string, KeywordHandler[]>()
  for (const { schemaKeyword } of checks) {
    if (schemaKeyword === undefined) continue
    for (const keyword of Object.keys(schemaKeyword)) {
      const handle = schemaKeyword[keyword]
      const known = handlers.get(keyword)
      if (handle === undefined) continue
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
