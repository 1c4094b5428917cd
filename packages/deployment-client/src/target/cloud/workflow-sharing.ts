import { applicationUsers, sharing } from '@sevenstep/cloud-access'
import type { Grant, SharingArea, SharingRole } from '../target.ts'
import { TargetFailure } from '../target-failure.ts'
import { atOrganization, type Organization } from './organization.ts'

const masks: Readonly<Record<SharingRole, string>> = {
  'can-view': 'ReadAccess',
  'can-view-with-share': 'ReadAccess, ShareAccess',
  'can-edit': 'ReadAccess, WriteAccess, AppendAccess, AppendToAccess, ShareAccess, DeleteAccess',
}

/** Sharing of flows in the database, which knows people by ids of its own. */
export function workflowSharing(organization: Organization): SharingArea {
  const { calls } = organization
  const at = atOrganization(organization)
  const userOf = async (principalId: string): Promise<string> => {
    const query = {
      $select: 'systemuserid,azureactivedirectoryobjectid',
      $filter: `azureactivedirectoryobjectid eq ${principalId}`,
    }
    const [user] = await calls.all(applicationUsers.list, { query }, at)
    if (user !== undefined) return user.systemuserid
    throw unknownUser(principalId)
  }
  const target = (id: string) => ({ '@odata.type': 'Microsoft.Dynamics.CRM.workflow', workflowid: id })
  const user = (id: string) => ({ '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: id })
  return {
    async list(id) {
      const query = { '@tid': `{'@odata.id':'workflows(${id})'}` }
      const { PrincipalAccesses } = await calls.call(sharing.list, { query }, at)
      const grants = PrincipalAccesses.map(async ({ Principal, AccessMask }): Promise<Grant[]> => {
        const userId = Principal.systemuserid ?? Principal.ownerid
        if (typeof userId !== 'string') return []
        const row = await calls.find(applicationUsers.get, { path: { id: userId }, query: {} }, at)
        const principalId = row?.azureactivedirectoryobjectid ?? userId
        const kind = row?.applicationid ? 'service-principal' : 'user'
        return [{ principalId, kind, role: roleOf(AccessMask) }]
      })
      return (await Promise.all(grants)).flat()
    },
    async grant(id, { principalId, role }) {
      const AccessMask = masks[role === 'owner' ? 'can-edit' : role]
      const body = { Target: target(id), PrincipalAccess: { Principal: user(await userOf(principalId)), AccessMask } }
      const shared = (await this.list(id)).some((one) => one.principalId.toLowerCase() === principalId.toLowerCase())
      await calls.call(shared ? sharing.modify : sharing.grant, { body }, at)
    },
    async revoke(id, principalId) {
      const body = { Target: target(id), Revokee: user(await userOf(principalId)) }
      await calls.call(sharing.revoke, { body }, at)
    },
  }
}

function roleOf(mask: string): SharingRole {
  const rights = mask.split(/\s*,\s*/)
  if (rights.includes('WriteAccess')) return 'can-edit'
  return rights.includes('ShareAccess') ? 'can-view-with-share' : 'can-view'
}

function unknownUser(principalId: string): TargetFailure {
  return new TargetFailure({
    code: 'user-unknown',
    what: `The database of the environment has no user with the object id ${principalId}.`,
    why: 'People become users of it some time after they get a licence or are added; groups cannot be shared with here.',
    fix: 'Add the person to the environment, or correct the id.',
  })
}
