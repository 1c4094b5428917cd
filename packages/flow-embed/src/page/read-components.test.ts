import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkHostPage, mendHostPage } from '../checks/index.ts'
import { file, found, notChecked, read } from '../testing/found-in.ts'
import { parseTyped } from '../typescript/index.ts'
import { readHostPage, readOptionsFor, recogniseHostPage } from './read-host-page.ts'

describe('TypeScript', () => {
  const script = `import type { Sdk } from './types'
declare const MsFlowSdk: new (options: { hostName: string; locale?: string }) => Sdk
enum Tab { Mine = 'myFlows', Shared = 'shared' }
interface Kept { readonly widget?: Widget }
const host: string = 'https://make.powerautomate.com' as const
abstract class Panel<Kind extends string> {
  private kept!: Kept
  constructor(private readonly place: HTMLElement, protected locale: string = 'en-us') {}
  abstract show(): void
  open<T>(this: Panel<Kind>, done: (error: unknown) => T): void {
    const sdk = new MsFlowSdk({ hostName: host satisfies string, locale: <string>'hi-hu' } as any)
    const widget = sdk!.renderWidget('runtime' as WidgetType, { container: 'flows', flowsSettings: { tab: Tab.Shared } })
    widget.listen('GET_ACCESS_TOKEN', (request: unknown, answer: Done): void => answer(null, { token: 'x' }))
  }
}
`
  test('is judged as what it is translated to, each finding at its place', () => {
    expect(found([file('panel.ts', script)], 'embed-widget-type')).toEqual(["embed-widget-type panel.ts:12 'runtime'"])
    expect(found([file('panel.ts', script)], 'embed-locale-known')).toEqual(["embed-locale-known panel.ts:11 'hi-hu'"])
    const shown = script.replace("'runtime'", "'flows'")
    expect(found([file('panel.ts', shown)], 'embed-tab-value')).toEqual(["embed-tab-value panel.ts:3 'shared'"])
  })

  test('is mended where it stands', () => {
    expect(mendHostPage([file('panel.ts', script)], { parseTyped })).toMatchObject([
      { path: 'panel.ts', after: script.replace("'runtime'", "'flowsRuntime'") },
    ])
  })

  test.each(['a.ts', 'a.js'])('a widget kept in a private member is followed (%s)', (path) => {
    const text = `class Panel {
  #widget
  #done = () => this.#widget?.dispose()
  open(sdk) {
    this.#widget = new MsFlowSdk({}).renderWidget('flows', { container: 'a' })
    this.#widget.listen('GET_ACCESS_TOKEN', (request, answer) => answer(null, { token: read() }))
    this.#widget.listen('FLOW_MADE', this.#done)
  }
}`
    const { renderings } = read([file(path, text)]).page
    expect(renderings.map(({ unseen, listeners, calls }) => [unseen, listeners.length, calls.length])).toEqual([
      [undefined, 2, 1],
    ])
    expect(found([file(path, text)], 'embed-event-known').length).toBe(1)
  })

  test('its types are no imports that are missing, and declarations alone no scripts', () => {
    expect(read([file('panel.ts', script), file('types.d.ts', 'export interface Sdk {}')]).page.missing).toEqual([])
    expect(read([file('global.d.ts', 'declare class MsFlowSdk {}')]).page.scripts).toEqual([])
  })

  test('a slip in it is said with its place, and everything else as not checked', () => {
    const files = [file('a.ts', 'const x: = 1\nnew MsFlowSdk({})')]
    expect(found(files)).toEqual(['embed-script-readable a.ts:1 ='])
    expect(notChecked(files, 'embed-sdk-options')).toEqual(['a.ts could not be read as TypeScript: Unexpected token.'])
  })

  test.each(['a.ts', 'a.mts', 'a.cts', 'a.tsx', 'a.jsx', 'a.vue'])('%s is recognised', async (path) => {
    const text = "import { openFlowWidgets } from '@sevenstep/flow-embed'\nopenFlowWidgets({})"
    const given = [file(path, path === 'a.vue' ? `<script lang="ts">\n${text}\n</script>` : text)]
    const options = await readOptionsFor(given)
    expect(options.parseTyped === undefined).toBe(false)
    expect(recogniseHostPage(given, options)).toBe('host page')
  })

  test('what reads it is loaded only where a file needs it', async () => {
    const plain = [file('index.html', '<script type="module">new MsFlowSdk({})</script>'), file('a.js', 'f(1 < 2)')]
    expect(await readOptionsFor(plain)).toEqual({})
    expect(await readOptionsFor([file('a.vue', '<script>new MsFlowSdk({})</script>')])).toEqual({})
    expect(await readOptionsFor([file('a.html', '<script type="text/babel">')])).toEqual({ parseTyped })
    expect(await readOptionsFor([file('a.js', "import x from 'react'\nconst a = <b></b>")])).toEqual({ parseTyped })
  })
})

