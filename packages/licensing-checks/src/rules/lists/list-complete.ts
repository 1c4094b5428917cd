import { plainName } from '../../catalogue/catalogue.ts'
import { noteLacking } from '../../engine/lacking.ts'
import { wholeOf } from '../../engine/places-of.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { HeldLicence } from '../../licences/licence-list.ts'

/** Whether the lists say everything that the answers need. */
export const listComplete = defineRuleFamily({
  id: 'list-complete',
  group: 'Lists',
  rules: {
    'licence-subscriptions-listed': {
      title: 'The tenant’s subscriptions are among the lists.',
      setting: 'info',
      sources: ['graph-subscriptions'],
      messages: {
        found: {
          what: 'No list says what the tenant has bought.',
          why: 'Free seats, suspended products and licences for flows cannot be seen, so that the plan may buy what is held.',
          fix: 'Add the answer to GET /v1.0/subscribedSkus of Microsoft Graph.',
        },
      },
    },
    'licence-users-listed': {
      title: 'The users and their licences are among the lists.',
      setting: 'info',
      sources: ['graph-licences'],
      messages: {
        found: {
          what: 'No list says which user holds which licence.',
          why: 'A tenant may hold seats that nobody was given.',
          fix: 'Add users with licenseDetails, read for each pilot user from Microsoft Graph.',
        },
      },
    },
    'licence-flows-listed': {
      title: 'The flows that are meant to run are among the lists.',
      setting: 'info',
      sources: ['developer-introduction'],
      messages: {
        found: {
          what: 'No list says which flows are meant to run.',
          why: 'Whether a licence is enough depends on the connectors of the flows.',
          fix: 'Add the flows with their connectors and triggers; our reading of a flow package gives them.',
        },
      },
    },
    'licence-lists-agree': {
      title: 'What people hold is among what the tenant bought.',
      setting: 'warning',
      sources: ['graph-subscriptions', 'graph-licences'],
      messages: {
        found: {
          what: '{name} is held by {count} of the list, and the list of subscriptions does not have it.',
          why: 'Microsoft lists every product of which people hold a licence: one of the lists is older than the other, or of another tenant.',
          fix: 'Export both lists again, on one day and from one tenant.',
        },
      },
    },
    'licence-product-by-id': {
      title: 'Products are named by their id.',
      setting: 'warning',
      sources: ['sku-table'],
      messages: {
        found: {
          what: 'Licences that are named without the id of their product: {count}, the first "{name}".',
          why: 'Names change and are shared; without ids and plans the answers about them stay open.',
          fix: 'Hand in GET /v1.0/subscribedSkus of Microsoft Graph beside this list, or the people with their ids instead: GET /v1.0/users?$select=userPrincipalName,userType,accountEnabled,usageLocation,assignedLicenses.',
        },
        unbought: {
          what: 'Licences that are named without the id of their product, and that the list of subscriptions does not have under this name: {count}, the first "{name}".',
          why: 'One of the lists is older than the other, of another tenant, or calls the product otherwise; the answers about it stay open.',
          fix: 'Hand in the people with their ids instead: GET /v1.0/users?$select=userPrincipalName,userType,accountEnabled,usageLocation,assignedLicenses. Or export both lists again, on one day and from one tenant.',
        },
        shared: {
          what: 'Licences that are named without the id of their product, where the tenant holds several products of this name: {count}, the first "{name}".',
          why: 'Which of them a person holds the name does not say; the answers about it stay open.',
          fix: 'Hand in the people with their ids instead: GET /v1.0/users?$select=userPrincipalName,userType,accountEnabled,usageLocation,assignedLicenses.',
        },
      },
    },
    'licence-product-known': {
      title: 'Products that bring Power Automate are in the catalogue.',
      setting: 'info',
      sources: ['sku-table'],
      messages: {
        found: {
          what: 'The product "{name}" brings Power Automate, and the catalogue of {version} has no class for it.',
          why: 'Nobody has looked up yet for which flows it is enough.',
          fix: 'Bring the catalogue up to date with Microsoft’s table, then look the product up.',
        },
      },
    },
  },
  check(context) {
    const { subject, report } = context
    noteAbsent(context)
    const { files, subscriptions, users, flows, catalogue } = subject
    if (!files.some(({ format }) => format !== undefined)) return
    if (subscriptions.length === 0) report('licence-subscriptions-listed', wholeOf(subject))
    if (users.length === 0) report('licence-users-listed', wholeOf(subject))
    if (flows.length === 0) report('licence-flows-listed', wholeOf(subject))
    const licences = users.flatMap((user) => user.licences)
    reportNamed(context, licences)
    if (subscriptions.length > 0) reportUnbought(subject, report)
    const seen = new Set<string>()
    for (const { skuId, name, plans, at } of licences) {
      if (skuId === undefined || seen.has(skuId)) continue
      seen.add(skuId)
      const sku = catalogue.skus.get(skuId)
      const bringsFlow = plans.some(({ id }) => catalogue.plans.get(id)?.kind === 'flow')
      if (sku === undefined ? bringsFlow : sku.licenceClass === 'unclassified')
        report('licence-product-known', at, { data: { name, version: catalogue.version } })
    }
  },
})

