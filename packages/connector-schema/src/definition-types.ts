import type { OpenAPIV2 } from 'openapi-types'

/** A connector's definition: OpenAPI 2.0 with Microsoft's extensions. */
export interface ConnectorDefinition extends OpenAPIV2.Document {}