describe('JSX', () => {
  const component = (more: string) => `import { useRef } from 'react'
const address = 'https://make.powerautomate.com/en-us/widgets/templates/?pageSize=4'
export function Flows(props) {
  const place = useRef(null)
  const show = () => {
    const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })
    sdk.renderWidget('flows', { container: place.current, iframeTitle: 'Flows' })
  }
  return <section>
    ${more}
    <button onClick={show}>Show</button>
  </section>
}
`
  test('an element that a reference holds is the container, and its width is seen', () => {
    const files = [file('flows.jsx', component('<div ref={place} style={{ width: 200 }} />'))]
    expect(found(files, 'embed-container-width')).toEqual(['embed-container-width flows.jsx:10 style={{ width: 200 }}'])
    expect(notChecked(files, 'embed-container-exists')).toEqual([])
  })

  test('a reference that no element is kept in is not checked', () => {
    expect(notChecked([file('flows.jsx', component('<div />'))], 'embed-container-exists')).toEqual([
      'flows.jsx: "place.current" was not followed: it is set while the page runs.',
    ])
  })

  test('frames with the gallery are elements, with what is put into them', () => {
    const files = [file('flows.jsx', component('<iframe src={address} sandbox="allow-scripts"></iframe>'))]
    expect(found(files).filter((one) => /-gallery-|-frame-/.test(one))).toEqual([
      'embed-gallery-address flows.jsx:10 src={address}',
      'embed-frame-title flows.jsx:10 <iframe src={address} sandbox="allow-scripts">',
      'embed-frame-sandbox flows.jsx:10 sandbox="allow-scripts"',
    ])
  })

  test('attributes that are spread may be anything', () => {
    const files = [file('flows.jsx', component('<iframe {...props} src={address}></iframe>'))]
    expect(found(files, 'embed-frame-title')).toEqual([])
    expect(notChecked(files, 'embed-frame-title')).toEqual([
      'flows.jsx: attributes of the frame are put in from elsewhere.',
    ])
  })

  test('the script that a component puts into the page is one', () => {
    const files = [file('flows.jsx', component('<Script src="/lib/msflowsdk-1.1.js" />'))]
    expect(found(files, 'embed-sdk-from-microsoft')).toEqual([
      'embed-sdk-from-microsoft flows.jsx:10 src="/lib/msflowsdk-1.1.js"',
    ])
  })

  test('markup in a file called .js is read too', () => {
    const files = [file('flows.js', component('<div ref={place} style={{ width: 200 }} />'))]
    expect(found(files, 'embed-container-width').length).toBe(1)
  })

  test('an address of the gallery that cannot be followed is not checked', () => {
    const files = [
      file('a.jsx', 'const a = (q) => <iframe title="t" src={host + "/en-us/widgets/templates/?q=" + q} />'),
    ]
    expect(recogniseHostPage(files, { parseTyped })).toBe('host page')
    expect(notChecked(files, 'embed-gallery-address')[0]).toMatch(/was not followed: a part of it is computed/)
  })

  test('an address that galleryUrl makes is judged as it comes out', () => {
    const made = (locale: string) =>
      `import { galleryUrl, widgetHosts } from '@sevenstep/flow-embed'\nconst a = galleryUrl({ host: widgetHosts['2018-02'], locale: ${locale} })`
    expect(found([file('a.js', made("'nl-nl'"))], 'embed-gallery-host').length).toBe(1)
    expect(notChecked([file('a.js', made('chosen'))], 'embed-gallery-host')[0]).toMatch(/worked out while it runs/)
  })
})

