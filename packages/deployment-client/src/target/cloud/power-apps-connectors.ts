import {
  createConnector,
  deleteConnector,
  downloadConnectorDefinition,
  generateConnectorStorage,
  getConnector,
  listConnectorPermissions,
  listConnectors,
  modifyConnectorPermissions,
  putBlob,
  updateConnector,
  validateConnectorDefinition,
} from '@sevenstep/cloud-access'
import { toJsonObject } from '../../model/content.ts'
import type { ConnectorArea, ConnectorMaterial } from '../target.ts'
import { TargetFailure } from '../target-failure.ts'
import { cloudCodeOf } from './calls.ts'
import { type CloudPlace, inEnvironment } from './cloud-place.ts'
import { shownConnector, writtenConnector } from './connector-body.ts'
import { grantOf, revokingBody, sharingBody } from './permissions.ts'

/** Custom connectors the way the portal goes: the Power Apps service. */
export function powerAppsConnectors(place: CloudPlace): ConnectorArea {
  const { calls, environment } = place
  const query = inEnvironment(place)
  return {
    async list() {
      const filter = `${query.$filter} and IsCustomApi eq 'True'`
      const connectors = await calls.all(listConnectors, { query: { $filter: filter } })
      return connectors
        .filter(({ properties }) => properties.isCustomApi !== false)
        .map(({ name, properties }) => ({ id: name, displayName: properties.displayName ?? '' }))
    },
    async read(id) {
      const connector = await calls.find(getConnector, { path: { connector: id }, query })
      if (connector === undefined) return undefined
      const { properties } = connector
      const address = properties.apiDefinitions?.originalSwaggerUrl
      const definition =
        address === undefined ? undefined : toJsonObject(await calls.call(downloadConnectorDefinition, {}, { address }))
      const content = shownConnector(toJsonObject(properties), definition)
      return { id, displayName: properties.displayName ?? '', content }
    },
    async has(id) {
      try {
        return (await calls.find(getConnector, { path: { connector: id }, query })) !== undefined
      } catch (error) {
        // Who may not look cannot tell; connectors of Power Platform itself are always there.
        if (error instanceof TargetFailure && isNotAllowed(error)) return true
        throw error
      }
    },
    async create(material) {
      const body = writtenConnector(material, environment, await upload(place, material))
      return (await calls.call(createConnector, { query, body })).name
    },
    async update(id, material) {
      const body = writtenConnector(material, environment, await upload(place, material))
      await calls.call(updateConnector, { path: { connector: id }, query, body })
    },
    remove: (id) => calls.remove(deleteConnector, { path: { connector: id }, query }),
    validate: (material) => validate(place, material),
    sharing: {
      list: async (id) => (await calls.all(listConnectorPermissions, { path: { connector: id }, query })).map(grantOf),
      async grant(id, grant) {
        await calls.call(modifyConnectorPermissions, { path: { connector: id }, query, body: sharingBody(grant) })
      },
      async revoke(id, principalId) {
        const path = { connector: id }
        const body = revokingBody(await calls.all(listConnectorPermissions, { path, query }), principalId)
        if (body.delete.length > 0) await calls.call(modifyConnectorPermissions, { path, query, body })
      },
    },
  }
}

/** The service's complaints about a definition, which it looks over without keeping it. */
async function validate({ calls, objectId }: CloudPlace, { definition }: ConnectorMaterial): Promise<string[]> {
  try {
    await calls.call(validateConnectorDefinition, { path: { objectId }, query: {}, body: definition })
    return []
  } catch (error) {
    if (error instanceof TargetFailure && cloudCodeOf(error) !== undefined && error.text.status === 400) {
      return error.message.split('\n').slice(1)
    }
    throw error
  }
}

function isNotAllowed({ text }: TargetFailure): boolean {
  return text.status === 401 || text.status === 403 || text.code === 'application-refused'
}

/** Icon and script go to storage first; the connector is given their signed addresses. */
async function upload({ calls, environment, objectId }: CloudPlace, { icon, script }: ConnectorMaterial) {
  if (icon === undefined && script === undefined) return {}
  const { sharedAccessSignature } = await calls.call(generateConnectorStorage, {
    path: { objectId },
    body: { environment: { name: environment } },
  })
  const put = async (name: string, bytes: Uint8Array): Promise<string> => {
    const address = new URL(sharedAccessSignature)
    address.pathname = `${address.pathname.replace(/\/$/, '')}/${encodeURIComponent(name)}`
    await calls.call(
      putBlob,
      { headers: { 'x-ms-blob-type': 'BlockBlob' }, body: new Uint8Array(bytes) },
      { address: address.href },
    )
    return address.href
  }
  return {
    ...(icon !== undefined && { iconUri: await put(icon.fileName, icon.bytes) }),
    ...(script !== undefined && { scriptDefinitionUrl: await put('script.csx', new TextEncoder().encode(script)) }),
  }
}
