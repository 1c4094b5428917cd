import { describe, expect, test } from 'vitest'
import { file, found, notChecked, read } from '../testing/found-in.ts'
import type { GivenFile } from './host-page.ts'

describe('modules', () => {
  const page = file('index.html', '<div id="flows"></div><script type="module" src="src/main.ts"></script>')
  const main = file(
    'src/main.ts',
    "import { settings } from './settings'\nimport { sdk } from '@/sdk'\nsdk.renderWidget(settings.kind, settings.options)",
  )
  const settings = file(
    'src/settings/index.ts',
    "export * from './kinds.js'\nexport { made as settings } from './made'",
  )
  const made = file(
    'src/settings/made.ts',
    "const options = { container: 'flow' }\nexport const made = { kind: 'flow', options }",
  )
  const sdk = file('src/sdk.js', "export const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })")
  const kinds = file('src/settings/kinds.ts', 'export const other = 1')

  test('values are followed to the file they stand in, through what is handed on', () => {
    const files = [page, main, settings, made, sdk, kinds]
    expect(read(files).page.missing).toEqual([])
    expect(found(files, 'embed-widget-type')).toEqual(["embed-widget-type src/settings/made.ts:2 'flow'"])
    expect(found(files, 'embed-container-exists')).toEqual(["embed-container-exists src/settings/made.ts:1 'flow'"])
  })

  test('a widget that a module hands out is followed to who listens, and is not judged where nobody is seen to', () => {
    const widget = file(
      'widget.ts',
      "const made = new MsFlowSdk({}).renderWidget('flows', {})\nexport { made as widget }",
    )
    const user = file(
      'user.ts',
      "import { widget } from './widget'\nwidget.listen('GET_ACCESS_TOKEN', (request, done) => done(null, { tokens: 1 }))",
    )
    expect(found([widget, user], 'embed-token-shape')).toEqual(['embed-token-shape user.ts:2 { tokens: 1 }'])
    expect(found([widget], 'embed-token-listened')).toEqual([])
    expect(notChecked([widget], 'embed-token-listened')).toEqual([
      'widget.ts: what is done with the widget was not followed: it is handed out to other modules.',
    ])
  })

  test('scopes that another module holds are judged where they stand', () => {
    const files = [
      file('scopes.ts', "export const scopes = ['https://graph.microsoft.com/User.Read']"),
      file(
        'app.ts',
        `import { scopes } from './scopes'
const widget = new MsFlowSdk({}).renderWidget('flows', {})
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  msal.acquireTokenSilent({ scopes }).then(({ accessToken }) => done(null, { token: accessToken }), done)
})`,
      ),
    ]
    expect(found(files, 'embed-token-scopes')).toEqual(['embed-token-scopes app.ts:4 scopes'])
  })

  test('the root of a site may be any folder above, and folders may be named like packages', () => {
    const files = [
      file('web/index.html', '<div id="flows"></div><script type="module" src="/src/main.ts"></script>'),
      file(
        'web/src/main.ts',
        "import { kind } from 'src/kinds'\nimport { sdk } from '/src/sdk'\nsdk.renderWidget(kind, {})",
      ),
      file('web/src/kinds.ts', "export const kind = 'flow'"),
      file('web/src/sdk.ts', 'export const sdk = new MsFlowSdk({})'),
    ]
    expect(read(files).page.missing).toEqual([])
    expect(found(files, 'embed-widget-type')).toEqual(["embed-widget-type web/src/kinds.ts:1 'flow'"])
  })

  test('a module that was not given is named, with what to do', () => {
    const files = [page, main, sdk]
    expect(notChecked(files, 'embed-widget-type')).toEqual([
      './settings is named by src/main.ts and was not given. Hand it in together with the page.',
      'src/main.ts: "settings.kind" was not followed: "settings" comes from ./settings, which was not given.',
    ])
  })

  test('packages, styles and pictures are no scripts of the page', () => {
    const text =
      "import 'react'\nimport './a.css'\nimport logo from './logo.svg?url'\nimport type { A } from './a'\nsdk.renderWidget('flows', {})"
    expect(read([file('a.ts', text)]).page.missing).toEqual([])
  })

  test('modules that hand each other on in a ring end', () => {
    const ring = [
      file('a.js', "export * from './b.js'"),
      file('b.js', "export * from './a.js'"),
      file('c.js', "import { kind } from './a.js'\nnew MsFlowSdk({}).renderWidget(kind, {})"),
    ]
    expect(notChecked(ring, 'embed-widget-type')[0]).toContain('"kind" comes from ./a.js')
  })
})

describe('components', () => {
  const component = (head: string) =>
    file('flows.tsx', `${head} {\n  sdk.renderWidget(KIND, { container: 'a' })\n}\nconst sdk = new MsFlowSdk({})`)
  const taken = (head: string) => file('flows.tsx', component(head).text.replace('KIND', 'kind'))
  const main = (markup: string) =>
    file('main.tsx', `import { Flows } from './flows'\nconst kind = 'runtime'\nconst page = <main>${markup}</main>`)

  test.each<[string, GivenFile, string, string]>([
    ['taken apart', taken('export function Flows({ kind })'), '<Flows kind="runtime" />', 'main.tsx:3 "runtime"'],
    [
      'under another name',
      taken('export const Flows = ({ shown: kind }: Props) =>'),
      '<Flows shown={kind} />',
      "main.tsx:2 'runtime'",
    ],
    [
      'of the whole',
      file('flows.tsx', component('export function Flows(given)').text.replace('KIND', 'given.kind')),
      '<Flows kind={`runtime`} />',
      'main.tsx:3 `runtime`',
    ],
    [
      'of one that is wrapped',
      file('flows.tsx', `${taken('const Inner = ({ kind }) =>').text}\nexport const Flows = memo(forwardRef(Inner))`),
      '<Flows kind="runtime" />',
      'main.tsx:3 "runtime"',
    ],
    [
      'the same twice',
      taken('export function Flows({ kind })'),
      '<Flows kind="runtime" /><Flows kind="runtime" />',
      'main.tsx:3 "runtime"',
    ],
  ])('a property is followed to where it is handed in: %s', (_, flows, markup, place) => {
    expect(found([flows, main(markup)], 'embed-widget-type')).toEqual([`embed-widget-type ${place}`])
  })

  test.each([
    ['nobody uses it', ''],
    ['two hand in different things', '<Flows kind="runtime" /><Flows kind="flows" />'],
    ['one leaves it out', '<Flows kind="runtime" /><Flows />'],
    ['more is put in', '<Flows kind="runtime" {...others} />'],
  ])('where %s, it is not checked', (_, markup) => {
    const files = [taken('export function Flows({ kind })'), main(markup)]
    expect(found(files, 'embed-widget-type')).toEqual([])
    expect(notChecked(files, 'embed-widget-type')).toEqual([
      'flows.tsx: "kind" was not followed: "kind" is handed in by a caller.',
    ])
  })
})