describe('Vue', () => {
  const vue = (template: string, script: string, lang = ' lang="ts"') =>
    file('Flows.vue', `<template>\n${template}\n</template>\n<script setup${lang}>\n${script}\n</script>\n`)
  const show =
    "const place = ref<HTMLElement>()\nconst widget = sdk.renderWidget('runtime', { container: place.value })"

  test('its script is judged at its place in the file', () => {
    const files = [vue('<div ref="place" />', show)]
    expect(found(files, 'embed-widget-type')).toEqual(["embed-widget-type Flows.vue:6 'runtime'"])
    expect(mendHostPage(files, { parseTyped })[0]?.after).toContain("renderWidget('flowsRuntime', {")
  })

  test('its template holds the container and the frames', () => {
    const template = `<div style="width: 100px" />
<div ref="place" style="width: 250px"></div>
<iframe :src="'https://make.powerautomate.com/en-us/widgets/templates/?pageSize=1'" :title="words.title"></iframe>`
    expect(found([vue(template, show)]).filter((one) => !/type|event|care|token|dispose/.test(one))).toEqual([
      `embed-gallery-address Flows.vue:4 :src="'https://make.powerautomate.com/en-us/widgets/templates/?pageSize=1'"`,
      'embed-error-handler Flows.vue:8 { container: place.value }',
      'embed-widget-title Flows.vue:8 { container: place.value }',
      'embed-container-width Flows.vue:3 style="width: 250px"',
    ])
    expect(notChecked([vue(template, show)], 'embed-container-exists')).toEqual([])
  })

  test('what its template binds is followed to the script', () => {
    const script = `const address = 'https://make.powerautomate.com/en-us/widgets/templates/?pageSize=1'
const kept = ref('https://make.powerautomate.com/en-us/widgets/templates/?size=1')
const made = computed(() => address)
const title = words.title`
    const frame = (source: string) => `<iframe :src="${source}" title="t"></iframe>`
    const at = (source: string) =>
      found([vue(frame(source), script)], 'embed-gallery-address').filter((one) => one.includes('Flows.vue:2'))
    for (const source of ['address', 'made', 'kept', "address + '&q=1'"])
      expect(at(source)).toEqual([`embed-gallery-address Flows.vue:2 :src="${source}"`])
    for (const source of ['title', 'props.address', 'f(', 'made | short']) expect(at(source)).toEqual([])
    expect(notChecked([vue(frame('title'), script)], 'embed-frame-of-widget')).toEqual([
      'Flows.vue: the address of a frame was not followed: the component works it out while it runs.',
    ])
  })

  test('plain JavaScript in it needs no other parser', () => {
    const text = `<template><div/></template>\n<script>\nsdk.renderWidget('runtime', {})\n</script>`
    const { page } = readHostPage([file('a.vue', text)])
    expect([page.unread.length, page.renderings.length]).toEqual([0, 1])
  })

  test('a script block in another file is one that is named', () => {
    const files = [file('src/a.vue', '<template></template>\n<script src="./a.ts"></script>')]
    expect(read(files).page.missing.map(({ address, isLocal }) => [address, isLocal])).toEqual([['./a.ts', true]])
  })

  test.each([
    [
      'hides a script',
      '<template><textarea /></template>\n<script>sdk.renderWidget("runtime", {})</script>',
      'is hidden',
    ],
    [
      'is written in Pug',
      '<template lang="pug">\ndiv\n</template>\n<script>sdk.renderWidget("flows", {})</script>',
      'another language',
    ],
  ])('a template that %s is said', (_, text, reason) => {
    expect(notChecked([file('a.vue', text)], 'embed-widget-type')[0]).toContain(reason)
  })
})

test('no components make reading or checking fail', () => {
  const pieces = [
    '<template>',
    '</template>',
    '<script lang="ts">',
    '</script>',
    'const a: b = <c>d',
    'enum A { B }',
    '{',
    '}',
    '(',
    ')',
    '<A b={c} {...d}>',
    '</A>',
    'import x = require("y")',
    'namespace N {',
    'sdk.renderWidget(',
    '"flows"',
    ', { container: ',
    'ref={r}',
    '\n',
    ';',
    '?.',
    '!',
    'abstract class C',
    'declare',
    'export',
    '<>',
    '</>',
    ':id="x"',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (some) => {
      const text = some.join(' ')
      for (const path of ['a.ts', 'a.tsx', 'a.jsx', 'a.vue', 'a.js']) checkHostPage(read([file(path, text)]))
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['a.ts', `const a = ${'('.repeat(20_000)}1${')'.repeat(20_000)}`],
  ['a.tsx', `const a = ${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`],
  ['b.ts', `const a = ${'<T>('.repeat(40)}`],
  ['c.ts', `const a = ${'<T>('.repeat(40)}1${')'.repeat(40)}`],
  ['b.tsx', `const a = ${'async <T,>(a = '.repeat(40)}`],
  ['d.ts', 'f(<A>(<B>(<C>(<D>(<E>(<F>(<G>(<H>(<I>(<J>(1)))))))))))\n'.repeat(200)],
  ['a.vue', `<template>${'<div>'.repeat(5000)}`],
])('%s that is nested very deeply is said', (path, text) => {
  const { unread } = read([file(path, `${text}\n// MsFlowSdk`)]).page
  expect(unread.map(({ reason }) => reason)).toEqual([`${path} is nested too deeply to be read.`])
})

test.each([
  ['beginnings of scripts', '<script '.repeat(60_000)],
  ['types without an end', '<script type='.repeat(60_000)],
  ['an import of many marks', `<script type="module">import x from "./${'#'.repeat(200_000)}\\n"</script>`],
])('a page of %s takes no longer than its length', async (_, text) => {
  const begun = process.cpuUsage().user
  const given = [
    {
      path: 'index.html',
      text: `<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>${text}`,
    },
  ]
  readHostPage(given, await readOptionsFor(given))
  expect(process.cpuUsage().user - begun).toBeLessThan(5_000_000)
})
