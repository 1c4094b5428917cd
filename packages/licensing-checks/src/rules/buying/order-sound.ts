import { noteLacking } from '../../engine/lacking.ts'
import type { OrderLine } from '../../engine/licensing-facts.ts'
import { wholeOf } from '../../engine/places-of.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'

const sources = ['partner-center'] as const

/** Whether an order can be placed, and was. */
export const orderSound = defineRuleFamily({
  id: 'order-sound',
  group: 'Buying',
  rules: {
    'licence-offer-purchasable': {
      title: 'What is to be bought is sold in the customer’s country and segment.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: 'Partner Center’s catalogue has no item for {name} that can be bought for this customer.',
          why: 'The cart would be refused.',
          fix: 'Look for the product by its id ({skuId}) in the customer’s country and segment, or choose another one.',
        },
      },
    },
    'licence-quantity-offered': {
      title: 'The quantity is within what is sold.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: '{quantity} of {name} are to be bought; sold are {least} to {most}.',
          why: 'The cart would be refused.',
          fix: 'Change the quantity, or split the order.',
        },
      },
    },
    'licence-term-offered': {
      title: 'Term and billing are offered together.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: '{name} is not sold for the term {term} with the billing {billing}.',
          why: 'The cart would be refused.',
          fix: 'Choose one of: {offered}.',
        },
      },
    },
    'licence-cancellation-noted': {
      title: 'It is noted until when the purchase can be cancelled.',
      setting: 'info',
      sources,
      messages: {
        found: {
          what: '{name} for {term} can be cancelled within {within}.',
          why: 'After that the whole term has to be paid.',
          fix: 'Tell the customer before the order is placed.',
        },
      },
    },
    'licence-cart-sound': {
      title: 'The cart has no errors.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: 'The cart says: {problem}.',
          why: 'A cart with an error cannot be checked out.',
          fix: 'Correct the line and make a new cart.',
        },
      },
    },
    'licence-order-completed': {
      title: 'The order is completed.',
      setting: 'warning',
      sources,
      messages: {
        found: {
          what: 'The order has the status "{status}".',
          why: 'Licences can be assigned when it is completed, which takes up to 15 minutes.',
          fix: 'Wait and look again; after an hour ask Partner Center’s support with the order’s id.',
        },
      },
    },
    'licence-auto-renew': {
      title: 'Purchases renew themselves as agreed.',
      setting: 'warning',
      sources,
      messages: {
        found: {
          what: '"{name}" {renews}, and the customer agreed to the opposite.',
          why: 'Either the customer pays for a term that nobody wants, or flows stop at the end of this one.',
          fix: 'Change autoRenewEnabled of the subscription in Partner Center.',
        },
      },
    },
  },
  check(context) {
    const { subject, report } = context
    const { lines = [], cartErrors, orderStatus, agreedAutoRenew } = subject.facts.order ?? {}
    noteUnsaid(context)
    for (const line of lines) checkLine(context, line)
    for (const problem of cartErrors ?? [])
      report('licence-cart-sound', wholeOf(subject), { data: { problem: problem.replace(/\.$/, '') } })
    if (orderStatus !== undefined && orderStatus !== 'completed')
      report('licence-order-completed', wholeOf(subject), { data: { status: orderStatus } })
    for (const { name, autoRenew, isTrial, at } of subject.purchases) {
      if (autoRenew === undefined || isTrial === true || agreedAutoRenew === undefined) continue
      if (autoRenew === agreedAutoRenew) continue
      report('licence-auto-renew', at, {
        data: { name, renews: autoRenew ? 'renews itself' : 'does not renew itself' },
      })
    }
  },
})

/** What is judged of each line of an order. */
const ofLines = [
  'licence-offer-purchasable',
  'licence-quantity-offered',
  'licence-term-offered',
  'licence-cancellation-noted',
] as const

/** Says of each rule that nobody said what it judges; that it found nothing proves nothing then. */
function noteUnsaid(context: CheckContext): void {
  const { subject, notChecked } = context
  const { order } = subject.facts
  const { lines = [], cartErrors, orderStatus, agreedAutoRenew } = order ?? {}
  const note = (rule: OrderRule, unsaid: string, fact: string): void => {
    const reason = order === undefined ? 'Nobody said what is ordered.' : unsaid
    notChecked(rule, reason, `Hand in what is ordered as facts: "order" with "${fact}".`)
  }
  if (lines.length === 0) for (const rule of ofLines) note(rule, 'The order has no lines.', 'lines')
  if (cartErrors === undefined) note('licence-cart-sound', 'Nobody said what the cart answered.', 'cartErrors')
  if (orderStatus === undefined) note('licence-order-completed', 'Nobody said how the order stands.', 'orderStatus')
  if (agreedAutoRenew === undefined) {
    note('licence-auto-renew', 'Nobody said what was agreed on renewing.', 'agreedAutoRenew')
  }
  noteLacking(context, ['licence-auto-renew'], 'purchases')
}

type OrderRule = Parameters<CheckContext['notChecked']>[0]

function checkLine(context: CheckContext, line: OrderLine): void {
  const { subject, report, notChecked } = context
  const { name, skuId, quantity, term = '', billing = '', offer } = line
  const whole = wholeOf(subject)
  const handIn = 'Hand in what the catalogue says of each line, as facts: "order" with "lines", each with its "offer".'
  const lack = (rule: OrderRule, unsaid: string): void => notChecked(rule, unsaid, handIn)
  if (offer?.isPurchasable !== true) {
    report('licence-offer-purchasable', whole, { data: { name, skuId } })
    for (const rule of ofLines.slice(1)) lack(rule, 'It is not known how a line of the order is sold.')
    return
  }
  if (offer.least === undefined && offer.most === undefined) {
    lack('licence-quantity-offered', 'It is not known how many of a line may be bought.')
  }
  if ((offer.terms ?? []).length === 0) lack('licence-term-offered', 'It is not known for which terms a line is sold.')
  const { least = 1, most = Number.POSITIVE_INFINITY, terms = [] } = offer
  if (quantity < least || quantity > most) {
    const shown = most === Number.POSITIVE_INFINITY ? 'any number' : most
    report('licence-quantity-offered', whole, { data: { name, quantity, least, most: shown } })
  }
  const chosen = terms.find((each) => each.term === term && each.billing === billing)
  if (terms.length > 0 && chosen === undefined) {
    const offered = terms.map((each) => `${each.term} ${each.billing}`).join(', ')
    report('licence-term-offered', whole, { data: { name, term: term || 'none', billing: billing || 'none', offered } })
  }
  if (chosen?.cancelWithin === undefined)
    lack('licence-cancellation-noted', 'It is not known how long a line of the order can be cancelled.')
  else report('licence-cancellation-noted', whole, { data: { name, term, within: chosen.cancelWithin } })
}
