import { initOffer } from '@sevenstep/listing-checks/init'
import type { ItemVerdict } from '@sevenstep/onboarding'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  completeConnector,
  completeCustomer,
  completeFlow,
  completeOffer,
  completeSite,
  emptySolution,
  fileOf,
  gallery,
  licensedUsers,
  only,
  plannedFlows,
  subscribedSkus,
  without,
} from '../testing/partial-inputs.ts'
import { decidedByRules, verdictsAfter } from '../testing/verdicts-after.ts'
import type { UploadedFile } from './worker/messages.ts'

/** Names of items without their step, in words. */
type Names = string
type Expected = Readonly<Partial<Record<ItemVerdict, Names>>>
/** What is handed in, and how the items of the step stand then. All others are as nobody had begun them. */
type Row = readonly [name: string, step: 3 | 4 | 6 | 7, files: readonly UploadedFile[], expected: Expected]

const namesOf = (names: Names = ''): readonly string[] => names.split(' ').filter((name) => name !== '')
const merged = (...names: readonly Names[]): Names => names.join(' ')

// Written by thinking what each input tells of each item, not by looking at what came out.

const ofPackages = 'package-structure package-icon package-address input-file solution-checked'
const notForSaas = merged('products-ticked hide-key help-is-not-support', ofPackages)
const neededByAll =
  'offer-id categories-chosen markets-chosen name-fitting summary-fitting description-valid large-logo screenshots documents links-work contacts-valid terms-given'
const leftToFill = merged(neededByAll, 'name-as-on-site keywords-fitting small-logo test-document leads-arrive')
const bare = (offerType: string) => [fileOf('offer.json', { offerType, listing: {}, media: {} })]
const init = (kind: 'saas' | 'dataverse') => initOffer(kind, { today: '2026-11-20' })
const inOffer =
  'offer-type-fits offer-id categories-chosen industries-chosen markets-chosen name-fitting summary-fitting description-valid english-lead keywords-fitting large-logo small-logo screenshots documents contacts-valid terms-given test-document test-drive-removed'

const offers: readonly Row[] = [
  [
    'an offer that only says it is SaaS',
    7,
    bare('saas'),
    // Landing pages are needed as soon as people can get the offer without asking.
    {
      proved: 'offer-type-fits test-drive-removed',
      failing: merged(neededByAll, 'landing-page-sign-in'),
      'not-needed': notForSaas,
      advised: 'test-document',
    },
  ],
  [
    'an offer that only says it is on Dataverse',
    7,
    bare('dataverse'),
    {
      proved: 'offer-type-fits test-drive-removed',
      failing: merged(neededByAll, 'products-ticked hide-key package-structure package-address test-document'),
      'not-needed': 'landing-page-sign-in',
    },
  ],
  [
    'a new SaaS offer in which nobody filled in anything',
    7,
    init('saas'),
    {
      // What kind of offer it is, its language and that it has no videos is our beginning, nobody's word.
      proved: 'test-drive-removed',
      failing: merged(leftToFill, 'landing-page-sign-in'),
      'not-needed': notForSaas,
    },
  ],
  [
    'a new offer on Dataverse in which nobody filled in anything',
    7,
    init('dataverse'),
    {
      // That Power Automate is among the products is why the folder was made.
      proved: 'test-drive-removed products-ticked',
      failing: merged(leftToFill, 'hide-key help-is-not-support', ofPackages),
      'not-needed': 'landing-page-sign-in',
    },
  ],
  [
    'an offer without what was found out',
    7,
    without(completeOffer(), 'facts.json'),
    { proved: inOffer, opened: 'links-work leads-arrive', 'not-needed': notForSaas },
  ],
  [
    'an offer without its pictures and documents',
    7,
    without(completeOffer(), 'facts.json', '.png', '.pdf'),
    {
      // Whether a picture fits is not seen where it is not there.
      proved: merged(
        'offer-type-fits offer-id categories-chosen industries-chosen markets-chosen name-fitting summary-fitting description-valid english-lead keywords-fitting',
        'contacts-valid terms-given test-document test-drive-removed',
      ),
      failing: 'large-logo small-logo screenshots documents',
      opened: 'links-work leads-arrive',
      'not-needed': notForSaas,
    },
  ],
  [
    'an offer and what was found out',
    7,
    completeOffer(),
    {
      proved: merged(inOffer, 'name-as-on-site links-work leads-arrive landing-page-sign-in'),
      'not-needed': notForSaas,
    },
  ],
  ['what was found out alone', 7, only(completeOffer(), 'facts.json'), {}],
]

