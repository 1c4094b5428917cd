import type { WantedConnector } from '../model/wanted.ts'
import { deploymentFinding } from '../plan/deployment-finding.ts'
import type { ChosenRoute } from '../plan/plan.ts'
import type { TargetFacts } from '../target/target.ts'
import type { ResolveContext } from './resolve-context.ts'

/** The custom connectors of a description. */
export function wantedConnectors({ materials, facts, routes, findings }: ResolveContext): WantedConnector[] {
  return (materials.description.connectors ?? []).flatMap(({ name, oauth = {} }, index) => {
    const read = materials.connectors.get(name)
    if (read === undefined) return []
    const address = `connector/${name}`
    const chosen = connectorRoute(facts)
    routes.push({ part: address, ...chosen })
    if (chosen.route === 'database' && Object.values(oauth).some(({ clientSecret }) => clientSecret !== undefined)) {
      const location = materials.source.locate(['connectors', index, 'oauth'])
      findings.push(deploymentFinding('client-secret-by-hand', location, { connector: name }))
    }
    const clients = Object.entries(oauth).map(([parameter, { clientId, clientSecret }]) => [
      parameter,
      { ...(clientId !== undefined && { clientId }), ...(clientSecret !== undefined && { clientSecret }) },
    ])
    const { displayName, description, definition, properties, icon, script, hash } = read
    return [
      {
        kind: 'connector',
        address,
        name,
        place: ['connectors', index],
        needs: [],
        hash,
        displayName,
        description,
        definition,
        properties,
        oauth: Object.fromEntries(clients),
        ...(icon !== undefined && { icon }),
        ...(script !== undefined && { script }),
      } satisfies WantedConnector,
    ]
  })
}

/** Which way custom connectors take. */
function connectorRoute({ principal, organization }: TargetFacts): Omit<ChosenRoute, 'part'> {
  if (principal.kind === 'application' && organization !== undefined) {
    const because =
      'The credential is an application, which the Power Apps service takes only in part; the database takes it.'
    return { route: 'database', because }
  }
  const because =
    principal.kind === 'person'
      ? 'The credential is a person’s, so the connector takes the way the portal takes: the Power Apps service.'
      : 'The environment has no database, so that the Power Apps service is the only way; whether it takes an application here is not known.'
  return { route: 'power-apps', because }
}
