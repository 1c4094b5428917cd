import type { DraftFinding } from '@sevenstep/findings'
import { z } from 'zod'
import type { TargetDeployment } from '../../model/deployment.ts'
import { connectorIdOf, type Workbench } from '../../things/driver.ts'
import { deploymentFinding } from '../deployment-finding.ts'
import type { PreflightContext } from './preflight.ts'

const groupNames = z.enum(['Confidential', 'General', 'Blocked'])

/** A data policy as the platform's administration exports it: groups of connectors, and the group of all others. */
export const dataPolicySchema = z.looseObject({
  displayName: z.string().optional(),
  defaultConnectorsClassification: groupNames.optional(),
  connectorGroups: z.array(
    z.looseObject({
      classification: groupNames,
      connectors: z.array(z.looseObject({ id: z.string(), name: z.string().optional() })),
    }),
  ),
})

/** A data policy that an administrator exported. */
export type DataPolicy = z.output<typeof dataPolicySchema>

/** Whether a policy allows each flow's connectors together; without one, that it is not known. */
export async function checkPolicy(
  { deployment, bench }: PreflightContext,
  policy: DataPolicy | undefined,
): Promise<DraftFinding[]> {
  const flows = await flowConnectors(deployment, bench)
  const [first] = flows
  if (first === undefined) return []
  if (policy === undefined) return [deploymentFinding('policy-unknown', deployment.locate(first.place))]
  return flows.flatMap(({ name, connectors, place }) => {
    const detail = objection(connectors, policy)
    if (detail === undefined) return []
    const data = {
      flow: name,
      connectors: connectors.join(', '),
      detail,
      policy: policy.displayName ?? 'that was given',
    }
    return [deploymentFinding('policy-blocks', deployment.locate(place), data)]
  })
}

interface FlowConnectors {
  readonly name: string
  readonly connectors: readonly string[]
  readonly place: readonly PropertyKey[]
}

async function flowConnectors(deployment: TargetDeployment, bench: Workbench): Promise<FlowConnectors[]> {
  const flows: FlowConnectors[] = []
  for (const wanted of deployment.wanted) {
    if (wanted.kind === 'solution') {
      const connectors = wanted.references.map(({ connectorId }) => lastPart(connectorId))
      if (connectors.length > 0) flows.push({ name: wanted.uniqueName, connectors, place: wanted.place })
    } else if (wanted.kind === 'flow' || wanted.kind === 'package') {
      const connectors = await Promise.all(
        wanted.references.map(async ({ connection, packagedConnector }) => {
          const here = connection === undefined ? undefined : await connectorIdOf(connection.connector, bench)
          return here ?? packagedConnector
        }),
      )
      if (connectors.length > 0) flows.push({ name: wanted.displayName, connectors, place: wanted.place })
    }
  }
  return flows
}

/** What the policy has against these connectors in one flow. */
function objection(connectors: readonly string[], policy: DataPolicy): string | undefined {
  const groups = connectors.map((connector) => ({ connector, group: groupOf(connector, policy) }))
  const blocked = groups.filter(({ group }) => group === 'Blocked').map(({ connector }) => connector)
  if (blocked.length > 0) return `${blocked.join(', ')} is blocked.`
  const business = groups.filter(({ group }) => group === 'Confidential').map(({ connector }) => connector)
  const others = groups.filter(({ group }) => group === 'General').map(({ connector }) => connector)
  if (business.length === 0 || others.length === 0) return undefined
  return `${business.join(', ')} is for business data only, and ${others.join(', ')} is not.`
}

function groupOf(connector: string, { connectorGroups, defaultConnectorsClassification }: DataPolicy) {
  const group = connectorGroups.find(({ connectors }) =>
    connectors.some(({ id }) => lastPart(id).toLowerCase() === connector.toLowerCase()),
  )
  return group?.classification ?? defaultConnectorsClassification ?? 'General'
}

function lastPart(id: string): string {
  return id.split('/').at(-1) ?? id
}