const csv = (text: string) => [fileOf('users.csv', text)]
const holding = 'subscriptions-read trials-not-counted trial-ends-tracked legacy-plans-flagged'
const ofUsers = 'pilot-users-read plan-active usage-location licence-assigned'
const ofFlows = 'tier-per-flow context-recorded five-minute-limit'

const customers: readonly Row[] = [
  // Names are no ids, which is said; nothing else stands in such a table.
  [
    'a table of users and names of licences',
    6,
    csv('User principal name,Licenses\nada@contoso.example,Power Automate Premium\n'),
    { advised: 'pilot-users-read' },
  ],
  [
    'a table of users with where they work',
    6,
    csv('User principal name,Licenses,Usage location\nada@contoso.example,Power Automate Premium,NL\n'),
    { advised: 'pilot-users-read', proved: 'usage-location' },
  ],
  [
    'what was bought',
    6,
    [subscribedSkus()],
    { proved: merged(holding, 'subscription-active'), opened: 'pilot-users-read' },
  ],
  [
    'what was bought and is in its time of grace',
    6,
    [subscribedSkus('Warning')],
    { proved: holding, advised: 'subscription-active', opened: 'pilot-users-read' },
  ],
  [
    'what was bought and is suspended',
    6,
    [subscribedSkus('Suspended')],
    { proved: holding, failing: 'subscription-active', opened: 'pilot-users-read' },
  ],
  ['users with licences, plans and assignments', 6, [licensedUsers()], { proved: ofUsers }],
  ['flows', 6, [plannedFlows()], { proved: ofFlows, opened: 'daily-requests' }],
  [
    'users and flows',
    6,
    [licensedUsers(), plannedFlows()],
    {
      proved: merged(ofUsers, ofFlows, 'tier-covered daily-requests'),
      opened: 'same-identity',
      // Everybody is covered: nothing has to be bought.
      'not-needed':
        'agreement-accepted cancellation-noted cart-clean order-completed product-purchasable quantity-allowed relationship-exists renewal-agreed subscription-active term-offered',
    },
  ],
  [
    'everything of a customer',
    6,
    completeCustomer(),
    {
      proved: merged(
        holding,
        ofUsers,
        ofFlows,
        'tier-covered daily-requests same-identity sovereign-clouds subscription-active seats-left process-allocated',
        'relationship-exists agreement-accepted product-purchasable quantity-allowed term-offered cart-clean order-completed renewal-agreed',
      ),
      'not-needed': 'cancellation-noted',
    },
  ],
]

const shownByScript =
  'host-name-known locale-known widget-type-valid settings-known tab-valid template-id-shaped destination-valid page-size-integer filters-formed debug-off token-event-answered listener-once ready-before-notify failures-handled strings-known errors-and-disposal origins-checked token-refreshed token-kept-safe environment-exists frame-named'
const shownByPage =
  'sdk-from-microsoft sdk-current-address sdk-constructed container-exists width-fitting gallery-address'
const shownByFacts = 'sdk-answers headers-admit page-secure widget-renders cookies-explained'

const pages: readonly Row[] = [
  ['a page that embeds nothing', 3, [fileOf('index.html', '<p>Hello</p>')], {}],
  ['headers alone', 3, only(completeSite(), 'facts.json'), {}],
  // Nobody on it takes messages, so nobody takes those of strangers; its frame has a name and no sandbox.
  [
    'a page with a gallery alone',
    3,
    gallery(),
    { proved: 'origins-checked frame-named gallery-address', opened: 'isolation-compatible' },
  ],
  // That the gallery passes a parameter is seen; whether the template has it stands in the template.
  [
    'a page with a gallery and a parameter',
    3,
    gallery('&parameters.vehicle=1'),
    { proved: 'origins-checked frame-named gallery-address', opened: 'isolation-compatible gallery-parameters' },
  ],
  [
    'a script without its page',
    3,
    only(completeSite(), '.js'),
    { proved: shownByScript, opened: 'sdk-constructed isolation-compatible' },
  ],
  [
    'a page without its script, with what is known beside',
    3,
    without(completeSite(), '.js'),
    { proved: shownByFacts, opened: 'isolation-compatible' },
  ],
  [
    'a page with its script',
    3,
    without(completeSite(), 'facts.json'),
    { proved: merged(shownByScript, shownByPage), opened: 'isolation-compatible gallery-parameters' },
  ],
  [
    'a page with everything',
    3,
    completeSite(),
    { proved: merged(shownByScript, shownByPage, shownByFacts, 'isolation-compatible gallery-parameters') },
  ],
]

const inDefinition =
  'definition-parses one-trigger within-limits steps-named parameters-declared no-personal-data no-secrets-inside no-fixed-ids references-sensible'
// The flow calls services and has no way on when one fails; and what licence it takes has to be said.
const advisedOfFlow = 'failure-path licence-tier-known'

