import { noteLacking } from '../../engine/lacking.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether what the tenant bought can be used. */
export const subscriptionState = defineRuleFamily({
  id: 'subscription-state',
  group: 'Holding',
  rules: {
    'licence-subscription-active': {
      title: 'Products that bring Power Automate are active.',
      setting: 'error',
      severityByMessage: { grace: 'warning' },
      sources: ['graph-subscriptions'],
      messages: {
        found: {
          what: 'The subscription to {name} is "{status}".',
          why: 'People who hold it lose the right, now or soon.',
          fix: 'Renew or reactivate it with whoever sold it.',
        },
        grace: {
          what: 'The subscription to {name} is "{status}": it ran out and is in its time of grace.',
          why: 'When that time is over, people who hold it lose the right.',
          fix: 'Renew it with whoever sold it.',
        },
        purchase: {
          what: 'The purchase of {name} is "{status}".',
          why: 'People who hold it lose the right, now or soon.',
          fix: 'Have the partner reactivate it in Partner Center, or find out what was not paid.',
        },
      },
    },
    'licence-seats-left': {
      title: 'No more seats are used than were bought.',
      setting: 'error',
      severityByMessage: { full: 'info' },
      sources: ['graph-subscriptions'],
      messages: {
        found: {
          what: 'Seats of {name} in use: {used}; bought: {seats}.',
          why: 'Assignments beyond what was bought fail or are taken back.',
          fix: 'Buy {missing} more, or take licences back from accounts that do not need them.',
        },
        full: {
          what: 'No seat of {name} is left; bought and in use: {seats}.',
          why: 'The next person gets none.',
          fix: 'Buy more before further people are to begin.',
        },
      },
    },
  },
  check(context) {
    const { report } = context
    const { subscriptions, purchases, catalogue } = context.subject
    noteUnsaid(context)
    for (const { name, skuId, status = '', at } of purchases) {
      const bringsFlow = skuId === undefined || catalogue.skus.has(skuId)
      if (bringsFlow && /^suspended$/i.test(status))
        report('licence-subscription-active', at, { message: 'purchase', data: { name, status } })
    }
    for (const { skuId, name: given, status = '', seats, used, at } of subscriptions) {
      const sku = catalogue.skus.get(skuId)
      if (sku === undefined) continue
      const name = sku.displayName || given
      const state = status.toLowerCase()
      if (state === 'warning') report('licence-subscription-active', at, { message: 'grace', data: { name, status } })
      else if (['suspended', 'deleted', 'lockedout', 'expired'].includes(state))
        report('licence-subscription-active', at, { data: { name, status } })
      if (seats === undefined || used === undefined || seats + used === 0) continue
      if (used > seats) report('licence-seats-left', at, { data: { name, used, seats, missing: used - seats } })
      else if (used === seats) report('licence-seats-left', at, { message: 'full', data: { name, seats } })
    }
  },
})

/** What the lists do not say of the products that bring Power Automate: that nothing was found proves nothing then. */
function noteUnsaid(context: CheckContext): void {
  const { subject, notChecked } = context
  noteLacking(context, ['licence-subscription-active'], 'subscriptions')
  noteLacking(context, ['licence-seats-left'], 'subscriptions', 'users')
  if (subject.subscriptions.length === 0) return
  const known = subject.subscriptions.filter(({ skuId }) => subject.catalogue.skus.has(skuId))
  if (known.length === 0) {
    const handIn = 'Hand in the list again once one was bought.'
    for (const rule of ['licence-subscription-active', 'licence-seats-left'])
      notChecked(rule, 'The tenant holds no product that brings Power Automate.', handIn)
  }
  if (known.some(({ status }) => status === undefined)) {
    const handIn = 'Hand in the list with capabilityStatus.'
    notChecked('licence-subscription-active', 'The list does not say of every product whether it is active.', handIn)
  }
  if (known.some(({ seats, used }) => seats === undefined || used === undefined)) {
    const handIn = 'Hand in the list with prepaidUnits and consumedUnits.'
    notChecked('licence-seats-left', 'The list does not say of every product how many seats are used.', handIn)
  }
  if (known.some(({ seats, used }) => used !== undefined && used > 0 && used === seats))
    notChecked('licence-seats-left', 'All seats of a product are used, and nobody said who waits for one.')
}
