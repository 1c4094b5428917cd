import { isObject, type Json, type JsonObject, toJsonObject } from '../model/content.ts'
import { visibleIn } from '../model/difference.ts'
import { projectOnto } from '../model/projection.ts'
import type { WantedConnector } from '../model/wanted.ts'
import type { ConnectorMaterial } from '../target/target.ts'
import { TargetFailure } from '../target/target-failure.ts'
import type { Driver, Found, Workbench } from './driver.ts'

/** Custom connectors: recognised by the id the journal knows, otherwise by their title. */
export const connectorDriver: Driver<WantedConnector> = {
  kind: 'connector',
  loses: 'Connections to it stop working, and with them every flow that uses them, also those of other people.',
  async content(wanted) {
    const { displayName, description, definition, properties, oauth } = wanted
    return { ...withClients(properties, oauth), displayName, description, definition }
  },
  comparable(actual, wanted) {
    const { definition: actualDefinition, ...actualRest } = actual
    const { definition: wantedDefinition, ...wantedRest } = visibleIn(wanted, actual)
    const shown = toJsonObject(projectOnto(actualRest, wantedRest))
    const whole = (part: Json | undefined) => (part === undefined ? {} : { definition: part })
    return {
      actual: { ...shown, ...whole(actualDefinition) },
      wanted: { ...visibleIn(wantedRest, shown), ...(actualDefinition !== undefined && whole(wantedDefinition)) },
    }
  },
  async find(wanted, bench) {
    const recorded = bench.records.get(wanted.address)?.id
    const connectors = await bench.readings.connectors()
    const named = connectors.filter(({ displayName }) => displayName === wanted.displayName)
    const one = connectors.find(({ id }) => id === recorded) ?? (named.length === 1 ? named[0] : undefined)
    if (one === undefined && named.length > 1) throw severalOfTheName(wanted.displayName, named.length)
    return one === undefined ? undefined : readConnector(one.id, bench)
  },
  create: (wanted, bench) => bench.target.connectors.create(materialOf(wanted, bench)),
  update: (wanted, found, bench) => bench.target.connectors.update(found.id, materialOf(wanted, bench)),
  findRecorded: async ({ id, name }, bench) => {
    const connectors = await bench.readings.connectors()
    // A creation that was cut off left its title only.
    const found = connectors.find((one) => (id === '' ? one.displayName === name : one.id === id))
    return found && readConnector(found.id, bench)
  },
  remove: ({ id }, bench) => bench.target.connectors.remove(id),
  async restore({ id }, before, bench) {
    const { displayName, description, definition, ...properties } = before
    await bench.target.connectors.update(id, {
      displayName: typeof displayName === 'string' ? displayName : '',
      description: typeof description === 'string' ? description : '',
      definition: isObject(definition) ? definition : {},
      properties,
      oauth: {},
    })
  },
}

function readConnector(id: string, bench: Workbench): Promise<Found | undefined> {
  return bench.readings.once(`connector ${id}`, async () => {
    const installed = await bench.target.connectors.read(id)
    return installed === undefined ? undefined : { id, content: installed.content }
  })
}

/** The wanted connector with its secrets, for the one call that needs them. */
export function materialOf(wanted: WantedConnector, { secrets }: Pick<Workbench, 'secrets'>): ConnectorMaterial {
  const { displayName, description, definition, properties, icon, script } = wanted
  const oauth = Object.entries(wanted.oauth).map(([parameter, { clientId, clientSecret }]) => [
    parameter,
    {
      ...(clientId !== undefined && { clientId }),
      ...(clientSecret !== undefined && { clientSecret: secrets.read(clientSecret) }),
    },
  ])
  return {
    displayName,
    description,
    definition,
    properties,
    oauth: Object.fromEntries(oauth),
    ...(icon !== undefined && { icon }),
    ...(script !== undefined && { script }),
  }
}

function withClients(properties: JsonObject, oauth: WantedConnector['oauth']): JsonObject {
  const { connectionParameters } = properties
  if (!isObject(connectionParameters)) return properties
  const parameters = Object.entries(connectionParameters).map(([name, parameter]) => {
    const clientId = oauth[name]?.clientId
    if (clientId === undefined || !isObject(parameter) || !isObject(parameter.oAuthSettings)) return [name, parameter]
    return [name, { ...parameter, oAuthSettings: { ...parameter.oAuthSettings, clientId } }]
  })
  return { ...properties, connectionParameters: toJsonObject(Object.fromEntries(parameters)) }
}

function severalOfTheName(name: string, count: number): TargetFailure {
  return new TargetFailure({
    code: 'several-of-the-name',
    what: `${count} custom connectors are called "${name}".`,
    why: 'Which one to update cannot be told.',
    fix: 'Delete or rename the others in the target.',
  })
}
