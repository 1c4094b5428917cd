import type { LicensingFacts } from '../src/index.ts'
import { flowWith, licenceDetail, skuIds, subscribedSku, userWith } from '../src/testing/given-list.ts'

/** A list that faults are planted in: plain JSON. */
export type List = Record<string, unknown>

/** One kind of fault. */
export interface PlantedFault {
  readonly name: string
  readonly rule: string
  /** Whether it is a reason for which Microsoft refuses an order or an assignment, or switches flows off. */
  readonly isRefusal: boolean
  /** Puts the fault in and gives the JSON pointer of the place it is in. */
  plant(list: List): string
  readonly facts?: LicensingFacts
  /** Further rules that have to speak of the same fault. */
  readonly also?: readonly string[]
}

const premium = subscribedSku('premium', 5, 1)
const business = subscribedSku('business', 25, 1)
const user = (more: object) => [userWith([licenceDetail('business'), licenceDetail('premium')], more)]
const purchase = (more: object) => ({
  id: 's',
  offerId: 'o',
  offerName: 'Premium',
  autoRenewEnabled: true,
  commitmentEndDate: '2027-10-01',
  ...more,
})
const offer = { isPurchasable: true, least: 1, most: 10, terms: [{ term: 'P1M', billing: 'monthly' }] }
const line = { name: 'Premium', skuId: skuIds.premium, quantity: 1, term: 'P1M', billing: 'monthly', offer }

/** Puts a value in place of a part of the list. */
function put(part: string, value: unknown, at: string) {
  return (list: List): string => {
    list[part] = value
    return at
  }
}

function refusal(
  name: string,
  rule: string,
  plant: PlantedFault['plant'],
  more: Partial<PlantedFault> = {},
): PlantedFault {
  return { name, rule, isRefusal: true, plant, ...more }
}

function other(
  name: string,
  rule: string,
  plant: PlantedFault['plant'],
  more: Partial<PlantedFault> = {},
): PlantedFault {
  return { name, rule, isRefusal: false, plant, ...more }
}

const whole = () => ''

