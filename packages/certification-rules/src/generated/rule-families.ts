// Made by tools/generate.ts from the files in src/rules.
import type { RuleFamily } from '../engine/rule-family.ts'
import { annotationStatus } from '../rules/extensions/annotation-status.ts'
import { apiAnnotations } from '../rules/extensions/api-annotations.ts'
import { dynamicCalls } from '../rules/extensions/dynamic-calls.ts'
import { dynamicReferences } from '../rules/extensions/dynamic-references.ts'
import { dynamicResults } from '../rules/extensions/dynamic-results.ts'
import { dynamicTwins } from '../rules/extensions/dynamic-twins.ts'
import { enumValues } from '../rules/extensions/enum-values.ts'
import { extensionNames } from '../rules/extensions/extension-names.ts'
import { extensionValues } from '../rules/extensions/extension-values.ts'
import { operationExtensions } from '../rules/extensions/operation-extensions.ts'
import { schemaExtensions } from '../rules/extensions/schema-extensions.ts'
import { testConnection } from '../rules/extensions/test-connection.ts'
import { triggerHints } from '../rules/extensions/trigger-hints.ts'
import { definitionSize } from '../rules/files/definition-size.ts'
import { fileNaming } from '../rules/files/file-naming.ts'
import { jsonWriting } from '../rules/files/json-writing.ts'
import { packageLayout } from '../rules/files/package-layout.ts'
import { packageSolutions } from '../rules/files/package-solutions.ts'
import { requiredFiles } from '../rules/files/required-files.ts'
import { settingsFile } from '../rules/files/settings-file.ts'
import { basePath } from '../rules/host/base-path.ts'
import { hostName } from '../rules/host/host-name.ts'
import { schemes } from '../rules/host/schemes.ts'
import { iconBackground } from '../rules/icon/icon-background.ts'
import { iconImage } from '../rules/icon/icon-image.ts'
import { infoContact } from '../rules/info/info-contact.ts'
import { infoDescription } from '../rules/info/info-description.ts'
import { infoTitle } from '../rules/info/info-title.ts'
import { infoVersion } from '../rules/info/info-version.ts'
import { noEmptyStrings } from '../rules/info/no-empty-strings.ts'
import { swaggerRoot } from '../rules/info/swagger-root.ts'
import { swaggerShape } from '../rules/info/swagger-shape.ts'
import { metadataEntries } from '../rules/metadata/metadata-entries.ts'
import { metadataValues } from '../rules/metadata/metadata-values.ts'
import { deprecatedOperation } from '../rules/operations/deprecated-operation.ts'
import { operationDescription } from '../rules/operations/operation-description.ts'
import { operationId } from '../rules/operations/operation-id.ts'
import { operationMediaTypes } from '../rules/operations/operation-media-types.ts'
import { operationShape } from '../rules/operations/operation-shape.ts'
import { operationSummaryStyle } from '../rules/operations/operation-summary-style.ts'
import { operationSummary } from '../rules/operations/operation-summary.ts'
import { triggerTexts } from '../rules/operations/trigger-texts.ts'
import { bodyParameter } from '../rules/parameters/body-parameter.ts'
import { internalParameter } from '../rules/parameters/internal-parameter.ts'
import { parameterDescription } from '../rules/parameters/parameter-description.ts'
import { parameterKeys } from '../rules/parameters/parameter-keys.ts'
import { parameterKind } from '../rules/parameters/parameter-kind.ts'
import { parameterList } from '../rules/parameters/parameter-list.ts'
import { parameterReference } from '../rules/parameters/parameter-reference.ts'
import { parameterSummary } from '../rules/parameters/parameter-summary.ts'
import { pathParameter } from '../rules/parameters/path-parameter.ts'
import { reservedParameter } from '../rules/parameters/reserved-parameter.ts'
import { pathItem } from '../rules/paths/path-item.ts'
import { pathParameters } from '../rules/paths/path-parameters.ts'
import { pathShape } from '../rules/paths/path-shape.ts'
import { pathUnique } from '../rules/paths/path-unique.ts'
import { brandColor } from '../rules/properties/brand-color.ts'
import { policyReach } from '../rules/properties/policy-reach.ts'
import { policyTemplate } from '../rules/properties/policy-template.ts'
import { propertiesKeys } from '../rules/properties/properties-keys.ts'
import { publisher } from '../rules/properties/publisher.ts'
import { introduction } from '../rules/readme/introduction.ts'
import { readmeSections } from '../rules/readme/readme-sections.ts'
import { readmeTemplate } from '../rules/readme/readme-template.ts'
import { responseCodes } from '../rules/responses/response-codes.ts'
import { responseDescription } from '../rules/responses/response-description.ts'
import { responseParts } from '../rules/responses/response-parts.ts'
import { responseSchema } from '../rules/responses/response-schema.ts'
import { schemaKeywords } from '../rules/schemas/schema-keywords.ts'
import { schemaNames } from '../rules/schemas/schema-names.ts'
import { schemaRanges } from '../rules/schemas/schema-ranges.ts'
import { schemaReferences } from '../rules/schemas/schema-references.ts'
import { schemaRequired } from '../rules/schemas/schema-required.ts'
import { schemaSizes } from '../rules/schemas/schema-sizes.ts'
import { schemaTexts } from '../rules/schemas/schema-texts.ts'
import { schemaTypes } from '../rules/schemas/schema-types.ts'
import { schemaValues } from '../rules/schemas/schema-values.ts'
import { scriptCode } from '../rules/script/script-code.ts'
import { scriptOperations } from '../rules/script/script-operations.ts'
import { connectionMatchesSecurity } from '../rules/security/connection-matches-security.ts'
import { connectionParameter } from '../rules/security/connection-parameter.ts'
import { connectionSecret } from '../rules/security/connection-secret.ts'
import { connectionSets } from '../rules/security/connection-sets.ts'
import { embeddedSecret } from '../rules/security/embedded-secret.ts'
import { oauthParameters } from '../rules/security/oauth-parameters.ts'
import { oauthSettings } from '../rules/security/oauth-settings.ts'
import { securityDefinitions } from '../rules/security/security-definitions.ts'
import { securityRequirements } from '../rules/security/security-requirements.ts'
import { jsonStyle } from '../rules/style/json-style.ts'
import { fetchTrigger } from '../rules/triggers/fetch-trigger.ts'
import { pollingTrigger } from '../rules/triggers/polling-trigger.ts'
import { webhookCallBack } from '../rules/triggers/webhook-call-back.ts'
import { webhookOperation } from '../rules/triggers/webhook-operation.ts'

