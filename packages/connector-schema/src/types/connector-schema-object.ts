import type { OpenAPIV2 } from 'openapi-types'
import type { MediaKind, Visibility } from './allowed-values.ts'
import type {
  DynamicList,
  DynamicProperties,
  DynamicSchema,
  DynamicTree,
  DynamicValues,
  EnumValue,
} from './dynamic-values.ts'

/** A reference to a name in the same file: `#/definitions/Item`. */
export interface ConnectorReference {
  $ref: string
}

/** What Microsoft adds to schemas and to parameters alike. Page "OpenAPI extensions" where nothing else is said. */
export interface ValueExtensions {
  /** The title a maker sees. At most 80 characters. */
  'x-ms-summary'?: string
  /** Absent is normal. */
  'x-ms-visibility'?: Visibility
  'x-ms-dynamic-values'?: DynamicValues
  'x-ms-dynamic-list'?: DynamicList
  'x-ms-dynamic-schema'?: DynamicSchema
  'x-ms-dynamic-properties'?: DynamicProperties
  'x-ms-dynamic-tree'?: DynamicTree
  /** Titles for the values of `enum`. */
  'x-ms-enum-values'?: EnumValue[]
  /** Whether the default is text to translate. Published definition schema. */
  'x-ms-localizeDefaultValue'?: boolean
  /** A value for Microsoft's automatic tests. Published definition schema. */
  'x-ms-test-value'?: unknown
  /** The editor the designer shows; `dictionary`, for free keys and values, was seen. Corpus; the options are the editor's own. */
  'x-ms-editor'?: string
  'x-ms-editor-options'?: Record<string, unknown>
}

/**
 * A schema of a body, response or name. Of JSON Schema the subset of OpenAPI 2.0: no `oneOf`, `anyOf`, `not`, `nullable`.
 */
export interface ConnectorSchemaObject extends ValueExtensions {
  $ref?: string
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'file'
  /** See `formats` for those the designer knows; others are ignored. */
  format?: string
  title?: string
  description?: string
  default?: unknown
  enum?: unknown[]
  properties?: Record<string, ConnectorSchemaObject>
  required?: string[]
  items?: ConnectorSchemaObject
  allOf?: ConnectorSchemaObject[]
  additionalProperties?: boolean | ConnectorSchemaObject
  discriminator?: string
  readOnly?: boolean
  example?: unknown
  externalDocs?: OpenAPIV2.ExternalDocumentationObject
  xml?: OpenAPIV2.XMLObject
  minimum?: number
  maximum?: number
  exclusiveMinimum?: boolean
  exclusiveMaximum?: boolean
  multipleOf?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  minProperties?: number
  maxProperties?: number
  /** What the binary content is. Published definition schema. */
  'x-ms-media-kind'?: MediaKind
  /**
   * True on the text property of a webhook's body that takes the address to call back: required, and hidden itself or by
   * what holds it. Page "Create a webhook trigger".
   */
  'x-ms-notification-url'?: boolean
  /** How large-language-model plug-ins use the value. Corpus, 2023. */
  'x-ms-openai-data'?: unknown
}
