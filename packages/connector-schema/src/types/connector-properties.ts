import type { ConnectionParameterDefinition, ConnectionParameterSets } from './connection-parameters.ts'
import type { PolicyTemplateInstance } from './policy-templates.ts'

/** `apiProperties.json`. Published properties schema, and corpus for what it lacks. */
export interface ConnectorProperties {
  $schema?: string
  properties: PropertiesBody
}

/** Everything `apiProperties.json` says. */
export interface PropertiesBody {
  /** Background of the icon: `#` and six hexadecimal digits. */
  iconBrandColor: string
  /** Who hands the connector in. Page "Submit for certification". */
  publisher?: string
  /** Who owns the service behind it. Page "Submit for certification". */
  stackOwner?: string
  /** See `connectorCapabilities`; usually empty. */
  capabilities?: string[]
  /** By name: letters, digits, `_`, and `token:Name` for what belongs to a sign-in. */
  connectionParameters?: Record<string, ConnectionParameterDefinition>
  connectionParameterSets?: ConnectionParameterSets
  policyTemplateInstances?: PolicyTemplateInstance[]
  /** Operations `script.csx` runs for; an empty list means all. Page "Write code in a custom connector". */
  scriptOperations?: string[]
  /** An older form of `scriptOperations`. Corpus. */
  script?: { language?: string; operationIds?: string[] }
}
