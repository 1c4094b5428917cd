import { type JsonNode, readJson } from '@sevenstep/located-json'
import type { JudgedFile } from '@sevenstep/rule-engine'
import type {
  AppRegistration,
  Audience,
  Credential,
  Platform,
  RedirectAddress,
  RequestedApi,
} from './app-registration.ts'
import { type Field, fieldPaths } from './field-paths.ts'
import { looksLikeManifest, type ManifestFormat, recogniseFormat } from './manifest-format.ts'

/** A manifest as it was read. */
export interface ReadManifest {
  readonly file: JudgedFile
  /** Nothing when the file is no object, or nothing in it says that it is an app registration. */
  readonly registration: AppRegistration | undefined
}

/**
 * Reads an app registration's manifest, whichever of the three formats it is in. Never throws; what is wrong with the
 * JSON is in `file.json.problems`. `isUtf8` is false for a text in which bytes were replaced while decoding.
 */
export function readAppRegistration(path: string, text: string, isUtf8 = true): ReadManifest {
  const json = readJson(text)
  const file: JudgedFile = { path, text, isUtf8, json }
  const { root } = json
  const format = root === undefined || !looksLikeManifest(root) ? undefined : recogniseFormat(root)
  return { file, registration: root === undefined || format === undefined ? undefined : mapped(file, root, format) }
}

function mapped(file: JudgedFile, root: JsonNode, format: ManifestFormat): AppRegistration {
  const field = (name: Field): JsonNode | undefined => {
    for (const path of fieldPaths[format][name]) {
      const node = present(root.find(...path))
      if (node !== undefined) return node
    }
    return undefined
  }
  const { redirects, redirectLists } = readRedirects(root, format)
  return {
    file,
    root,
    format,
    audience: audienceOf(field('audience')),
    redirects,
    redirectLists,
    apis: itemsOf(root.member('requiredResourceAccess')).map(readApi),
    credentials: [
      ...itemsOf(root.member('keyCredentials')).map((node) => readCredential(node, 'certificate')),
      ...itemsOf(root.member('passwordCredentials')).map((node) => readCredential(node, 'secret')),
    ],
    field,
    member: (key) => present(root.member(key)),
  }
}

/** Exports write null where nothing is set. */
function present(node: JsonNode | undefined): JsonNode | undefined {
  return node?.kind === 'null' ? undefined : node
}

function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'array' ? node.children : []
}

const audiences: Readonly<Record<string, Audience>> = {
  AzureADMyOrg: 'AzureADMyOrg',
  AzureADMultipleOrgs: 'AzureADMultipleOrgs',
  AzureADandPersonalMicrosoftAccount: 'AzureADandPersonalMicrosoftAccount',
  PersonalMicrosoftAccount: 'PersonalMicrosoftAccount',
}

/** The early format only says whether other directories are let in. */
function audienceOf(node: JsonNode | undefined): Audience | undefined {
  if (node?.kind === 'boolean') return node.value === true ? 'AzureADMultipleOrgs' : 'AzureADMyOrg'
  const value = String(node?.value)
  return Object.hasOwn(audiences, value) ? audiences[value] : undefined
}

const platformsByType: Readonly<Record<string, Platform>> = {
  web: 'web',
  spa: 'spa',
  installedclient: 'public-client',
}

function readRedirects(root: JsonNode, format: ManifestFormat): Pick<AppRegistration, 'redirects' | 'redirectLists'> {
  const redirects: RedirectAddress[] = []
  const redirectLists: JsonNode[] = []
  const addList = (list: JsonNode | undefined, platform: Platform | undefined): void => {
    if (list?.kind !== 'array') return
    redirectLists.push(list)
    for (const item of list.children) {
      const node = item.kind === 'object' ? item.member('url') : item
      if (node?.kind !== 'string') continue
      const type = String(item.member('type')?.value).toLowerCase()
      const value = String(node.value)
      const known = Object.hasOwn(platformsByType, type) ? platformsByType[type] : undefined
      redirects.push({ node, value, platform: platform ?? known ?? 'web', url: addressOf(value) })
    }
  }
  if (format === 'microsoft-graph') {
    addList(root.find('web', 'redirectUris'), 'web')
    addList(root.find('spa', 'redirectUris'), 'spa')
    addList(root.find('publicClient', 'redirectUris'), 'public-client')
  } else {
    addList(root.member('replyUrlsWithType'), undefined)
    if (redirectLists.length === 0) addList(root.member('replyUrls'), 'web')
  }
  return { redirects, redirectLists }
}

/** Taken apart; nothing for what is no absolute address. */
export function addressOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}

function readApi(node: JsonNode): RequestedApi {
  return {
    node,
    appId: textIn(node, 'resourceAppId').toLowerCase(),
    permissions: itemsOf(node.member('resourceAccess')).map((entry) => ({
      node: entry,
      id: textIn(entry, 'id').toLowerCase(),
      type: textIn(entry, 'type'),
    })),
  }
}

function readCredential(node: JsonNode, kind: Credential['kind']): Credential {
  const label = textIn(node, 'displayName') || textIn(node, 'keyId') || `number ${(node.index ?? 0) + 1}`
  return { node, kind, label, ends: present(node.member('endDateTime')) ?? present(node.member('endDate')) }
}

function textIn(node: JsonNode, key: string): string {
  const member = node.member(key)
  return member?.kind === 'string' ? String(member.value) : ''
}
