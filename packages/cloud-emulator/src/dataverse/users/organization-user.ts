import type { Caller } from '../../operation/caller.ts'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { TenantState } from '../../state/emulator-state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import type { WithoutUser } from '../rows/organization-call.ts'
import { addPair, insertRow, pairedWith, rowWhere } from '../rows/row-store.ts'
import type { builtInRoles, DataverseState, Row } from '../state.ts'
import { systemUserTable } from '../tables/system-tables.ts'

type RoleName = (typeof builtInRoles)[number]

const tenantAdministrators = ['Global Administrator', 'Power Platform Administrator', 'Dynamics 365 Administrator']

/**
 * The user of the organisation that a caller is. People of the environment become users with their first call, as they
 * do in Dataverse; an application has to be added before.
 *
 * @throws EmulatedFailure for who is no user here.
 */
export function organizationUser(call: WithoutUser, caller: Caller): string {
  const { organization } = call
  if (organization.readyAt !== undefined && call.now.getTime() < Date.parse(organization.readyAt)) throw notMember()
  const known = knownUser(organization, caller)
  if (known !== undefined) return enabled(known)
  const role = roleOnArrival(call, caller)
  if (role === undefined) throw notMember()
  return addUser(call, caller, role)
}

/**
 * The user on whose behalf the caller acts, from `CallerObjectId` or `MSCRMCallerID`.
 *
 * @throws EmulatedFailure where the caller may not act for others, or the other is no user.
 */
export function impersonatedUser(organization: DataverseState, caller: string, headers: Headers): string {
  const objectId = headers.get('callerobjectid')
  const userId = headers.get('mscrmcallerid')
  if (objectId === null && userId === null) return caller
  if (!roleNames(organization, caller).includes('System Administrator')) {
    throw privilegeMissing(organization, caller, 'prvActOnBehalfOfAnotherUser')
  }
  const other =
    objectId === null
      ? rowWhere(organization, 'systemuser', 'systemuserid', userId ?? '')
      : rowWhere(organization, 'systemuser', 'azureactivedirectoryobjectid', objectId)
  if (other === undefined) throw notMember()
  return enabled(other)
}

/** What a request does to a table, as far as privileges are concerned. */
export type Right = 'Read' | 'Create' | 'Write' | 'Delete' | 'Share' | 'Import' | 'Export' | 'Publish'

/**
 * Refuses what none of the user's roles allows. Roles are coarse here: administrators and customisers do everything,
 * makers everything but users and roles, others read.
 */
export function demandRight(organization: DataverseState, user: string, right: Right, table: string) {
  const roles = roleNames(organization, user)
  if (roles.includes('System Administrator')) return
  const ofUsers = table === 'systemuser' || table === 'role' || table === 'businessunit'
  if (right === 'Read' && roles.length > 0) return
  if (!ofUsers && (roles.includes('System Customizer') || roles.includes('Environment Maker'))) return
  throw privilegeMissing(organization, user, `prv${right}${table}`)
}

/** Names of the roles that a user has. */
function roleNames(organization: DataverseState, user: string): readonly string[] {
  return pairedWith(organization, 'systemuserroles_association', user, 'first').map((role) =>
    String(organization.tables.role?.[role]?.name ?? ''),
  )
}

/** Gives a user one of the built-in roles. */
function giveRole(call: WithoutUser & { readonly user: string }, user: string, role: RoleName) {
  const row = rowWhere(call.organization, 'role', 'name', role)
  if (row !== undefined) addPair(call, 'systemuserroles_association', user, String(row.roleid))
}

function knownUser(organization: DataverseState, { kind, appId, objectId }: Caller): Row | undefined {
  return kind === 'application'
    ? rowWhere(organization, 'systemuser', 'applicationid', appId)
    : rowWhere(organization, 'systemuser', 'azureactivedirectoryobjectid', objectId)
}

function roleOnArrival({ tenant, environment }: WithoutUser, { kind, objectId }: Caller): RoleName | undefined {
  if (environment.administrators.includes(objectId)) return 'System Administrator'
  if (kind === 'application') return undefined
  const account = tenant.accounts[objectId]
  if (account === undefined) return undefined
  if (account.directoryRoles.some((role) => tenantAdministrators.includes(role))) return 'System Administrator'
  return environment.isDefault || environment.makers.includes(objectId) ? 'Environment Maker' : undefined
}

function addUser(call: WithoutUser, caller: Caller, role: RoleName): string {
  const { organization, tenant } = call
  const account = tenant.accounts[caller.objectId]
  const application: Row =
    caller.kind === 'application'
      ? { applicationid: caller.appId.toLowerCase(), accessmode: 4, fullname: `# ${caller.name}` }
      : { accessmode: 0, fullname: account?.name ?? caller.name, domainname: account?.userPrincipalName ?? '' }
  const user = insertRow({ ...call, user: '' }, systemUserTable, {
    ...application,
    azureactivedirectoryobjectid: caller.objectId,
    businessunitid: organization.businessUnitId,
    isdisabled: false,
    deletedstate: 0,
  })
  giveRole({ ...call, user }, user, role)
  // Being let in stays, whatever becomes of the request that came with it.
  call.undo.length = 0
  return user
}

/** Makes an application a user with the role System Administrator, as BAP's `addAppUser` does; gives nothing where there is no database. */
export function addApplicationUser(
  tenant: TenantState,
  environment: EnvironmentState,
  clientId: string,
  now: Date,
): string | undefined {
  const { dataverse } = environment
  const principal = Object.values(tenant.servicePrincipals).find(
    (one) => one.clientId.toLowerCase() === clientId.toLowerCase(),
  )
  if (dataverse === undefined || principal === undefined) return undefined
  const call = { organization: dataverse, now, user: '', undo: [] }
  const present = rowWhere(dataverse, 'systemuser', 'applicationid', clientId)
  const user =
    present === undefined
      ? insertRow(call, systemUserTable, {
          applicationid: clientId.toLowerCase(),
          accessmode: 4,
          fullname: `# ${principal.name}`,
          domainname: clientId.toLowerCase(),
          azureactivedirectoryobjectid: principal.objectId,
          businessunitid: dataverse.businessUnitId,
          isdisabled: false,
          deletedstate: 0,
        })
      : String(present.systemuserid)
  const role = rowWhere(dataverse, 'role', 'name', 'System Administrator')
  if (role !== undefined) addPair(call, 'systemuserroles_association', user, String(role.roleid))
  return user
}

function enabled(row: Row): string {
  if (row.deletedstate === 1) throw notMember()
  if (row.isdisabled === true) {
    throw new EmulatedFailure(
      403,
      '0x80040225',
      'The specified user is either disabled or is not a member of any business unit.',
    )
  }
  return String(row.systemuserid)
}

function notMember() {
  return new EmulatedFailure(403, '0x80072560', 'The user is not a member of the organization.')
}

function privilegeMissing(organization: DataverseState, user: string, privilege: string) {
  const count = roleNames(organization, user).length
  return new EmulatedFailure(
    403,
    '0x80040220',
    `Principal user (Id=${user}, type=8, roleCount=${count}) is missing ${privilege} privilege.`,
  )
}
