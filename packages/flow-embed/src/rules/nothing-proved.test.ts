import { describe, expect, test } from 'vitest'
import { checkHostPage } from '../engine/check-host-page.ts'
import { describeRules } from '../engine/describe-rules.ts'
import type { HostFacts } from '../engine/host-facts.ts'
import { readHostPage } from '../page/read-host-page.ts'
import { faultlessHtml, faultlessScript } from '../testing/faultless-page.ts'
import { parseTyped } from '../typescript/index.ts'

const all = describeRules().map(({ id }) => id)

/** Rules that looked and found nothing: what a reader takes for done. */
function passed(files: Readonly<Record<string, string>>, facts: HostFacts = {}): readonly string[] {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }))
  const { findings, notChecked = [] } = checkHostPage(readHostPage(given, { parseTyped }), { facts }).subject
  const open = new Set([...findings.map(({ ruleId }) => ruleId), ...notChecked.flatMap(({ rules }) => rules)])
  return all.filter((rule) => !open.has(rule))
}

const sdkTag = '<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>'
/** What can be said of a page without a script of its own that loads Microsoft's. */
const ofTheTag = ['embed-sdk-from-microsoft', 'embed-sdk-current-host', 'embed-sdk-no-integrity']

describe('what was not looked at is not passed', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['nothing at all', {}, []],
    ['a page without anything', { 'index.html': '<p>Hello</p>' }, []],
    ['Microsoft’s script alone', { 'index.html': sdkTag }, ofTheTag],
    ['a script with a syntax error', { 'index.html': `${sdkTag}<script>let = = 1</script>` }, []],
    ['a script that was not given', { 'index.html': `${sdkTag}<script src="app.js"></script>` }, []],
    ['a component that is not read', { 'a.svelte': '<script>new MsFlowSdk({})</script>' }, []],
    [
      'a module that was not given',
      { 'a.ts': "import './b'\nnew MsFlowSdk({ hostName: 'https://make.powerautomate.com' })" },
      [],
    ],
  ])('%s', (_, files, rules) => {
    expect(passed(files)).toEqual(rules)
  })
})

test('a policy of a page that shows nothing admits nothing that is known of', () => {
  const facts: HostFacts = { headers: [['Content-Security-Policy', "default-src 'self'"]] }
  const ofPolicy = (html: string) => passed({ 'index.html': html }, facts).filter((rule) => /-csp-/.test(rule))
  expect(ofPolicy('<p>Hello</p><script>start()</script>')).toEqual([])
})

test('a page with a gallery alone is judged by that', () => {
  const gallery = 'https://make.powerautomate.com/en-us/widgets/templates/?q=fleet'
  const frameOf = (address: string) => `<iframe title="Ideas" src="${address}"></iframe>`
  const frame = frameOf(`${gallery}&parameters.vehicle=1`)
  const rules = passed({ 'index.html': frame }, { templateParameters: ['vehicle'] })
  for (const rule of [
    'embed-gallery-address',
    'embed-gallery-parameters',
    'embed-default-parameters',
    'embed-widget-title',
  ])
    expect([rule, rules.includes(rule)]).toEqual([rule, true])
  expect(rules.filter((rule) => /-sdk-|-token-|-listen-|-option-|-container-/.test(rule))).toEqual([])
  const plain = passed({ 'index.html': frameOf(gallery) }, { templateParameters: ['vehicle'] })
  expect(plain.filter((rule) => /-parameters$/.test(rule))).toEqual([])
  const both = passed({ 'index.html': sdkTag + frame })
  expect(both.filter((rule) => /widget-title|default-parameters/.test(rule))).toEqual([])
})

test('a faultless page with everything that is known passes everything', () => {
  const facts: HostFacts = {
    pageAddress: 'https://fleet.example/flows',
    headers: [['Content-Type', 'text/html']],
    sdkAnswer: {
      address: 'https://make.powerautomate.com/Content/msflowsdk-1.1.js',
      status: 200,
      contentType: 'text/javascript',
    },
    templateParameters: ['vehicle'],
    environments: ['Default-72f988bf-86f1-41af-91ab-2d7cd011db47'],
    tokenFindings: [],
    run: { events: ['WIDGET_READY'], thirdPartyCookies: 'allowed' },
  }
  const files = { 'index.html': faultlessHtml, 'app.js': faultlessScript }
  const missing = all.filter((rule) => !passed(files, facts).includes(rule))
  // One run shows one of the two ways of browsers with cookies; the page's gallery and widget are given all else.
  expect(missing).toEqual(['embed-cookie-guidance'])
})

describe('a value that is not known leaves open what depends on it', () => {
  const widget = (type: string, options: string) =>
    `const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com', locale: 'en-us' })
const widget = sdk.renderWidget(${type}, ${options})
widget.listen('GET_ACCESS_TOKEN', (request, done) => done(null, { token: read() }))`
  const openFor = (type: string, options: string) => {
    const rules = passed({ 'app.js': widget(type, options) })
    return (rule: string) => !rules.includes(rule)
  }

  test('the type', () => {
    const isOpen = openFor('chosen()', '{}')
    for (const rule of ['embed-widget-type', 'embed-tab-value', 'embed-setting-group', 'embed-failure-events'])
      expect([rule, isOpen(rule)]).toEqual([rule, true])
  })

  test('all options', () => {
    const isOpen = openFor("'flows'", 'chosen()')
    for (const rule of [
      'embed-option-key',
      'embed-setting-key',
      'embed-filter',
      'embed-template-id',
      'embed-debug-off',
    ])
      expect([rule, isOpen(rule)]).toEqual([rule, true])
  })

  test('a part of the options', () => {
    const isOpen = openFor("'flows'", '{ ...chosen(), container: "flows" }')
    for (const rule of ['embed-option-key', 'embed-page-size', 'embed-error-handler', 'embed-oauth-handler'])
      expect([rule, isOpen(rule)]).toEqual([rule, true])
  })

  test('which environments a person has', () => {
    const given = "{ environmentId: 'Default-72f988bf-86f1-41af-91ab-2d7cd011db47' }"
    expect(openFor("'flows'", given)('embed-environment-id')).toBe(true)
    expect(openFor("'flows'", "{ environmentId: '~default' }")('embed-environment-id')).toBe(false)
  })

  test.each<[string, string, boolean]>([
    [
      'a function of the page that asks a server',
      'getToken: () => fetch(address).then((answer) => answer.text())',
      false,
    ],
    ['a library', 'getToken: async () => (await msal.acquireTokenSilent(request)).accessToken', false],
    ['a function that a caller hands in', 'getToken: () => given.fetchToken()', true],
    ['a function of a module that was not given', 'getToken: () => fetchToken()', true],
    ['a callback that is not seen', 'getToken: given.getToken', true],
    ['options that are put in from elsewhere', '...given', true],
  ])('where the token comes from: %s', (_, callback, isOpen) => {
    const script = `import { openFlowWidgets } from '@sevenstep/flow-embed'
import { fetchToken } from './token.js'
export const show = (given) =>
  openFlowWidgets({ host: 'https://make.powerautomate.com', ${callback} }).then((widgets) => widgets.render('flows', {}))`
    const files = { 'app.js': script, ...(!callback.includes('fetchToken()') && { 'token.js': '' }) }
    const rules = passed(files)
    for (const rule of ['embed-token-not-exposed', 'embed-token-fresh'])
      expect([rule, rules.includes(rule)]).toEqual([rule, !isOpen])
  })
})