/** Every family of rules, by folder and name. */
export const ruleFamilies: readonly RuleFamily[] = [
  annotationStatus,
  apiAnnotations,
  dynamicCalls,
  dynamicReferences,
  dynamicResults,
  dynamicTwins,
  enumValues,
  extensionNames,
  extensionValues,
  operationExtensions,
  schemaExtensions,
  testConnection,
  triggerHints,
  definitionSize,
  fileNaming,
  jsonWriting,
  packageLayout,
  packageSolutions,
  requiredFiles,
  settingsFile,
  basePath,
  hostName,
  schemes,
  iconBackground,
  iconImage,
  infoContact,
  infoDescription,
  infoTitle,
  infoVersion,
  noEmptyStrings,
  swaggerRoot,
  swaggerShape,
  metadataEntries,
  metadataValues,
  deprecatedOperation,
  operationDescription,
  operationId,
  operationMediaTypes,
  operationShape,
  operationSummaryStyle,
  operationSummary,
  triggerTexts,
  bodyParameter,
  internalParameter,
  parameterDescription,
  parameterKeys,
  parameterKind,
  parameterList,
  parameterReference,
  parameterSummary,
  pathParameter,
  reservedParameter,
  pathItem,
  pathParameters,
  pathShape,
  pathUnique,
  brandColor,
  policyReach,
  policyTemplate,
  propertiesKeys,
  publisher,
  introduction,
  readmeSections,
  readmeTemplate,
  responseCodes,
  responseDescription,
  responseParts,
  responseSchema,
  schemaKeywords,
  schemaNames,
  schemaRanges,
  schemaReferences,
  schemaRequired,
  schemaSizes,
  schemaTexts,
  schemaTypes,
  schemaValues,
  scriptCode,
  scriptOperations,
  connectionMatchesSecurity,
  connectionParameter,
  connectionSecret,
  connectionSets,
  embeddedSecret,
  oauthParameters,
  oauthSettings,
  securityDefinitions,
  securityRequirements,
  jsonStyle,
  fetchTrigger,
  pollingTrigger,
  webhookCallBack,
  webhookOperation,
]