const flows: readonly Row[] = [
  ['a solution without flows', 4, emptySolution(), {}],
  ['a manifest without its flow', 4, without(completeFlow(), 'definition.json'), {}],
  [
    'a flow without its manifest',
    4,
    without(completeFlow(), 'flow-package/manifest.json'),
    { proved: inDefinition, advised: advisedOfFlow, opened: 'package-readable connectors-available' },
  ],
  [
    'an exported flow',
    4,
    completeFlow(),
    {
      proved: merged(
        inDefinition,
        'package-readable manifest-format name-and-description title-meaningful connectors-available',
      ),
      advised: advisedOfFlow,
    },
  ],
]

describe.each([
  ['step 3', pages],
  ['step 4', flows],
  ['step 6', customers],
  ['step 7', offers],
] as const)('%s: what an upload says nothing of, it does not prove', (_, rows) => {
  test.each(rows)('%s', (__, step, files, expected) => {
    const wanted = Object.entries(expected).flatMap(([verdict, names]) =>
      namesOf(names).map((name) => [`${step}.${name}`, verdict] as const),
    )
    const known = new Set<string>(decidedByRules.map(({ id }) => id))
    expect(wanted.filter(([id]) => !known.has(id))).toEqual([])
    expect(verdictsAfter(files)).toEqual(Object.fromEntries(wanted))
  })
})

test('a list that breaks off, beside what was bought, fails its item and proves none of step 6', () => {
  const whole = verdictsAfter([subscribedSkus()])
  expect(whole['6.subscriptions-read']).toBe('proved')
  const after = verdictsAfter([fileOf('customer/users.json', '{\n  "value": [\n    {'), subscribedSkus()])
  expect(after['6.pilot-users-read']).toBe('failing')
  expect(Object.values(after)).not.toContain('proved')
})

describe('step 1: a file of a connector says nothing of the others', () => {
  const ofDefinition =
    'openapi-2 public-https-host paths-clear references-resolve schemas-sound version-stated operations-described operations-shaped parameters-described parameters-shaped responses-typed fields-described triggers-correct dynamic-values extensions-known annotations-consistent title-fitting description-fitting contact-given metadata-present'
  const ofProperties = 'brand-colour connection-fields oauth-complete publisher-named'
  // Readme and introduction are not asked of a verified publisher’s folder, so nothing is against them there.
  const ofOthers = 'icon-fitting files-complete'

  test.each([
    ['apiProperties.json', merged(ofDefinition, ofOthers)],
    ['apiDefinition.swagger.json', merged(ofProperties, ofOthers)],
  ])('%s alone', (file, silent) => {
    const whole = verdictsAfter(completeConnector())
    const alone = verdictsAfter(only(completeConnector(), file))
    const ids = namesOf(silent).map((name) => `1.${name}`)
    expect(ids.filter((id) => whole[id] !== 'proved')).toEqual([])
    expect(ids.filter((id) => alone[id] === 'proved')).toEqual([])
    expect(Object.values(alone)).toContain('proved')
  })
})

const complete = [
  ['a connector', completeConnector()],
  ['a site', completeSite()],
  ['a flow', completeFlow()],
  ['a customer', completeCustomer()],
  ['an offer', completeOffer()],
  ['a new offer on Dataverse', init('dataverse').map(({ path, bytes }) => ({ path: `new/${path}`, bytes }))],
] as const satisfies readonly (readonly [string, readonly UploadedFile[]])[]

describe.each(complete)('files taken away from %s', (_, files) => {
  const whole = verdictsAfter(files)
  const isPassed = (verdict: ItemVerdict | undefined): boolean => verdict === 'proved' || verdict === 'not-needed'
  // By their names, so that what fails can be read.
  const fewer = fc.subarray(
    files.map(({ path }) => path),
    { maxLength: files.length - 1 },
  )
  const named = (paths: readonly string[]) => files.filter(({ path }) => paths.includes(path))

  test('never turn an item to passed', () => {
    fc.assert(
      fc.property(fewer, (left) => {
        const after = verdictsAfter(named(left))
        expect(Object.keys(after).filter((id) => isPassed(after[id]) && !isPassed(whole[id]))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('leave as it was what the rest does not tell of, and never better', () => {
    fc.assert(
      fc.property(fewer, (left) => {
        const alone = verdictsAfter(named(left))
        const after = verdictsAfter(files, named(left))
        for (const { id } of decidedByRules) {
          if (alone[id] === undefined) expect([id, after[id]]).toEqual([id, whole[id]])
          if (isPassed(after[id])) expect([id, isPassed(whole[id])]).toEqual([id, true])
        }
      }),
      { numRuns: 25 },
    )
  })
})
