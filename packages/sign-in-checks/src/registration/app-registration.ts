import type { JsonNode } from '@sevenstep/located-json'
import type { JudgedFile } from '@sevenstep/rule-engine'
import type { Field } from './field-paths.ts'
import type { ManifestFormat } from './manifest-format.ts'

/** Who may sign in: one's own directory, any directory, those and personal accounts, or personal accounts alone. */
export type Audience =
  | 'AzureADMyOrg'
  | 'AzureADMultipleOrgs'
  | 'AzureADandPersonalMicrosoftAccount'
  | 'PersonalMicrosoftAccount'

/** What kind of application a redirect address belongs to. */
export type Platform = 'web' | 'spa' | 'public-client'

/** An address users return to after signing in. */
export interface RedirectAddress {
  readonly node: JsonNode
  /** As it is written. */
  readonly value: string
  readonly platform: Platform
  /** Taken apart; nothing when it is no absolute address. */
  readonly url: URL | undefined
}

/** A permission that is asked for. */
export interface RequestedPermission {
  readonly node: JsonNode
  /** In lower case; empty when it is no text. */
  readonly id: string
  /** `Scope` acts for a signed-in user, `Role` as the application itself. */
  readonly type: string
}

/** An API with the permissions that are asked of it. */
export interface RequestedApi {
  readonly node: JsonNode
  /** In lower case; empty when it is no text. */
  readonly appId: string
  readonly permissions: readonly RequestedPermission[]
}

/** A secret or certificate of the application. */
export interface Credential {
  readonly node: JsonNode
  readonly kind: 'secret' | 'certificate'
  /** What people call it; its key's id when it has no name. */
  readonly label: string
  /** Where its last day is written. */
  readonly ends: JsonNode | undefined
}

/** An app registration in the words of today's format, whichever format it came in; every part knows its place. */
export interface AppRegistration {
  readonly file: JudgedFile
  readonly root: JsonNode
  readonly format: ManifestFormat
  readonly audience: Audience | undefined
  readonly redirects: readonly RedirectAddress[]
  /** The arrays the redirect addresses stand in. */
  readonly redirectLists: readonly JsonNode[]
  readonly apis: readonly RequestedApi[]
  readonly credentials: readonly Credential[]
  /** A setting where its format keeps it; nothing when it is not there or null. */
  field(field: Field): JsonNode | undefined
  /** A top-level key that is the same in all formats; nothing when it is not there or null. */
  member(key: string): JsonNode | undefined
}

/** True when personal Microsoft accounts may sign in. */
export function admitsPersonalAccounts({ audience }: AppRegistration): boolean {
  return audience === 'AzureADandPersonalMicrosoftAccount' || audience === 'PersonalMicrosoftAccount'
}

/** True when people of other directories may sign in. */
export function isMultiTenant({ audience }: AppRegistration): boolean {
  return audience === 'AzureADMultipleOrgs' || audience === 'AzureADandPersonalMicrosoftAccount'
}
