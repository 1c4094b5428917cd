import { noteLacking } from '../../engine/lacking.ts'
import { daysBetween } from '../../engine/places-of.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'

const soonDays = 30

/** Whether anything rests on trials, and whether somebody watches their end. */
export const trials = defineRuleFamily({
  id: 'trials',
  group: 'Holding',
  rules: {
    'licence-no-trial': {
      title: 'Work in production does not rest on trials.',
      setting: 'warning',
      exceptions: [{ profiles: ['trial'], setting: 'off', because: 'trying it out is what trials are for' }],
      sources: ['licence-types'],
      messages: {
        found: {
          what: 'The tenant holds "{name}", a trial; seats in use: {used}.',
          why: 'It ends after 30 to 90 days, and the flows of whoever relied on it stop.',
          fix: 'Count nobody as covered by it; give those people a licence that was bought.',
        },
      },
    },
    'licence-trial-end': {
      title: 'The end of each trial is known and watched.',
      setting: 'error',
      severityByMessage: { found: 'warning', unknown: 'info' },
      sources: ['licence-types', 'partner-center'],
      messages: {
        found: {
          what: 'The trial "{name}" ends on {day}.',
          why: 'From that day on its users are not covered.',
          fix: 'Buy what replaces it before then, or tell its users.',
        },
        ended: {
          what: 'The trial "{name}" ended on {day}.',
          why: 'Its users are not covered any more.',
          fix: 'Buy what replaces it, or tell its users; if it was prolonged, list the purchases again.',
        },
        unknown: {
          what: 'Nobody says when the trial "{name}" ends.',
          why: 'It ends without a further word, and flows stop.',
          fix: 'List the purchases with their end (subscriptions of Partner Center, or directory/subscriptions of Graph).',
        },
      },
    },
    'licence-term-end': {
      title: 'No purchase ends soon, or has ended, without being renewed.',
      setting: 'error',
      severityByMessage: { found: 'warning' },
      sources: ['partner-center'],
      messages: {
        found: {
          what: '"{name}" ends on {day} and is not renewed by itself.',
          why: 'From that day on its users are not covered.',
          fix: 'Agree with the customer whether to renew it, then renew or replace it.',
        },
        ended: {
          what: '"{name}" ended on {day} and was not renewed.',
          why: 'Its users are not covered any more.',
          fix: 'Renew or replace it; if that was done, list the purchases again.',
        },
      },
    },
  },
  check(context) {
    const { subscriptions, purchases, catalogue, today } = context.subject
    noteLacking(context, ['licence-no-trial'], 'subscriptions')
    noteLacking(context, ['licence-term-end'], 'purchases')
    if (purchases.length === 0) noteLacking(context, ['licence-trial-end'], 'subscriptions')
    if (today === undefined && purchases.length > 0) {
      for (const rule of ['licence-trial-end', 'licence-term-end'])
        context.notChecked(rule, 'Nobody said which day it is.')
    }
    for (const { skuId, used = 0, at } of subscriptions) {
      const sku = catalogue.skus.get(skuId)
      if (sku?.licenceClass !== 'trial') continue
      if (used > 0) context.report('licence-no-trial', at, { data: { name: sku.displayName, used } })
      if (!purchases.some((purchase) => purchase.skuId === skuId || purchase.isTrial === true))
        context.report('licence-trial-end', at, { message: 'unknown', data: { name: sku.displayName } })
    }
    checkPurchases(context)
  },
})

function checkPurchases({ subject: { purchases, today }, report }: CheckContext): void {
  for (const { name, isTrial, autoRenew, ends, status, at } of purchases) {
    if (/^(deleted|expired)$/i.test(status ?? '')) continue
    const days = daysBetween(today, ends)
    if (isTrial === true && ends === undefined) report('licence-trial-end', at, { message: 'unknown', data: { name } })
    if (days === undefined || days > soonDays || ends === undefined) continue
    const ending = { message: days < 0 ? 'ended' : 'found', data: { name, day: ends } } as const
    if (isTrial === true) report('licence-trial-end', at, ending)
    else if (autoRenew === false) report('licence-term-end', at, ending)
  }
}
