import {
  createConnection,
  deleteConnection,
  getConnection,
  getConsentLink,
  listConnectionPermissions,
  listConnections,
  modifyConnectionPermissions,
  platformCreateConnection,
  platformDeleteConnection,
  platformGetConnection,
  platformListConnectionPermissions,
  platformListConnections,
  platformModifyConnectionPermissions,
} from '@sevenstep/cloud-access'
import type { ConnectionArea, ConnectionMaterial, InstalledConnection } from '../target.ts'
import { TargetFailure } from '../target-failure.ts'
import { type CloudPlace, inEnvironment } from './cloud-place.ts'
import { grantOf, revokingBody, sharingBody } from './permissions.ts'

/** Connections as a person reaches them: the Power Apps service. */
export function makerConnections(place: CloudPlace): ConnectionArea {
  const { calls, environment, portal } = place
  const query = inEnvironment(place)
  return {
    list: async () => (await calls.all(listConnections, { query })).map(installed),
    async read(connector, connection) {
      const found = await calls.find(getConnection, { path: { connector, connection }, query })
      return found === undefined ? undefined : installed(found)
    },
    async put(connector, connection, material) {
      const body = written(material, environment)
      await calls.call(createConnection, { path: { connector, connection }, query, body })
    },
    remove: (connector, connection) => calls.remove(deleteConnection, { path: { connector, connection }, query }),
    async consentLink(connector, connection) {
      const body = { redirectUrl: `${portal}/connection/oauth/redirect` }
      return (await calls.call(getConsentLink, { path: { connector, connection }, query, body })).consentLink
    },
    sharing: {
      list: async (id) => (await calls.all(listConnectionPermissions, { path: pathOf(id), query })).map(grantOf),
      async grant(id, grant) {
        await calls.call(modifyConnectionPermissions, { path: pathOf(id), query, body: sharingBody(grant) })
      },
      async revoke(id, principalId) {
        const path = pathOf(id)
        const body = revokingBody(await calls.all(listConnectionPermissions, { path, query }), principalId)
        if (body.delete.length > 0) await calls.call(modifyConnectionPermissions, { path, query, body })
      },
    },
  }
}

/** Connections as an application reaches them: the environment's own host on the Power Platform API. */
export function platformConnections(place: CloudPlace): ConnectionArea {
  const { calls, environment } = place
  const query = inEnvironment(place)
  const at = { environment }
  return {
    list: async () => (await calls.all(platformListConnections, {}, at)).map(installed),
    async read(connector, connection) {
      const found = await calls.find(platformGetConnection, { path: { connector, connection }, query }, at)
      return found === undefined ? undefined : installed(found)
    },
    async put(connector, connection, material) {
      const body = written(material, environment)
      await calls.call(platformCreateConnection, { path: { connector, connection }, query, body }, at)
    },
    remove: (connector, connection) =>
      calls.remove(platformDeleteConnection, { path: { connector, connection }, query }, at),
    consentLink: async () => {
      throw noConsent()
    },
    sharing: {
      list: async (id) =>
        (await calls.all(platformListConnectionPermissions, { path: pathOf(id), query }, at)).map(grantOf),
      async grant(id, grant) {
        await calls.call(platformModifyConnectionPermissions, { path: pathOf(id), query, body: sharingBody(grant) }, at)
      },
      async revoke(id, principalId) {
        const path = pathOf(id)
        const body = revokingBody(await calls.all(platformListConnectionPermissions, { path, query }, at), principalId)
        if (body.delete.length > 0) await calls.call(platformModifyConnectionPermissions, { path, query, body }, at)
      },
    },
  }
}

interface ConnectionResource {
  readonly name: string
  readonly properties: {
    readonly apiId: string
    readonly displayName?: string | undefined
    readonly statuses?:
      | readonly { readonly status: string; readonly error?: { readonly message?: string | undefined } | undefined }[]
      | undefined
    readonly createdBy?: { readonly id?: string | undefined } | undefined
  }
}

function installed({ name, properties }: ConnectionResource): InstalledConnection {
  const { apiId, displayName = '', statuses = [], createdBy } = properties
  const bad = statuses.find(({ status }) => status.toLowerCase() !== 'connected')
  const state = statuses.length === 0 ? 'unknown' : bad === undefined ? 'connected' : 'error'
  const detail = bad?.error?.message
  return {
    id: name,
    connectorId: apiId.split('/').at(-1) ?? apiId,
    displayName,
    state,
    ...(detail !== undefined && { detail }),
    ...(createdBy?.id !== undefined && { ownerId: createdBy.id }),
  }
}

function written({ displayName, parameters, parameterSet }: ConnectionMaterial, environment: string) {
  const id = `/providers/Microsoft.PowerApps/environments/${environment}`
  const values = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }]))
  return {
    properties: {
      displayName,
      environment: { id, name: environment },
      ...(parameterSet === undefined
        ? { connectionParameters: { ...parameters } }
        : { connectionParametersSet: { name: parameterSet, values } }),
    },
  }
}

/** `connector/connection`, as the drivers say it. */
function pathOf(id: string): { connector: string; connection: string } {
  const slash = id.indexOf('/')
  return { connector: id.slice(0, slash), connection: id.slice(slash + 1) }
}

function noConsent(): TargetFailure {
  return new TargetFailure({
    code: 'application-refused',
    what: 'An application cannot ask for a page on which a person signs in to a connection.',
    why: 'Only people can sign in to connections.',
    fix: 'Have a person open the connection in the portal and sign in, then share it with the application.',
  })
}
