import type { ApiKey } from './permissions.ts'
import type { SourceKey } from './sources.ts'

/** Something an application wants to do, which decides what its registration needs. */
export interface Capability {
  readonly id: CapabilityId
  readonly title: string
  /** Scopes that have to be asked for. */
  readonly needs: readonly Need[]
  /** Scopes that may be asked for without being too much. */
  readonly mayUse: readonly Need[]
  readonly source: SourceKey
  /** `low` where the scopes were inferred and no source lists them for this. */
  readonly confidence: 'high' | 'low'
}

/** Scopes of one API; with several, any one of them does where `isAnyEnough` says so. */
export interface Need {
  readonly api: ApiKey
  readonly scopes: readonly string[]
  readonly isAnyEnough?: true
}

/** The capabilities by name, as flags and configurations write them. */
export type CapabilityId =
  | 'embed-gallery'
  | 'embed-flows'
  | 'embed-templates'
  | 'embed-flow-creation'
  | 'embed-runtime'
  | 'embed-approvals'
  | 'regional-portal'
  | 'deploy-dataverse'
  | 'create-connections'
  | 'read-profile'
  | 'read-licences'
  | 'assign-licences'
  | 'landing-page'
  | 'device-code'
  | 'connector-client'
  | 'partner-center'

const flows: Need = { api: 'flow', scopes: ['Flows.Read.All', 'Flows.Manage.All'] }
const activity: Need = { api: 'flow', scopes: ['Activity.Read.All'] }

/** Everything an application may want to do in the seven steps, with the scopes it takes. */
export const capabilities: readonly Capability[] = [
  capability('embed-gallery', 'Show the template gallery without sign-in', 'embed', []),
  capability('embed-flows', 'Embed the list of flows', 'embed', [flows]),
  capability('embed-templates', 'Embed templates for signed-in users', 'embed', [flows]),
  capability('embed-flow-creation', 'Embed the creation of a flow from a template', 'embed', [flows]),
  capability('embed-runtime', 'Embed triggering a flow and its history', 'embed', [flows], {
    mayUse: [activity],
    confidence: 'low',
  }),
  capability(
    'embed-approvals',
    'Embed the approval centre',
    'embed',
    [{ api: 'flow', scopes: ['Approvals.Read.All', 'Approvals.Manage.All'] }],
    { mayUse: [{ api: 'flow', scopes: ['Flows.Read.All'] }], confidence: 'low' },
  ),
  capability('regional-portal', 'Let the widget find the portal of the user’s region', 'public-code', [
    { api: 'azure', scopes: ['user_impersonation'] },
  ]),
  capability('deploy-dataverse', 'Deploy flows through the Dataverse Web API', 'web-api', [
    { api: 'dataverse', scopes: ['user_impersonation'] },
  ]),
  capability(
    'create-connections',
    'Create connectors and connections in a customer’s tenant',
    'public-code',
    [{ api: 'power-apps', scopes: ['User'] }],
    { confidence: 'low' },
  ),
  capability('read-profile', 'Show who is signed in', 'graph-permissions', [{ api: 'graph', scopes: ['User.Read'] }]),
  capability(
    'read-licences',
    'Read the licences of a tenant and its users',
    'graph-permissions',
    [{ api: 'graph', scopes: ['Organization.Read.All', 'Directory.Read.All'], isAnyEnough: true }],
    { mayUse: [{ api: 'graph', scopes: ['User.Read.All'] }], confidence: 'low' },
  ),
  capability(
    'assign-licences',
    'Assign licences to users',
    'graph-permissions',
    [{ api: 'graph', scopes: ['LicenseAssignment.ReadWrite.All', 'User.ReadWrite.All'], isAnyEnough: true }],
    { mayUse: [{ api: 'graph', scopes: ['Organization.Read.All'] }], confidence: 'low' },
  ),
  capability('landing-page', 'Sign buyers in on the landing page of an AppSource offer', 'landing-page', [
    { api: 'graph', scopes: ['User.Read'] },
  ]),
  capability('device-code', 'Sign in with a code on another device', 'public-code', []),
  capability('connector-client', 'Be the client of a custom connector secured by Entra', 'connector-entra', []),
  capability(
    'partner-center',
    'Sell licences through Partner Center',
    'partner-center',
    [{ api: 'partner-center', scopes: ['user_impersonation'] }],
    { confidence: 'low' },
  ),
]

/** The capabilities that show a widget to a signed-in user. */
export const widgetCapabilities: ReadonlySet<CapabilityId> = new Set([
  'embed-flows',
  'embed-templates',
  'embed-flow-creation',
  'embed-runtime',
  'embed-approvals',
])

/** The capability of a name. */
export function capabilityOf(id: string): Capability | undefined {
  return capabilities.find((one) => one.id === id)
}

function capability(
  id: CapabilityId,
  title: string,
  source: SourceKey,
  needs: readonly Need[],
  more: Partial<Pick<Capability, 'mayUse' | 'confidence'>> = {},
): Capability {
  return { id, title, source, needs, mayUse: more.mayUse ?? [], confidence: more.confidence ?? 'high' }
}
