import type { OpenAPIV2 } from 'openapi-types'
import type { LifecycleStatus, TriggerKind, UrlEncoding, Visibility } from './allowed-values.ts'
import type { ConnectorReference, ConnectorSchemaObject, ValueExtensions } from './connector-schema-object.ts'

/** A parameter of an operation, or shared by the operations of a path. */
export interface ConnectorParameter extends ValueExtensions {
  name: string
  in: 'query' | 'header' | 'path' | 'formData' | 'body'
  description?: string
  /** Must be true for a path parameter. */
  required?: boolean
  /** For all but a body. `file` only in `formData`. */
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'file'
  format?: string
  /** Only for a body. */
  schema?: ConnectorSchemaObject
  items?: ConnectorSchemaObject
  default?: unknown
  enum?: unknown[]
  allowEmptyValue?: boolean
  collectionFormat?: 'csv' | 'ssv' | 'tsv' | 'pipes' | 'multi'
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  multipleOf?: number
  /** How often a path parameter's value is percent-encoded. Page "OpenAPI extensions". */
  'x-ms-url-encoding'?: UrlEncoding
  /** Where in a trigger's answer the parameter's next value stands. Published definition schema, corpus. */
  'x-ms-trigger-value'?: { 'value-collection'?: string; 'value-path'?: string }
  /** Left by other generators and ignored: AutoRest. */
  'x-ms-parameter-location'?: string
  'x-ms-skip-url-encoding'?: boolean
  'x-ms-enum'?: unknown
}

/** An answer of an operation. */
export interface ConnectorResponse {
  description: string
  schema?: ConnectorSchemaObject
  headers?: Record<string, ConnectorSchemaObject>
  examples?: Record<string, unknown>
  /** The answer's title. Page "OpenAPI extensions". */
  'x-ms-summary'?: string
}

/** `x-ms-api-annotation` of an operation: its place in a row of versions. Page "Operational versioning". */
export interface OperationAnnotation {
  /** What all versions of the operation share. */
  family?: string
  /** From 1. */
  revision?: number
  status?: LifecycleStatus
  /** What to use instead of a deprecated operation. */
  replacement?: { api: string; operationId: string }
  /** ISO date until which the operation works. */
  expires?: string
}

/** An action or a trigger. */
export interface ConnectorOperation {
  /** Unique in the file. Published flows name it, so that it may never change. */
  operationId?: string
  /** The title a maker sees: at most 80 characters. Page "Connector string guidance". */
  summary?: string
  description?: string
  tags?: string[]
  consumes?: string[]
  produces?: string[]
  parameters?: (ConnectorParameter | ConnectorReference)[]
  /** At least one: three digits or `default`. */
  responses: Record<string, ConnectorResponse | ConnectorReference>
  deprecated?: boolean
  schemes?: string[]
  security?: OpenAPIV2.SecurityRequirementObject[]
  externalDocs?: OpenAPIV2.ExternalDocumentationObject
  'x-ms-visibility'?: Visibility
  /** Makes a trigger of the operation. Page "OpenAPI extensions". */
  'x-ms-trigger'?: TriggerKind
  /** What a maker has to do to make it fire. Page "OpenAPI extensions". */
  'x-ms-trigger-hint'?: string
  /** Marks a trigger that asks again and again. Published definition schema. */
  'x-ms-trigger-metadata'?: { kind?: 'query'; mode?: 'polling' }
  /** On a trigger that fetches: the webhook operation that tells it when. Published definition schema. */
  'x-ms-notification'?: { operationId: string }
  'x-ms-api-annotation'?: OperationAnnotation
  /** Whether large content may be sent in pieces. Page "OpenAPI extensions". */
  'x-ms-capabilities'?: { chunkTransfer?: boolean }
  /** An operation that stands in for this one while a flow is tested. Published definition schema. */
  'x-ms-operation-context'?: { simulate?: { operationId: string; parameters?: Record<string, unknown> } }
  /** The property that holds the address of the next page. Published definition schema. */
  'x-ms-pageable'?: { nextLinkName?: string }
  /** Left out of Microsoft's automatic tests. Published definition schema. */
  'x-ms-no-generic-test'?: boolean
  /** True for an operation that changes nothing, whatever its verb. Published definition schema. */
  'x-ms-safe-operation'?: boolean
  /** Whether a person must agree before a plug-in calls it. Corpus, 2023. */
  'x-ms-require-user-confirmation'?: boolean
}

/** `x-ms-notification-content`: what a webhook on this path sends. Page "Create a webhook trigger". */
export interface NotificationContent {
  description?: string
  schema?: ConnectorSchemaObject
}

/** One path with its operations. It may not be a `$ref`. */
export interface ConnectorPathItem {
  get?: ConnectorOperation
  put?: ConnectorOperation
  post?: ConnectorOperation
  delete?: ConnectorOperation
  options?: ConnectorOperation
  head?: ConnectorOperation
  patch?: ConnectorOperation
  parameters?: (ConnectorParameter | ConnectorReference)[]
  'x-ms-notification-content'?: NotificationContent
}
