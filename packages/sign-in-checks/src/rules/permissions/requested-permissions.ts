import type { JsonNode } from '@sevenstep/located-json'
import type { Mend } from '@sevenstep/rule-engine'
import { type ApiKey, type ApiScope, apiById, apiOf, type KnownApi, scopeById } from '../../data/permissions.ts'
import type { SignInSubject } from '../../engine/sign-in-subject.ts'
import type { AppRegistration, RequestedPermission } from '../../registration/app-registration.ts'

/** A permission of an API we know, with what we know of it. */
export interface KnownPermission {
  readonly api: KnownApi
  readonly permission: RequestedPermission
  /** Nothing for an id that is not in our list, and for application permissions. */
  readonly scope: ApiScope | undefined
}

/** Every permission that is asked of an API we know, in the order of the manifest. */
export function knownPermissions({ apis }: AppRegistration): readonly KnownPermission[] {
  return apis.flatMap(({ appId, permissions }) => {
    const api = apiById(appId)
    if (api === undefined) return []
    return permissions.map((permission) => ({
      api,
      permission,
      scope: permission.type === 'Role' ? undefined : scopeById(api, permission.id),
    }))
  })
}

/** True when a scope is asked for, by its id. */
export function asksFor({ apis }: AppRegistration, api: ApiKey, value: string): boolean {
  const { appId, scopes } = apiOf(api)
  const id = scopes.find((scope) => scope.value === value)?.id
  return apis.some((asked) => asked.appId === appId && asked.permissions.some((entry) => entry.id === id))
}

/** Where something about what an API lacks is said: its entry, else the list of APIs, else the whole manifest. */
export function placeOfApi({ apis, root }: AppRegistration, api: ApiKey): JsonNode {
  const { appId } = apiOf(api)
  return apis.find((asked) => asked.appId === appId)?.node ?? root.member('requiredResourceAccess') ?? root
}

/** Adds the scopes named in the finding's data (`api`, and `values` with blanks between) to the manifest. */
export const addScopes: Mend<SignInSubject> = ({ subject: { registration }, data, edit }) => {
  const { appId, scopes } = apiOf(String(data.apiKey) as ApiKey) // the key that the check itself put into the data
  const wanted = String(data.values).split(' ')
  const entries = scopes.filter(({ value }) => wanted.includes(value)).map(({ id }) => ({ id, type: 'Scope' }))
  const api = registration.apis.find((asked) => asked.appId === appId)
  const list = registration.root.member('requiredResourceAccess')
  const access = api?.node.member('resourceAccess')
  if (access?.kind === 'array') for (const entry of entries) edit.append(access, entry)
  else if (api?.node.kind === 'object') edit.insert(api.node, 'resourceAccess', entries)
  else if (list?.kind === 'array') edit.append(list, { resourceAppId: appId, resourceAccess: entries })
  else edit.insert(registration.root, 'requiredResourceAccess', [{ resourceAppId: appId, resourceAccess: entries }])
}
