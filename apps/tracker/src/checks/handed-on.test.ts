import type { ItemVerdict } from '@sevenstep/onboarding'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { example, fileOf, known, outcomeOf, subjectsOf, zipOf } from '../testing/checked-uploads.ts'
import {
  completeFlow,
  completeOffer,
  gallery,
  licensedUsers,
  subscribedSkus,
  without,
} from '../testing/partial-inputs.ts'
import { verdictsAfter } from '../testing/verdicts-after.ts'
import { checkFiles } from './worker/check-files.ts'
import type { UploadedFile } from './worker/messages.ts'

const landingPage = 'https://fleetdesk.example/welcome'
const site = gallery('&amp;parameters.vehicle=ABC')
const customer = [subscribedSkus(), licensedUsers()]
const offer = without(completeOffer(), 'facts.json')

/** An exported flow that declares and uses parameters. */
function template(folder: string, ...parameters: readonly string[]): readonly UploadedFile[] {
  const declared = parameters.map((name) => `"${name}": { "type": "String", "defaultValue": "" },`).join('')
  return completeFlow().map(({ path, bytes }) => {
    const text = new TextDecoder().decode(bytes)
    return fileOf(
      path.replace('flow-package', folder),
      text.replace('"$connections": {', `${declared}"$connections": {`),
    )
  })
}

