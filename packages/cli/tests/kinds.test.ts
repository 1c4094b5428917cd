import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { allKinds, laterKinds } from '../src/kinds/later-kinds.ts'
import { folderWith, put, root, ruleIdsIn, runHere } from './run-command.ts'

const flowFile = 'Microsoft.Flow/flows/6f1f7a52-0f0e-4c0b-9a1b-6d2f5b1c7a10/definition.json'
const planted = {
  'examples/flow-package': [
    'expression-action-exists',
    'flow-description-present',
    'flow-error-path',
    'flow-licence-tier',
    'flow-no-creator',
    'flow-no-mail-address',
    'flow-no-secret',
    'flow-no-source-ids',
  ],
  'examples/embed-planted/index.html': ['embed-container-exists', 'embed-token-answered', 'embed-widget-type'],
  'examples/licences': ['licence-covers-flow', 'licence-seats-left', 'licence-usage-location'],
}
const taken = {
  'examples/flow-package': ['flow package', 'template', 'an exported package with 1 flow'],
  'examples/embed-planted/index.html': ['host page', 'production', 'a host page with 1 script'],
  'examples/licences': ['licence list', 'production', '3 lists of one tenant’s licences'],
}
const examples = Object.keys(planted) as (keyof typeof planted)[] // keys of a literal

interface Shown {
  readonly path: string
  readonly kind: string
  readonly profile: string
  readonly findings: readonly { readonly ruleId: string; readonly file: string; readonly severity: string }[]
}

async function subjectsOf(...words: readonly string[]): Promise<readonly Shown[]> {
  const { out } = await runHere(['check', ...words, '--format', 'json'])
  return JSON.parse(out).subjects
}

/** All files of the exported flow, as a zip. */
function exportedZip(): Uint8Array {
  const folder = flowFile.slice(0, flowFile.lastIndexOf('/'))
  const paths = ['manifest.json', 'Microsoft.Flow/flows/manifest.json', flowFile, `${folder}/apisMap.json`]
  const files = [...paths, `${folder}/connectionsMap.json`]
  const entries = files.map((path) => [path, new Uint8Array(readFileSync(join(root, 'examples/flow-package', path)))])
  return zipSync(Object.fromEntries(entries))
}

describe.each(examples)('%s', (example) => {
  test('is recognised, and its planted faults are found', async () => {
    const { code, out, error } = await runHere(['check', example, '--format', 'json'])
    expect({ code, error }).toEqual({ code: 1, error: '' })
    expect(ruleIdsIn(out)).toEqual(expect.arrayContaining(planted[example]))
    const [kind, profile] = taken[example]
    expect(JSON.parse(out).subjects).toMatchObject([{ kind, profile, target: 'current' }])
  })

  test('the text says what it was taken for, and shows the places', async () => {
    const { out, error } = await runHere(['check', example])
    expect(error).toContain(`: read as ${taken[example][2]}.\n`)
    expect(out).toContain('  > ')
    expect(out).not.toContain('not-a-real-key')
  })

  test.each(['sarif', 'html', 'markdown', 'junit', 'github'])('%s names the rules', async (format) => {
    const { code, out } = await runHere(['check', example, '--format', format])
    expect(code).toBe(1)
    for (const id of planted[example].slice(0, 1)) expect(out).toContain(id)
    expect(out).not.toContain('not-a-real-key')
  })

  test('each of its rules has a page and can be configured', async () => {
    for (const id of planted[example]) expect((await runHere(['explain', id])).out).toContain(id)
    const [id = ''] = planted[example]
    const { out } = await runHere(['check', example, '--skip', id, '--format', 'json'])
    expect(ruleIdsIn(out)).not.toContain(id)
  })

  test('--step narrows to it, --print-config shows what applies, --edition is taken', async () => {
    const [kind = ''] = taken[example]
    const step = String(allKinds.find(({ subjects }) => subjects.includes(kind))?.step)
    expect((await subjectsOf(example, 'examples/mended', '--step', step)).length).toBe(1)
    const { out } = await runHere(['check', example, '--print-config', '--edition', '2018-02'])
    expect(JSON.parse(out)).toMatchObject([{ profile: taken[example][1], edition: '2018-02' }])
  })

  test('a baseline takes what is known out', async () => {
    const folder = folderWith()
    const words = ['check', join(root, example), '--baseline', 'known.json']
    await runHere([...words, '--update-baseline'], { folder })
    expect((await runHere(words, { folder })).code).toBe(0)
  })
})

