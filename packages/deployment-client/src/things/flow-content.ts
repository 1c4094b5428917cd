import { isObject, type Json, type JsonObject } from '../model/content.ts'
import type { InstalledWorkflow } from '../target/database-area.ts'

/** A flow as plan and journal hold it. */
export function flowContent(flow: Pick<InstalledWorkflow, 'name' | 'definition' | 'connectionReferences'>): JsonObject {
  const { name, definition, connectionReferences } = flow
  return { name, definition, references: connectionReferences }
}

/** Without what the service adds and changes by itself, and with references in one form. */
export function stableFlowContent({ definition, references, name, description }: JsonObject): JsonObject {
  return {
    name: name ?? '',
    ...(description !== undefined && { description }),
    definition: isObject(definition) ? stableDefinition(definition) : {},
    references: isObject(references) ? stableReferences(references) : {},
  }
}

/** `description` of a definition and the like stay; who made it and when is the service's. */
function stableDefinition(definition: JsonObject): JsonObject {
  const { metadata: _, $schema: __, ...rest } = definition
  return rest
}

function stableReferences(references: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(references).map(([key, reference]) => [
      key,
      isObject(reference) ? stableReference(reference) : null,
    ]),
  )
}

function stableReference(reference: JsonObject): JsonObject {
  const connection = isObject(reference.connection) ? reference.connection : {}
  const api = isObject(reference.api) ? reference.api : {}
  const source = text(reference.runtimeSource ?? reference.source)?.toLowerCase() ?? 'embedded'
  const bound = text(connection.connectionReferenceLogicalName ?? connection.name ?? reference.connectionName)
  const connector = text(api.name) ?? text(reference.id) ?? text(reference.apiName)
  return { connector: lastPart(connector), bound: lastPart(bound), source }
}

function lastPart(id: string | undefined): string {
  return id?.split('/').at(-1) ?? ''
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
