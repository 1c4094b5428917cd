import { apiById, scopeById } from '../../data/permissions.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { RequestedApi } from '../../registration/app-registration.ts'
import { isGuid } from '../guid.ts'

/** Whether the list of permissions is one that the directory accepts. */
export const permissionEntries = defineRuleFamily({
  id: 'permission-entries',
  group: 'Permissions',
  rules: {
    'permission-ids': {
      title: 'APIs and permissions are named by GUIDs.',
      setting: 'error',
      sources: ['graph-manifest', 'old-manifest'],
      messages: {
        found: {
          what: '"{found}" is no GUID, and a permission’s {part} has to be one.',
          why: 'The directory refuses the manifest; names such as Flows.Read.All stand in requests, not here.',
          fix: 'Write the id that the API’s list of permissions shows.',
        },
        missing: {
          what: 'A permission’s {part} is missing.',
          why: 'The directory refuses the manifest.',
          fix: 'Write the id that the API’s list of permissions shows.',
        },
      },
    },
    'permission-type': {
      title: 'Permissions are of type Scope or Role.',
      setting: 'error',
      sources: ['graph-manifest', 'old-manifest'],
      messages: {
        found: {
          what: 'The type "{found}" of a permission does not exist.',
          why: 'The directory refuses the manifest.',
          fix: 'Write "Scope" for what is done as the user, "Role" for what is done as the application.',
        },
      },
    },
    'permission-unique': {
      title: 'No permission is asked for twice.',
      setting: 'warning',
      sources: ['graph-manifest'],
      deviation: 'What the directory does with a repeated entry was not seen.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The same permission stands twice under {api}.',
          why: 'One of the two says nothing, and somebody who removes the other believes it gone.',
          fix: 'Remove one of them.',
        },
      },
    },
    'permission-known': {
      title: 'Permissions of the Power Automate service are ones that exist.',
      setting: 'warning',
      sources: ['public-code'],
      confidence: 'low',
      messages: {
        found: {
          what: '{id} is no permission of {api} that we know.',
          why: 'If it does not exist, consent fails with AADSTS650053 for every user.',
          fix: 'Compare it with the API’s list in the portal; if it exists there, our list is older than it.',
        },
      },
    },
  },
  check(context) {
    for (const api of context.subject.registration.apis) checkApi(context, api)
  },
  mends: {
    'permission-unique': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
  },
})

function checkApi({ report }: CheckContext, { node, appId, permissions }: RequestedApi): void {
  const known = apiById(appId)
  const seen = new Set<string>()
  const checkId = (holder: typeof node, key: string, part: string): void => {
    const id = holder.member(key)
    if (id === undefined) report('permission-ids', holder, { message: 'missing', data: { part } })
    else if (!isGuid(id)) report('permission-ids', id, { data: { found: String(id.value), part } })
  }
  checkId(node, 'resourceAppId', 'API')
  for (const { node: entry, id, type } of permissions) {
    checkId(entry, 'id', 'id')
    if (type !== 'Scope' && type !== 'Role') {
      report('permission-type', entry.member('type') ?? entry, { data: { found: type } })
    }
    if (id !== '' && seen.has(`${type} ${id}`)) {
      report('permission-unique', entry, { data: { api: known?.name ?? appId } })
    }
    seen.add(`${type} ${id}`)
    if (known?.isDelegatedOnly === true && type === 'Scope' && isGuid(id) && scopeById(known, id) === undefined) {
      report('permission-known', entry, { data: { id, api: known.name } })
    }
  }
}