test('a folder with several kinds is checked as all of them, each thing once', async () => {
  const folder = folderWith({ 'notes/readme.md': 'hello', 'data/numbers.json': '[1, 2]' })
  for (const name of ['app-registration', 'embed-planted', 'flow-package', 'licences', 'mended'])
    cpSync(join(root, 'examples', name), join(folder, 'all', name), { recursive: true })
  await runHere(['listing', 'init', 'all/offer'], { folder })
  const { out } = await runHere(['check', '.', '--format', 'json'], { folder })
  const subjects: readonly Shown[] = JSON.parse(out).subjects
  expect(subjects.map(({ path, kind }) => `${kind}: ${path}`).sort()).toEqual([
    'app registration: ./all/app-registration/app-manifest.json',
    'app registration: ./all/app-registration/mended/app-manifest.json',
    'connector: ./all/mended/car-rental',
    'flow package: ./all/flow-package',
    'host page: ./all/embed-planted',
    'licence list: ./all/licences',
    'offer: ./all/offer',
  ])
})

test.each([['examples/embed'], ['examples/embed/index.html']])('nothing is found in %s', async (path) => {
  const subjects = await subjectsOf(path)
  expect(subjects.map(({ kind, findings }) => [kind, findings])).toEqual([['host page', []]])
})

describe('archives', () => {
  const folder = folderWith({ 'flows.zip': exportedZip(), 'notes.zip': zipSync({ 'a.txt': new Uint8Array([97]) }) })

  test('a zip of an exported flow is judged as its folder is', async () => {
    const [zip] = await subjectsOf(join(folder, 'flows.zip'))
    const [unpacked] = await subjectsOf('examples/flow-package')
    expect(zip?.findings.map(({ ruleId }) => ruleId)).toEqual(unpacked?.findings.map(({ ruleId }) => ruleId))
  })

  test('its code frames come out of the archive', async () => {
    const { out } = await runHere(['check', 'flows.zip'], { folder })
    expect(out).toMatch(/> 5 │ {5}"description": ""/)
  })

  test('is found in a folder too; other archives there are nobody’s', async () => {
    expect((await subjectsOf(folder)).map(({ kind }) => kind)).toEqual(['flow package'])
  })

  test('connectors of a solution are found in a folder, and such a solution is no package of flows', async () => {
    const text = (path: string) => new Uint8Array(readFileSync(join(root, 'examples/mended/car-rental', path)))
    const solution = zipSync({
      'solution.xml': Buffer.from(
        '<ImportExportXml><SolutionManifest><UniqueName>cars</UniqueName></SolutionManifest></ImportExportXml>',
      ),
      'customizations.xml': Buffer.from(
        '<ImportExportXml><Connectors><Connector><name>cars</name><openapidefinition>/Connector/cars_openapidefinition.json</openapidefinition></Connector></Connectors></ImportExportXml>',
      ),
      'Connector/cars_openapidefinition.json': text('apiDefinition.swagger.json'),
    })
    const place = folderWith({ 'cars.zip': solution })
    expect((await subjectsOf(place)).map(({ kind }) => kind)).toEqual(['solution'])
    expect(await subjectsOf(join(place, 'cars.zip'))).toEqual(await subjectsOf(place))
  })

  test('a zip that is nothing is said', async () => {
    const { code, error } = await runHere(['check', 'notes.zip'], { folder })
    expect(code).toBe(3)
    expect(error).toContain('this is nothing that can be checked.')
  })
})

describe('mending', () => {
  test.each([
    ['flow-package', '3 mends made in 1 file.'],
    ['embed-planted', ' mends made in '],
  ])('%s', async (name, said) => {
    const folder = folderWith()
    cpSync(join(root, 'examples', name), folder, { recursive: true })
    const before = (await runHere(['check', '.'], { folder })).out
    const { error } = await runHere(['check', '.', '--fix'], { folder })
    expect(error).toContain(said)
    expect(before).toContain('can be mended automatically')
    expect((await runHere(['check', '.'], { folder })).out).not.toContain('can be mended automatically')
  })
})