/** Licences that only a name stands for, by why the list of subscriptions did not help: each kind once. */
function reportNamed({ subject, report }: CheckContext, licences: readonly HeldLicence[]): void {
  const { subscriptions, catalogue } = subject
  const withIds = subscriptions.filter(({ isByName }) => isByName !== true)
  const bought = new Set(
    withIds.flatMap(({ skuId, name }) => [name, catalogue.skus.get(skuId)?.displayName ?? name].map(plainName)),
  )
  const kinds = new Map<string, { readonly first: HeldLicence; count: number }>()
  for (const licence of licences) {
    if (licence.matchedBy === 'id' || licence.matchedBy === 'held') continue
    const isBought = bought.has(plainName(licence.name))
    const message = withIds.length === 0 ? 'found' : isBought ? 'shared' : 'unbought'
    const known = kinds.get(message)
    if (known === undefined) kinds.set(message, { first: licence, count: 1 })
    else known.count += 1
  }
  for (const [message, { first, count }] of kinds)
    report('licence-product-by-id', first.at, { message, data: { count, name: first.name } })
}

function reportUnbought(
  { subscriptions, users, catalogue }: CheckContext['subject'],
  report: CheckContext['report'],
): void {
  const bought = new Set(subscriptions.map(({ skuId }) => skuId))
  const holders = new Map<string, { readonly first: HeldLicence; count: number }>()
  for (const { licences } of users) {
    for (const licence of licences) {
      const { skuId, matchedBy } = licence
      if (skuId === undefined || matchedBy !== 'id' || bought.has(skuId) || !catalogue.skus.has(skuId)) continue
      const known = holders.get(skuId)
      if (known === undefined) holders.set(skuId, { first: licence, count: 1 })
      else known.count += 1
    }
  }
  for (const [skuId, { first, count }] of holders) {
    const name = catalogue.skus.get(skuId)?.displayName ?? first.name
    report('licence-lists-agree', first.at, { data: { name, count } })
  }
}

function noteAbsent(context: CheckContext): void {
  noteLacking(context, ['licence-subscriptions-listed'], 'subscriptions')
  noteLacking(context, ['licence-users-listed'], 'users')
  noteLacking(context, ['licence-flows-listed'], 'flows')
  // Lists that are not there contradict nobody; the users are asked for by a rule of their own.
  noteLacking(context, ['licence-lists-agree'], 'subscriptions')
  const { users } = context.subject
  if (noteLacking(context, ['licence-product-by-id', 'licence-product-known'], 'users')) return
  if (users.some(({ licences }) => licences.length > 0)) return
  const handIn = 'Hand in those to whom licences were assigned.'
  for (const rule of ['licence-product-by-id', 'licence-product-known'])
    context.notChecked(rule, 'Nobody of the list holds a licence.', handIn)
}
