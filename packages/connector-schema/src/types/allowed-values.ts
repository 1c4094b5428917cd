/**
 * The values Microsoft's extensions allow, as lists to look things up in. Sources are named by the title of the page in
 * Microsoft's developer documentation for custom connectors, or as "corpus" for what accepted connectors were seen using.
 */

/** `x-ms-visibility`: shown first, behind a toggle, hidden. Absent is normal. Page "OpenAPI extensions". */
export const visibilities = ['important', 'advanced', 'internal'] as const
export type Visibility = (typeof visibilities)[number]

/** `x-ms-trigger`: one item per run, or a list that is split. Page "OpenAPI extensions". */
export const triggerKinds = ['single', 'batch'] as const
export type TriggerKind = (typeof triggerKinds)[number]

/** `x-ms-url-encoding` of a path parameter. Page "OpenAPI extensions". */
export const urlEncodings = ['single', 'double'] as const
export type UrlEncoding = (typeof urlEncodings)[number]

/** `status` of `x-ms-api-annotation`. Page "Operational versioning". */
export const lifecycleStatuses = ['Preview', 'Production'] as const
export type LifecycleStatus = (typeof lifecycleStatuses)[number]

/** `x-ms-media-kind` of a binary schema. The published definition schema. */
export const mediaKinds = ['image', 'audio'] as const
export type MediaKind = (typeof mediaKinds)[number]

/** What `Categories` in `x-ms-connector-metadata` may name, one or two of them joined by `;`. Page "Submit for certification". */
export const categories = [
  'AI',
  'Business Management',
  'Business Intelligence',
  'Collaboration',
  'Commerce',
  'Communication',
  'Content and Files',
  'Finance',
  'Data',
  'Human Resources',
  'Internet of Things',
  'IT Operations',
  'Lifestyle and Entertainment',
  'Marketing',
  'Productivity',
  'Sales and CRM',
  'Security',
  'Social Media',
  'Website',
] as const
export type Category = (typeof categories)[number]

/** The properties `x-ms-connector-metadata` must name. Page "Submit for certification". */
export const metadataNames = ['Website', 'Privacy policy', 'Categories'] as const

/** `format` values the designer knows. The published definition schema; `html` gives a rich editor. */
export const formats = [
  'int32',
  'int64',
  'float',
  'double',
  'byte',
  'binary',
  'date',
  'date-time',
  'date-no-tz',
  'password',
  'email',
  'html',
  'uri',
  'uuid',
] as const

/** `capabilities` of `apiProperties.json` seen in accepted connectors; most have none. Published properties schema, corpus. */
export const connectorCapabilities = ['actions', 'triggers', 'gateway', 'cloud'] as const

/** `type` of a connection parameter. Published properties schema. */
export const connectionParameterTypes = [
  'string',
  'securestring',
  'int',
  'bool',
  'oauthSetting',
  'gatewaySetting',
] as const
export type ConnectionParameterType = (typeof connectionParameterTypes)[number]

/** Sign-in providers with settings of their own. Published properties schema; services such as `github` have ids too. */
export const identityProviders = ['oauth2', 'oauth2generic', 'aad', 'aadcertificate', 'facebook'] as const

/** `redirectMode` of OAuth settings. Corpus: the published properties schema lacks `GlobalPerConnector`, which 34 use. */
export const redirectModes = ['Global', 'GlobalPerConnector', 'Direct'] as const
export type RedirectMode = (typeof redirectModes)[number]

/** Where a policy runs. `Failure` only for `setheader`. Published properties schema. */
export const policySections = ['Request', 'Response', 'Failure'] as const
export type PolicySection = (typeof policySections)[number]

/** What to do when a header or parameter is there already. Published properties schema. */
export const existsActions = ['override', 'skip', 'append'] as const
export type ExistsAction = (typeof existsActions)[number]