describe('a host page', () => {
  const page = '<!doctype html><title>a</title><div id="a"></div><script src="../scripts/a.js"></script>'
  const script =
    "new MsFlowSdk({ hostName: 'https://make.powerautomate.com' }).renderWidget('runtime', { container: 'b' })"

  test('is judged with scripts of a folder further up', async () => {
    const folder = folderWith({ 'index.html': '<p>', 'pages/index.html': page, 'scripts/a.js': script })
    const subjects = await subjectsOf(folder)
    expect(subjects.map(({ path }) => path)).toEqual([folder])
    expect(subjects[0]?.findings.map(({ ruleId }) => ruleId)).toContain('embed-widget-type')
  })

  test('components are read, and one that is named takes in what it imports', async () => {
    const component = `import { kind } from './settings'
import { useRef } from 'react'
export function Flows() {
  const place = useRef<HTMLDivElement>(null)
  sdk.renderWidget(kind as string, { container: place.current! })
  return <div ref={place} style={{ width: 100 }} />
}
const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })
`
    const settings = "export const kind: string = 'runtime'\n"
    const folder = folderWith({ 'src/flows.tsx': component, 'src/settings.ts': settings, 'src/other.ts': 'export {}' })
    const { out, error } = await runHere(['check', join(folder, 'src/flows.tsx')])
    expect(error).toContain('read as 2 scripts of a host page')
    expect(out).toContain('settings.ts:1:29')
    expect(out).toContain('The container is 100 pixels wide.')
    await runHere(['check', join(folder, 'src/flows.tsx'), '--fix'])
    expect(readFileSync(join(folder, 'src/settings.ts'), 'utf8')).toBe("export const kind: string = 'flowsRuntime'\n")
  })

  test('scripts inside a page count', async () => {
    const text = `<!doctype html><title>a</title><script>${script}</script>`
    const folder = folderWith({ 'index.html': text })
    expect((await runHere(['check', folder])).error).toContain('read as a host page with 1 script in it')
  })

  test('that only frames the portal or a widget is judged, alone and in a folder', async () => {
    const frame = '<iframe title="Flows" src="https://flow.microsoft.com/en-us/widgets/flows"></iframe>'
    const folder = folderWith({ 'site/index.html': frame, 'other/index.html': '<p>flow.microsoft.com</p>' })
    for (const path of [folder, join(folder, 'site/index.html')]) {
      const { out } = await runHere(['check', path, '--format', 'json'])
      expect(ruleIdsIn(out)).toEqual(['embed-frame-of-widget'])
    }
  })

  test('its headers are judged when they are given', async () => {
    const folder = folderWith({ 'headers.txt': "HTTP/2 200\r\ncontent-security-policy: default-src 'self'\r\n" })
    const words = ['check', 'examples/embed', '--headers', join(folder, 'headers.txt')]
    expect((await runHere(words)).out).toContain('headers')
    put(folder, 'headers.txt', 'nothing')
    const { code, error } = await runHere(words)
    expect(code).toBe(2)
    expect(error).toContain('cannot be used as headers of a page.')
  })

  test('what was made of it is looked at where it is named, its tests and types are not', async () => {
    const folder = folderWith({ 'app/dist/a.js': script, 'app/src/a.js': script, 'app/tests/a.test.js': script })
    const paths = async (path: string) => (await subjectsOf(path)).map((subject) => subject.path)
    expect(await paths(join(folder, 'app'))).toEqual([join(folder, 'app/src/a.js')])
    expect(await paths(join(folder, 'app/dist'))).toEqual([join(folder, 'app/dist/a.js')])
  })

  test('pages and scripts that show nothing of Power Automate are nobody’s', async () => {
    const folder = folderWith({ 'index.html': '<script src="a.js"></script>', 'a.js': 'alert(1)', 'data.json': '{}' })
    expect(await runHere(['check', folder])).toMatchObject({
      code: 3,
      error: expect.stringContaining('there is nothing in it that can be checked.'),
    })
  })
})

describe('--output', () => {
  test.each([
    ['licences', 'users.json'],
    ['flow-package', 'manifest.json'],
    ['embed-planted', 'app.js'],
  ])('of %s never goes over %s', async (name, file) => {
    const folder = folderWith()
    cpSync(join(root, 'examples', name), folder, { recursive: true })
    const before = readFileSync(join(folder, file), 'utf8')
    const { code, error } = await runHere(['check', '.', '--output', file], { folder })
    expect(code).toBe(2)
    expect(error).toContain(`${file} would be overwritten by the report.`)
    expect(readFileSync(join(folder, file), 'utf8')).toBe(before)
  })
})

describe('slips', () => {
  test.each([
    [['check', 'examples/licences', '--headers', 'x'], '--headers fits nothing that was found.'],
    [['check', 'examples/licences', '--profile', 'template'], 'The profile "template" fits nothing that was found.'],
    [['check', 'examples/mended', '--step', '4'], 'There is nothing of step 4 among the paths.'],
    [['check', 'examples/mended', '--step', '5'], 'No file is judged for step 5'],
    [['diff', 'examples/flow-package', 'examples/mended'], 'is an exported package with 1 flow.'],
  ])('%j', async (words, said) => {
    const { code, error } = await runHere(words)
    expect(error).toContain(said)
    expect(code).toBe(2)
  })

  test('a flow’s definition by itself is no connector’s properties', async () => {
    const { code, error } = await runHere(['check', join('examples/flow-package', flowFile)])
    expect(code).toBe(3)
    expect(error).toContain('this is nothing that can be checked.')
  })
})

describe('the registry', () => {
  test.each(laterKinds.map((entry) => [entry.name, entry] as const))(
    '%s has rules and a page for each',
    async (_, entry) => {
      const kind = await entry.load()
      const pages = await kind.pages()
      const rules = await kind.describeRules()
      expect(rules.length).toBeGreaterThan(0)
      for (const { id, settings } of rules) {
        expect(pages, id).toHaveProperty(id)
        expect(existsSync(join(root, `docs/rules/${id}.md`)), id).toBe(true)
        for (const profile of Object.keys(settings)) expect(entry.profiles).toContain(profile)
      }
    },
  )
})
