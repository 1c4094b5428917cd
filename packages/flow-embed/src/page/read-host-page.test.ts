import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkHostPage, mendHostPage } from '../checks/index.ts'
import { faultlessHtml, faultlessScript } from '../testing/faultless-page.ts'
import { readHostPage, recogniseHostPage } from './read-host-page.ts'

const app = (text: string) => [{ path: 'app.js', text }]
const reasonsOf = (files: Parameters<typeof readHostPage>[0], options = {}) =>
  (checkHostPage(readHostPage(files), options).subject.notChecked ?? []).map(({ reason }) => reason)

describe('what is a host page', () => {
  test.each<[string, string, 'host page' | undefined]>([
    ['index.html', faultlessHtml, 'host page'],
    ['app.js', faultlessScript, 'host page'],
    ['app.js', "import { openFlowWidgets } from '@sevenstep/flow-embed'\nopenFlowWidgets({})", 'host page'],
    ['app.ts', 'const sdk: MsFlowSdk = make()', 'host page'],
    ['index.html', '<iframe src="https://make.powerautomate.com/en-us/widgets/templates/"></iframe>', 'host page'],
    ['index.html', '<p>How to load msflowsdk-1.1.js</p>', undefined],
    ['app.js', '// renderWidget is not called here', undefined],
    ['index.html', '<p>Hello</p>', undefined],
    ['app.js', "shop.renderWidget(product, { wrapper: '.widget' })", undefined],
    ['app.js', "sdk.renderWidget('flows', { container: place })", 'host page'],
    ['package.json', '{ "dependencies": { "@sevenstep/flow-embed": "1" } }', undefined],
  ])('%s: %j', (path, text, kind) => {
    expect(recogniseHostPage([{ path, text }])).toBe(kind)
  })
})

describe('what was not checked is said with its reason', () => {
  test.each<[string, readonly { path: string; text: string }[], string]>([
    [
      'a script that was not given',
      [{ path: 'a/index.html', text: faultlessHtml }],
      'app.js is named by a/index.html and was not given.',
    ],
    [
      'TypeScript',
      [{ path: 'app.ts', text: 'new MsFlowSdk({})' }],
      'app.ts holds TypeScript or JSX, and what reads them',
    ],
    [
      'Svelte',
      [{ path: 'app.svelte', text: '<script>new MsFlowSdk({})</script>' }],
      'app.svelte is a Svelte component',
    ],
    [
      'a value from another module',
      app("import { id } from './ids.js'\nsdk.renderWidget('flows', { container: id })"),
      '"id" comes from ./ids.js, which was not given.',
    ],
    ['options that are computed', app("sdk.renderWidget('flows', make())"), 'a call gives it while the page runs.'],
    ['a widget that is handed on', app("wire(sdk.renderWidget('flows', {}))"), 'it is handed to a function.'],
    ['headers', app(faultlessScript), 'The headers of the page’s answer are not known.'],
    [
      'a file that is too deep',
      app(`new MsFlowSdk(${'['.repeat(50_000)}${']'.repeat(50_000)})`),
      'app.js is nested too deeply to be read.',
    ],
    [
      'a page that is too deep',
      [{ path: 'index.html', text: '<div>'.repeat(200_000) }, ...app(faultlessScript)],
      'index.html is nested too deeply to be read.',
    ],
    [
      'a page of more elements than a page has',
      [{ path: 'index.html', text: '<p><b><i>'.repeat(100_000) }, ...app(faultlessScript)],
      'index.html has more than 200,000 elements.',
    ],
  ])('%s', (_, files, reason) => {
    expect(reasonsOf(files).some((one) => one.includes(reason))).toBe(true)
  })

  test('a script that the page names by a path is found where it lies', () => {
    const files = [
      { path: 'pages/index.html', text: faultlessHtml.replace('"app.js"', '"../scripts/my%20app.js"') },
      { path: 'scripts/my app.js', text: faultlessScript },
    ]
    expect(checkHostPage(readHostPage(files)).subject.findings).toEqual([])
    expect(reasonsOf(files).filter((reason) => reason.includes('not given'))).toEqual([
      'The address of the page was not given.',
    ])
  })
})

