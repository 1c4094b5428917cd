import type { TenantState } from '../../state/emulator-state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { findConnector } from '../connectors/find-connector.ts'
import { hasPremiumLicence } from './premium-licence.ts'

/** Why a flow may not use the connectors it uses. */
export interface ConnectorsRefusal {
  readonly status: 403
  readonly code: 'DlpViolation' | 'MissingAdequateQuotaPolicy'
  readonly message: string
}

/** Who turns a flow on, where. */
export interface ConnectorsUse {
  readonly tenant: TenantState
  readonly environment: EnvironmentState
  /** Object id of whoever needs the licence. */
  readonly owner: string
  /** Names of the connectors as the API has them. */
  readonly connectors: readonly string[]
}

/** What keeps a flow off because of its connectors, on both planes: a data policy first, then its owner's licence. */
export function connectorsRefusal(use: ConnectorsUse): ConnectorsRefusal | undefined {
  return policyRefusal(use) ?? licenceRefusal(use)
}

function policyRefusal({ environment, connectors }: ConnectorsUse): ConnectorsRefusal | undefined {
  for (const { displayName, business, blocked } of environment.dataPolicies) {
    const forbidden = connectors.find((connector) => blocked.includes(connector))
    const inside = connectors.filter((connector) => business.includes(connector))
    const mixed = inside.length > 0 && inside.length < connectors.length
    if (forbidden === undefined && !mixed) continue
    const why =
      forbidden === undefined
        ? `the connectors ${connectors.join(', ')} may not be used together`
        : `the connector ${forbidden} is blocked`
    const message = `The policy '${displayName}' does not allow this flow: ${why}.`
    return { status: 403, code: 'DlpViolation', message }
  }
  return undefined
}

function licenceRefusal({ tenant, environment, owner, connectors }: ConnectorsUse): ConnectorsRefusal | undefined {
  const premium = connectors.find((name) => {
    const found = findConnector(environment, name)
    return found?.kind === 'custom' || found?.connector.tier === 'Premium'
  })
  if (premium === undefined || hasPremiumLicence(tenant, environment, owner)) return undefined
  return {
    status: 403,
    code: 'MissingAdequateQuotaPolicy',
    message: `The user with object id '${owner}' does not have a service plan adequate for the premium connector '${premium}'.`,
  }
}