/** The registration of a landing page, with nothing against it unless something else is given. */
function registration(path: string, signInAudience = 'AzureADandPersonalMicrosoftAccount'): UploadedFile {
  const [file] = example('app-registration/mended', 'in').filter((one) => one.path.endsWith('.json'))
  const manifest = JSON.parse(new TextDecoder().decode(file?.bytes))
  const readsProfile = { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', type: 'Scope' }
  const graph = { resourceAppId: '00000003-0000-0000-c000-000000000000', resourceAccess: [readsProfile] }
  const spa = { redirectUris: [landingPage] }
  return fileOf(path, JSON.stringify({ ...manifest, signInAudience, spa, requiredResourceAccess: [graph] }))
}

/** What the addresses of the offer answered, with nothing of the registration. */
const links = fileOf(
  'offer/facts.json',
  JSON.stringify({
    links: ['', 'support', 'privacy', 'terms', 'tour', 'welcome'].map((path) => ({
      url: `https://fleetdesk.example/${path}`,
      status: 200,
      title: 'Fleet Desk',
    })),
  }),
)

const page = [...site, ...template('flow', 'vehicle')]
const upload = [...page, ...customer, ...offer, links, registration('registration.json')]

/** Why a rule was not decided. */
function reasonOf(files: readonly UploadedFile[], rule: string): string {
  const notes = subjectsOf(checkFiles(files, known)).flatMap(({ notChecked = [] }) => notChecked)
  return notes.flatMap(({ rules, reason, handIn }) => (rules.includes(rule) ? [`${reason} ${handIn}`] : [])).join('\n')
}

describe('what one part of an upload shows, others are judged with', () => {
  test('items about it are decided, by what was seen and not by what was reported', () => {
    const wanted = ['3.gallery-parameters', '6.tier-per-flow', '6.tier-covered', '7.landing-page-sign-in']
    const verdicts = (files: readonly UploadedFile[]) =>
      Object.entries(verdictsAfter(files)).filter(([id]) => wanted.includes(id))
    const alone = [site, customer, [...offer, links]].flatMap(verdicts).map(([, verdict]) => verdict)
    expect(alone.filter((verdict) => verdict !== 'opened')).toEqual([])
    expect(Object.fromEntries(verdicts(upload))).toEqual({
      '3.gallery-parameters': 'proved',
      '6.tier-covered': 'proved',
      // That Outlook is a standard connector is our table's word.
      '6.tier-per-flow': 'advised',
      '7.landing-page-sign-in': 'proved',
    } satisfies Readonly<Record<string, ItemVerdict>>)
    const result = checkFiles(upload, known)
    expect(outcomeOf(result, 'embed-gallery-parameters')).toEqual(['passed', 'seen'])
    expect(outcomeOf(result, 'landing-page-sign-in')).toEqual(['passed', 'seen'])
    expect(outcomeOf(result, 'landing-page-answers')).toEqual(['passed', 'reported'])
    expect(outcomeOf(result, 'licence-flows-listed')).toEqual(['passed', 'seen'])
    const told = subjectsOf(result).flatMap(({ kind, handedOn = [] }) =>
      handedOn.map(({ fact, from }) => [kind, fact, ...from]),
    )
    expect(told).toEqual([
      ['host page', 'templateParameters', 'flow'],
      ['licences', 'flows', 'flow'],
      ['offer', 'landingPageSignIn', 'registration.json'],
    ])
  })

  test('what is wrong is found', () => {
    const result = checkFiles(
      [
        ...site,
        ...template('flow', 'lorry'),
        subscribedSkus(),
        fileOf(
          'customer/users.json',
          JSON.stringify({ users: [{ userPrincipalName: 'ben@contoso.example', licenseDetails: [] }] }),
        ),
        ...offer,
        registration('registration.json', 'AzureADMultipleOrgs'),
      ],
      known,
    )
    expect(outcomeOf(result, 'embed-gallery-parameters')?.[0]).toBe('advised')
    expect(outcomeOf(result, 'licence-covers-flow')).toEqual(['failed', 'seen'])
    expect(outcomeOf(result, 'landing-page-sign-in')).toEqual(['failed', 'seen'])
  })

  test('nothing is handed on where two answers are possible, and the reason says between which', () => {
    const templates = [...page, ...template('other', 'lorry')]
    expect(reasonOf(templates, 'embed-gallery-parameters')).toMatch(/2 templates \(in flow, other\) with different/)
    const second = customer.map(({ path, bytes }) => fileOf(path.replace('customer', 'second'), bytes))
    const customers = [...template('flow'), ...customer, ...second]
    expect(reasonOf(customers, 'licence-covers-flow')).toMatch(/2 customers \(customer, second\)/)
    const registrations = [...offer, registration('one.json'), registration('two.json')]
    expect(reasonOf(registrations, 'landing-page-sign-in')).toContain('Each of one.json, two.json may be')
    const another = [...offer, ...example('app-registration/mended', 'in')]
    expect(reasonOf(another, 'landing-page-sign-in')).toContain('Nothing says that in/app-manifest.json is')
  })

  test('what was handed in about it counts before it, and is the word of whoever handed it in', () => {
    const facts = fileOf('facts.json', JSON.stringify({ templateParameters: ['lorry'] }))
    const result = checkFiles([...page, facts], known)
    expect(outcomeOf(result, 'embed-gallery-parameters')).toEqual(['advised', 'reported'])
    expect(subjectsOf(result).flatMap(({ handedOn = [] }) => handedOn)).toEqual([])
    const flows = fileOf(
      'customer/flows.json',
      JSON.stringify({ flows: [{ name: 'Mine', connectors: [], trigger: 'instant' }] }),
    )
    const licences = subjectsOf(checkFiles([...template('flow'), ...customer, flows], known)).find(
      ({ kind }) => kind === 'licences',
    )
    expect([licences?.handedOn, JSON.stringify(licences)]).toEqual([
      undefined,
      expect.not.stringContaining('damage report'),
    ])
  })

  test('a template of which a part is missing declares nothing that could be relied on', () => {
    const cut = page.map(({ path, bytes }) =>
      fileOf(path, path.endsWith('definition.json') ? bytes.subarray(0, bytes.length / 2) : bytes),
    )
    expect(outcomeOf(checkFiles(cut, known), 'embed-gallery-parameters')?.[0]).toBe('not-checked')
  })

  test('the order of the files, and whether they came zipped, make no difference', () => {
    const outcomes = (files: readonly UploadedFile[]) => checkFiles(files, known).families
    const expected = outcomes(upload)
    const orders = fc.shuffledSubarray(upload, { minLength: upload.length })
    fc.assert(
      fc.property(orders, (files) => {
        expect(outcomes(files)).toEqual(expected)
      }),
      { numRuns: 10 },
    )
    expect(outcomes([zipOf('all.zip', upload)])).toEqual(expected)
  })
})