describe('editions and profiles', () => {
  const files = [
    { path: 'index.html', text: faultlessHtml.replaceAll('make.powerautomate.com', 'flow.microsoft.com') },
    { path: 'app.js', text: faultlessScript.replaceAll('make.powerautomate.com', 'flow.microsoft.com') },
  ]
  const rulesIn = (options: object) => [
    ...new Set(checkHostPage(readHostPage(files), options).subject.findings.map(({ ruleId }) => ruleId)),
  ]
  test('the old host is right in 2018 and wrong today', () => {
    expect(rulesIn({ edition: '2018-02' })).toEqual([])
    expect(rulesIn({}).sort()).toEqual(['embed-gallery-host', 'embed-host-name-known', 'embed-sdk-current-host'])
  })
  test('debug mode may be on while developing', () => {
    const text = faultlessScript.replace('debugMode: false', 'debugMode: true')
    const found = (profile: 'production' | 'development') =>
      checkHostPage(readHostPage(app(text)), { profile, only: ['embed-debug-off'] }).subject.findings.length
    expect([found('production'), found('development')]).toEqual([1, 1])
    expect(checkHostPage(readHostPage(app(text)), { profile: 'development' }).subject.findings).toEqual([])
  })
})

test('what is plain is mended, in every file, and nothing else', () => {
  const script = faultlessScript.replace("'flows', {", "'runtime', {").replace('debugMode: false', 'debugMode: true')
  const files = [{ path: 'index.html', text: faultlessHtml }, ...app(script)]
  expect(mendHostPage(files).map(({ path, after, count }) => ({ path, after, count }))).toEqual([
    { path: 'app.js', after: faultlessScript.replace("'flows', {", "'flowsRuntime', {"), count: 2 },
  ])
  expect(mendHostPage([{ path: 'index.html', text: faultlessHtml }, ...app(faultlessScript)])).toEqual([])
})

describe('no input makes reading or checking fail, or take long', () => {
  const pieces = [
    ...new Set((faultlessHtml + faultlessScript).split(/\b/)),
    '<script>',
    '</script>',
    '<!--',
    '`${',
    '\u0000',
    '\r\n',
    '\u2028',
  ]
  test('any pieces of pages and scripts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 60 }),
        fc.string({ unit: 'binary' }),
        (some, any) => {
          const text = some.join('')
          for (const path of ['index.html', 'app.js', 'app.mjs']) {
            checkHostPage(
              readHostPage([
                { path, text },
                { path: `other/${path}`, text: any },
              ]),
            )
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  test.each<[string, string, string]>([
    ['names that lead in a ring', 'app.js', 'const a = b, b = c, c = a\nsdk.renderWidget(a, b)'],
    [
      'an object spread over and over',
      'app.js',
      `${Array.from({ length: 40 }, (_, at) => `const a${at} = { ...a${at + 1}, ...a${at + 1} }`).join('\n')}\nsdk.renderWidget('flows', a0)`,
    ],
    [
      'a text doubled over and over',
      'app.js',
      `${Array.from({ length: 40 }, (_, at) => `const a${at} = a${at + 1} + a${at + 1}`).join('\n')}\nconst a40 = 'xxxxxxxxxx'\nsdk.renderWidget('flows', { container: a0 })`,
    ],
    [
      'a sum of many parts',
      'app.js',
      `sdk.renderWidget('flows', { container: ${Array.from({ length: 1500 }, () => "'x'").join(' + ')} })`,
    ],
    ['many open formatting elements', 'index.html', '<b><i><a>'.repeat(20_000)],
    ['many attributes', 'index.html', `<iframe ${Array.from({ length: 20_000 }, (_, at) => `a${at}=1`).join(' ')}>`],
    ['many widgets', 'app.js', "sdk.renderWidget('flows', {}).listen('A', b)\n".repeat(2000)],
    [
      'many listeners of one widget',
      'app.js',
      `const w = sdk.renderWidget('flows', {})\n${"w.listen('WIDGET_READY', b)\n".repeat(2000)}`,
    ],
  ])('%s', (_, path, text) => {
    checkHostPage(readHostPage([{ path, text }]))
  })
})

test.each([
  [
    'a widget of 2018 in a frame',
    '<iframe src="https://flow.microsoft.com/en-us/widgets/flows"></iframe>',
    'host page',
  ],
  ['a frame of the portal', '<iframe title="Flows" src="//make.powerautomate.com/environments/a/flows">', 'host page'],
  ['a frame of a national cloud', '<iframe src="https://make.gov.powerautomate.us/widgets/flows">', 'host page'],
  [
    'a link to the portal',
    '<a href="https://make.powerautomate.com/">Flows</a><iframe src="/own"></iframe>',
    undefined,
  ],
  ['a host that only ends so', '<iframe src="https://evilflow.microsoft.com.example/widgets/flows">', undefined],
])('%s: %s is a %s', (_, html, kind) => {
  expect(recogniseHostPage([{ path: 'index.html', text: html }])).toBe(kind)
})
