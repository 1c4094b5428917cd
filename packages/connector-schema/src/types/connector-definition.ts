import type { OpenAPIV2 } from 'openapi-types'
import type { LifecycleStatus } from './allowed-values.ts'
import type { ConnectorParameter, ConnectorPathItem, ConnectorResponse } from './connector-operation.ts'
import type { ConnectorReference, ConnectorSchemaObject } from './connector-schema-object.ts'

/** The connector's name card. */
export interface ConnectorInfo {
  /** At most 30 characters, in English, without the words API and connector. Page "Submit for certification". */
  title: string
  /** Any text that is not empty; numbers with dots are usual. */
  version: string
  /** 30 to 500 characters. Page "Submit for certification". */
  description?: string
  contact?: OpenAPIV2.ContactObject
  termsOfService?: string
  license?: OpenAPIV2.LicenseObject
  /** Digits and dots. Published definition schema. */
  'x-ms-deployment-version'?: string
  'x-ms-api-annotation'?: { status?: LifecycleStatus }
  /** Words to find the connector by. Published definition schema. */
  'x-ms-keywords'?: string[]
}

/** One line of `x-ms-connector-metadata`. Page "Submit for certification". */
export interface ConnectorMetadata {
  /** `Website`, `Privacy policy` or `Categories`. */
  propertyName: string
  /** An address, or one or two categories joined by `;`. */
  propertyValue: string
}

/** `x-ms-capabilities` at the root. */
export interface ConnectorCapabilities {
  /** A GET operation that tells whether a connection works. Page "Test connection". */
  testConnection?: { operationId: string; parameters?: Record<string, unknown> }
  /** Operations behind the file picker. Page "OpenAPI extensions". */
  'file-picker'?: FilePickerCapability
}

/** What a call of the file picker is given: a property of the item chosen, another parameter's value, or a fixed value. */
export type FilePickerArgument =
  | { readonly 'value-property': string }
  | { readonly parameter: string }
  | { readonly value: unknown }

/** The two calls of the file picker and where in their answers things stand. Page "OpenAPI extensions". */
export interface FilePickerCapability {
  open: { operationId: string; parameters?: Record<string, FilePickerArgument> }
  browse: { operationId: string; parameters?: Record<string, FilePickerArgument> }
  'value-path'?: string
  'value-title'?: string
  'value-collection'?: string
  'value-folder-property'?: string
  'value-media-property'?: string
}

/** Microsoft's additions at the root of the definition. */
export interface DefinitionExtensions {
  'x-ms-capabilities'?: ConnectorCapabilities
  /** Required for certification. */
  'x-ms-connector-metadata'?: ConnectorMetadata[]
  /** Links to documentation. Published definition schema. */
  'x-ms-docs'?: unknown
  /** What a plug-in made of the connector says about itself. Corpus, 2023. */
  'x-ms-openai-manifest'?: unknown
}

/**
 * `apiDefinition.swagger.json`: an OpenAPI 2.0 document with Microsoft's extensions. Every object may have further keys
 * that begin with `x-`.
 */
export interface ConnectorDefinition
  extends DefinitionExtensions,
    Omit<OpenAPIV2.Document, 'swagger' | 'info' | 'paths' | 'definitions' | 'parameters' | 'responses'> {
  swagger: '2.0'
  info: ConnectorInfo
  /** Name, and port if need be; no scheme and no path. */
  host?: string
  /** Begins with a slash. */
  basePath?: string
  paths: Record<string, ConnectorPathItem>
  definitions?: Record<string, ConnectorSchemaObject>
  parameters?: Record<string, ConnectorParameter | ConnectorReference>
  responses?: Record<string, ConnectorResponse | ConnectorReference>
}
