import type { ConnectionParameter, Properties } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { isWhole } from '../whole-file.ts'

const tenantSource = 'AzureActiveDirectoryTenant'

/** Connection parameters that belong together: a token with its companions, and sets of several ways of signing in. */
export const connectionSets = defineRuleFamily({
  id: 'connection-sets',
  rules: {
    'auth-token-child': {
      title: 'A parameter "token:…" stands beside "token".',
      messages: {
        found: {
          what: 'There is a connection parameter "{name}", but no "{parent}" beside it.',
          why: 'The part before the colon names the parameter it belongs to.',
          fix: 'Add the connection parameter "{parent}", or give this one a name without a colon.',
        },
      },
    },
    'auth-tenant-id-shape': {
      title: 'The parameter "token:TenantId" is hidden, not required, and filled in by the platform.',
      mend: 'automatic',
      messages: {
        found: {
          what: '"token:TenantId" lacks the source "AzureActiveDirectoryTenant".',
          why: 'The platform fills in the tenant only for a parameter that says where it comes from.',
          fix: 'Add "metadata" with "sourceType": "AzureActiveDirectoryTenant".',
        },
        visible: {
          what: '"token:TenantId" is not hidden.',
          why: 'The platform fills in the tenant; people would be asked for it all the same.',
          fix: 'Write "hidden": "true" in its constraints.',
        },
        required: {
          what: '"token:TenantId" is not marked as optional.',
          why: 'A hidden field that must be filled in keeps the connection from being made.',
          fix: 'Write "required": "false" in its constraints.',
        },
      },
    },
    'auth-multi-set': {
      title: 'Sets of connection parameters are at least two, each with a name and a display name of its own.',
      deviation: 'a display name under a key in another case is a warning: an accepted connector has it',
      severityByMessage: { misspelled: 'warning' },
      messages: {
        misspelled: {
          what: 'The display name of {owner} stands under "{key}" instead of "displayName".',
          why: 'Tools that compare letter by letter show no name for it.',
          fix: 'Rename the key to "displayName".',
        },
        found: {
          what: 'The connection parameter sets are incomplete: {lack}.',
          why: 'People choose between the sets by these texts, and connections refer to a set by its name.',
          fix: 'Give the choice and each set a "displayName", each set its own "name", and describe at least two sets.',
        },
      },
    },
    'auth-multi-exclusive': {
      title: 'Either connection parameters or sets of them are described.',
      messages: {
        found: {
          what: 'There are both connection parameters and sets of them.',
          why: 'Older guidance wanted one of the two; accepted connectors keep a default beside the sets.',
          fix: 'Nothing, unless a reviewer asks for it.',
        },
      },
    },
  },
  check(context) {
    return {
      properties(properties) {
        if (!isWhole(properties)) return
        checkCompanions(context, properties)
        const { parameterSets, body } = properties
        if (parameterSets === undefined) return
        checkSets(context, parameterSets)
        const others = body?.member('connectionParameters')
        if (others !== undefined && others.children.length > 0)
          context.report('auth-multi-exclusive', others, { onKey: true })
      },
    }
  },
  mends: { 'auth-tenant-id-shape': mendTenant },
})

function checkCompanions({ report }: CheckContext, { connectionParameters }: Properties): void {
  for (const parameter of connectionParameters) {
    const { name, node, setName } = parameter
    const colon = name.indexOf(':')
    if (colon > 0 && node.parent?.member(name.slice(0, colon)) === undefined)
      report('auth-token-child', node, { onKey: true, data: { name, parent: name.slice(0, colon) } })
    // In sets, accepted connectors shape it in other ways.
    if (name === 'token:TenantId' && setName === undefined) checkTenant(report, parameter)
  }
}

function checkTenant(report: CheckContext['report'], { node, uiDefinition }: ConnectionParameter): void {
  const rule = 'auth-tenant-id-shape'
  const source = node.member('metadata')?.member('sourceType')
  if (source?.value !== tenantSource) report(rule, source ?? node.member('metadata') ?? node)
  const constraints = uiDefinition?.member('constraints')
  const hidden = constraints?.member('hidden')
  const required = constraints?.member('required')
  const place = constraints ?? uiDefinition ?? node
  if (String(hidden?.value).toLowerCase() !== 'true') report(rule, hidden ?? place, { message: 'visible' })
  if (String(required?.value).toLowerCase() !== 'false') report(rule, required ?? place, { message: 'required' })
}

function mendTenant({ node, message, edit }: MendContext): void {
  if (node === undefined) return
  const [key, value] =
    message === 'found'
      ? ['sourceType', tenantSource]
      : message === 'visible'
        ? ['hidden', 'true']
        : ['required', 'false']
  const holder = message === 'found' ? 'metadata' : 'constraints'
  if (node.key === key) edit.set(node, value)
  else if (node.kind !== 'object') edit.set(node, { [key]: value })
  else if (node.key === holder) edit.insert(node, key, value)
  else if (node.key === 'uiDefinition' || message === 'found') edit.insert(node, holder, { [key]: value })
  else edit.insert(node, 'uiDefinition', { constraints: { [key]: value } })
}

const multiSet = 'auth-multi-set'

function checkSets(context: CheckContext, sets: JsonNode): void {
  const values = sets.member('values')
  const lack = (at: JsonNode, text: string) => context.report(multiSet, at, { data: { lack: text } })
  checkDisplayName(context, sets, 'the choice')
  if (values?.kind !== 'array' || values.children.length < 2) lack(values ?? sets, 'there are fewer than two sets')
  const names = new Set<string>()
  for (const set of values?.children ?? []) {
    const name = set.text('name') ?? ''
    if (name === '') lack(set.member('name') ?? set, 'a set has no name')
    else if (names.has(name)) lack(set.member('name') ?? set, `two sets are called "${name}"`)
    names.add(name)
    checkDisplayName(context, set, `the set "${name}"`)
  }
}

function checkDisplayName({ report }: CheckContext, node: JsonNode, owner: string): void {
  const definition = node.member('uiDefinition')
  if ((definition?.text('displayName')?.trim() ?? '') !== '') return
  const other = definition?.children.find(({ key, value }) => key?.toLowerCase() === 'displayname' && value)
  if (other === undefined || other.key === 'displayName')
    report(multiSet, definition ?? node, { data: { lack: `${owner} has no display name` } })
  else report(multiSet, other, { message: 'misspelled', onKey: true, data: { owner, key: other.key ?? '' } })
}
