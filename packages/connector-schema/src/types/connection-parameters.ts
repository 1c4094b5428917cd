import type { ConnectionParameterType, RedirectMode } from './allowed-values.ts'

/** What makers see and may enter. Published properties schema; page "Multiple authentication types" for `schema`. */
export interface ParameterUi {
  displayName?: string
  description?: string
  tooltip?: string
  tabIndex?: number
  constraints?: ParameterConstraints
  /** In a set of parameters the text stands here. */
  schema?: { description?: string; type?: string }
}

/** Limits of a connection parameter. Published properties schema. */
export interface ParameterConstraints {
  /** The text `"true"` or `"false"`; a boolean is accepted too. */
  required?: 'true' | 'false' | boolean
  /** Whether what is typed into a secret can be read. */
  clearText?: boolean
  tabIndex?: number
  /** The text `"true"` or `"false"`; a boolean is accepted too. */
  hidden?: 'true' | 'false' | boolean
  /** Capabilities that have to be there for the parameter to show. */
  capability?: string[]
  allowedValues?: { value: unknown; text?: string }[]
  /** Shown only for these values of other parameters. */
  dependencies?: Record<string, { values: unknown[] }>
}

/** A value of a provider's setting. */
export interface CustomParameter {
  value?: string | null
}

/** How a person signs in to the service. Published properties schema, and corpus for what it lacks. */
export interface OAuthSettings {
  /** See `identityProviders`. */
  identityProvider: string
  clientId?: string | null
  /** Never belongs in a file that is handed in. */
  clientSecret?: string
  scopes?: string[]
  redirectMode?: RedirectMode
  redirectUrl?: string | string[]
  properties?: {
    /** The text `"True"` or `"False"`. */
    IsFirstParty?: string
    AzureActiveDirectoryResourceId?: string
    IsOnbehalfofLoginSupported?: boolean
  }
  /** Addresses and templates of the provider; which ones depends on `identityProvider`. */
  customParameters?: Record<string, CustomParameter>
  additionalParameters?: Record<string, { type?: string; applicableWhen?: { parameter: string; oneOf: unknown[] }[] }>
}

/** One thing a person enters, or does, to make a connection. Published properties schema. */
export interface ConnectionParameterDefinition {
  type: ConnectionParameterType
  uiDefinition?: ParameterUi | null
  allowedValues?: { value: unknown; uiDefinition?: ParameterUi }[]
  defaultValue?: unknown
  oAuthSettings?: OAuthSettings
  /** `sourceType` is `AzureActiveDirectoryTenant` on `token:TenantId`. */
  metadata?: { sourceType?: string }
}

/** Several ways to make a connection. Page "Multiple authentication types"; only the command line can create it. */
export interface ConnectionParameterSets {
  uiDefinition?: ParameterUi
  values: ConnectionParameterSet[]
}

/** One way to make a connection. */
export interface ConnectionParameterSet {
  name: string
  uiDefinition?: ParameterUi
  parameters: Record<string, ConnectionParameterDefinition>
  metadata?: { allowSharing?: boolean }
}