/** Every kind of fault that is planted. */
export const plantedFaults: readonly PlantedFault[] = [
  refusal('no usage location', 'licence-usage-location', put('users', user({ usageLocation: null }), '/users/0')),
  refusal(
    'an assignment without a seat',
    'licence-assignment-sound',
    put(
      'users',
      user({ licenseAssignmentStates: [{ skuId: skuIds.premium, state: 'Error', error: 'CountViolation' }] }),
      '/users/0/licenseAssignmentStates/0',
    ),
  ),
  refusal(
    'an assignment against the location',
    'licence-assignment-sound',
    put(
      'users',
      user({
        licenseAssignmentStates: [
          { skuId: skuIds.premium, state: 'ActiveWithError', error: 'ProhibitedInUsageLocationViolation' },
        ],
      }),
      '/users/0/licenseAssignmentStates/0',
    ),
  ),
  refusal(
    'more used than bought',
    'licence-seats-left',
    put('subscribedSkus', [subscribedSku('premium', 5, 7), business], '/subscribedSkus/0'),
  ),
  refusal(
    'a suspended subscription',
    'licence-subscription-active',
    put(
      'subscribedSkus',
      [subscribedSku('premium', 5, 1, { capabilityStatus: 'Suspended' }), business],
      '/subscribedSkus/0',
    ),
  ),
  refusal(
    'Office 365 for a custom connector',
    'licence-covers-flow',
    put('users', [userWith([licenceDetail('business')])], '/users/0'),
  ),
  refusal(
    'a premium plan that is switched off',
    'licence-covers-flow',
    put('users', [userWith([licenceDetail('business'), licenceDetail('premium', 'Disabled')])], '/users/0'),
  ),
  refusal('no licence at all', 'licence-covers-flow', put('users', [userWith([])], '/users/0')),
  refusal(
    'a flow of an application',
    'licence-covers-flow',
    put('flows', [flowWith({ owner: { servicePrincipal: 'deployer' } })], '/flows/0'),
  ),
  refusal(
    'a desktop flow without anybody present',
    'licence-covers-flow',
    put('flows', [flowWith({ desktop: 'unattended' })], '/users/0'),
  ),
  refusal(
    'too many actions at once',
    'licence-five-minute-limit',
    put('flows', [flowWith({ actionsPerFiveMinutes: 500_000 })], '/flows/0'),
    { also: ['licence-covers-flow'] },
  ),
  refusal(
    'more requests than a person may make',
    'licence-covers-flow',
    put('flows', [flowWith({ requestsPerDay: 900_000 })], '/users/0'),
  ),
  refusal('another account signs in', 'licence-same-identity', whole, { facts: { signIns: ['bo@elsewhere.example'] } }),
  refusal('no relationship', 'licence-partner-relationship', whole, {
    facts: { partner: { hasRelationship: false, hasAgreement: true } },
  }),
  refusal('no agreement', 'licence-customer-agreement', whole, {
    facts: { partner: { hasRelationship: true, hasAgreement: false } },
  }),
  refusal('a product that is not sold', 'licence-offer-purchasable', whole, {
    facts: { order: { lines: [{ ...line, offer: { isPurchasable: false } }] } },
  }),
  refusal('too many at once', 'licence-quantity-offered', whole, {
    facts: { order: { lines: [{ ...line, quantity: 11 }] } },
  }),
  refusal('a term that is not offered', 'licence-term-offered', whole, {
    facts: { order: { lines: [{ ...line, term: 'P3Y' }] } },
  }),
  refusal('a cart with an error', 'licence-cart-sound', whole, { facts: { order: { cartErrors: ['800009: no'] } } }),
  other('an order that waits', 'licence-order-completed', whole, { facts: { order: { orderStatus: 'pending' } } }),
  other('a window to cancel', 'licence-cancellation-noted', whole, {
    facts: {
      order: {
        lines: [{ ...line, offer: { ...offer, terms: [{ term: 'P1M', billing: 'monthly', cancelWithin: 'P7D' }] } }],
      },
    },
  }),
  other(
    'renewed against the agreement',
    'licence-auto-renew',
    put('subscriptions', [purchase({})], '/subscriptions/0'),
    { facts: { order: { agreedAutoRenew: false } } },
  ),
  other(
    'a purchase that ends',
    'licence-term-end',
    put('subscriptions', [purchase({ autoRenewEnabled: false, commitmentEndDate: '2026-12-01' })], '/subscriptions/0'),
  ),
  other(
    'a trial that ends',
    'licence-trial-end',
    put('subscriptions', [purchase({ isTrial: true, commitmentEndDate: '2026-12-01' })], '/subscriptions/0'),
  ),
  other(
    'a trial in use',
    'licence-no-trial',
    put(
      'subscribedSkus',
      [subscribedSku('premium', 5, 1), subscribedSku('trial', 10_000, 2), business],
      '/subscribedSkus/1',
    ),
    { also: ['licence-trial-end'] },
  ),
  other(
    'the former Plan 2',
    'licence-no-legacy-plan',
    put('subscribedSkus', [subscribedSku('plan2', 5, 1), premium, business], '/subscribedSkus/0'),
  ),
  other(
    'products of another cloud',
    'licence-cloud-matches',
    put('subscribedSkus', [premium, business], '/subscribedSkus/0'),
    { facts: { cloud: 'us-government' } },
  ),
  other(
    'the only plan is switched off',
    'licence-flow-plan-active',
    put('users', [userWith([licenceDetail('premium', 'Disabled')])], '/users/0/licenseDetails/0/servicePlans/0'),
    { also: ['licence-covers-flow'] },
  ),
  other(
    'a plan that waits',
    'licence-coverage-answered',
    put('users', [userWith([licenceDetail('premium', 'PendingProvisioning')])], '/users/0'),
    { also: ['licence-flow-plan-active'] },
  ),
  other(
    'a runner nobody listed',
    'licence-coverage-answered',
    put('flows', [flowWith({ trigger: 'instant', runners: ['bo@contoso.example'] })], '/flows/0'),
  ),
  other(
    'a connector of unknown tier',
    'licence-connector-tier-known',
    put('flows', [flowWith({ connectors: ['shared_fleetdesk'] })], '/flows/0/connectors/0'),
  ),
  other(
    'a flow that begins somehow',
    'licence-trigger-known',
    put('flows', [flowWith({ trigger: undefined })], '/flows/0'),
  ),
  other(
    'a flow without a context',
    'licence-context-recorded',
    put('flows', [flowWith({ context: undefined })], '/flows/0'),
  ),
  other(
    'a flow without an estimate',
    'licence-request-estimate',
    put('flows', [flowWith({ requestsPerDay: undefined })], '/flows/0'),
  ),
  other(
    'two busy flows of one person',
    'licence-requests-summed',
    put('flows', [flowWith({ requestsPerDay: 30_000 }), flowWith({ requestsPerDay: 30_000 })], '/users/0'),
  ),
  other(
    'Process licences that lie about',
    'licence-process-allocated',
    put('subscribedSkus', [subscribedSku('process', 2, 0), premium, business], '/subscribedSkus/0'),
  ),
  other(
    'a licence by its name',
    'licence-product-by-id',
    put('users', user({ licenseDetails: [{ skuPartNumber: 'FLOW_FREE' }] }), '/users/0/licenseDetails/0'),
    { also: ['licence-covers-flow'] },
  ),
  other(
    'a product newer than the catalogue',
    'licence-product-known',
    put(
      'users',
      [
        userWith([
          licenceDetail('premium'),
          { ...licenceDetail('premium'), skuId: '00000000-1111-4222-8333-444444444444' },
        ]),
      ],
      '/users/0/licenseDetails/1',
    ),
  ),
  other('no subscriptions', 'licence-subscriptions-listed', put('subscribedSkus', [], '')),
  other(
    'subscriptions of another tenant',
    'licence-lists-agree',
    put('subscribedSkus', [premium], '/users/0/licenseDetails/0'),
  ),
  refusal('an owner who left', 'licence-owner-enabled', put('users', user({ accountEnabled: false }), '/users/0')),
  other('no users', 'licence-users-listed', put('users', [], '')),
  other('no flows', 'licence-flows-listed', put('flows', [], '')),
  other(
    'a licence without a product',
    'licence-list-readable',
    put('users', user({ licenseDetails: [licenceDetail('premium'), {}] }), '/users/0/licenseDetails/1'),
  ),
]
