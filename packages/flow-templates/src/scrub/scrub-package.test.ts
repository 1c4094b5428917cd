import { toValue } from '@sevenstep/located-json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mustRead, textIn } from '../fixtures/read.ts'
import { exportFiles, exportKeys, exportManifest } from '../fixtures/sample-export.ts'
import { solutionFiles } from '../fixtures/sample-solution.ts'
import { definitionPath, type GivenPackage, packageFiles } from '../testing/given-package.ts'
import { findLeaks } from './find-leaks.ts'
import { scrubPackage } from './scrub-package.ts'

const id = '5c9b6a3e-61a4-4a3b-9d40-1f3f0d5a7f11'
const fake = 'not-a-real-secret-0123'

function scrubbed(given: GivenPackage) {
  const scrubbing = scrubPackage(mustRead(packageFiles(given)))
  if (!scrubbing.ok) throw new Error(scrubbing.problem.message.what)
  return scrubbing
}

describe('scrubPackage', () => {
  it('gives a clean package back as it is', () => {
    const read = mustRead(packageFiles({}))
    expect(scrubPackage(read)).toEqual({ ok: true, package: read, places: [] })
  })

  it('takes everything out, says what, and shows no secret', () => {
    const inputs = { to: 'ada@fleetdesk.io', apiKey: fake, at: `https://fleetdesk.sharepoint.com/sites/Sales` }
    const { package: clean, places } = scrubbed({
      details: { packageTelemetryId: id },
      definition: { metadata: { creator: { id }, note: 1 }, actions: { Keep: { type: 'Compose', inputs } } },
    })
    const { definition } = JSON.parse(textIn(clean, definitionPath) ?? '').properties
    expect(definition.actions.Keep.inputs).toEqual({
      to: 'someone@example.com',
      apiKey: 'REMOVED',
      at: 'https://example.sharepoint.com/sites/example',
    })
    expect(definition.metadata).toEqual({ note: 1 })
    expect(places.map(({ rule, did, before }) => [rule, did, before])).toEqual([
      ['flow-no-source-ids', 'replaced', undefined],
      ['flow-no-mail-address', 'replaced', 'ada@fleetdesk.io'],
      ['flow-no-secret', 'replaced', undefined],
      ['flow-no-site-address', 'replaced', 'fleetdesk.sharepoint.com'],
      ['flow-no-creator', 'removed', undefined],
    ])
    expect(JSON.stringify(places)).not.toContain(fake)
  })

  it('names a connection after its connector', () => {
    const manifest = JSON.stringify(exportManifest).replaceAll('ada@contoso.example', 'ada@fleetdesk.io')
    const scrubbing = scrubPackage(mustRead(exportFiles({ 'manifest.json': manifest })))
    if (!scrubbing.ok) throw new Error(scrubbing.problem.message.what)
    const { resources } = JSON.parse(textIn(scrubbing.package, 'manifest.json') ?? '')
    expect(resources[exportKeys.connection].details.displayName).toBe('Contoso cars')
    expect(resources[exportKeys.otherConnection].details.displayName).toBe('Office 365 Outlook')
  })

  it('takes packaged values out of a solution, and nothing else', () => {
    const read = mustRead(solutionFiles())
    const scrubbing = scrubPackage(read)
    if (!scrubbing.ok) throw new Error(scrubbing.problem.message.what)
    const gone = read.files.filter(({ path }) => !scrubbing.package.files.some((file) => file.path === path))
    expect(gone.map(({ path }) => path)).toEqual([
      'environmentvariabledefinitions/cts_site/environmentvariablevalues.json',
    ])
    expect(scrubbing.places).toHaveLength(1)
  })

  it('cleans the default value of a variable, and leaves the rest of its file', () => {
    const path = 'environmentvariabledefinitions/cts_site/environmentvariabledefinition.xml'
    const file = (value: string) =>
      `<environmentvariabledefinition schemaname="cts_site">\n <defaultvalue>${value}</defaultvalue>\n <type>100000000</type>\n</environmentvariabledefinition>`
    const given = file('ada@fleetdesk.io &amp; https://fleetdesk.sharepoint.com')
    const { package: clean, places } = scrubbed({ kind: 'solution', files: { [path]: given } })
    expect(textIn(clean, path)).toBe(file('someone@example.com &amp; https://example.sharepoint.com'))
    expect(places.map(({ rule, file: at, before }) => [rule, at, before])).toEqual([
      ['flow-no-mail-address', path, 'ada@fleetdesk.io'],
      ['flow-no-site-address', path, 'fleetdesk.sharepoint.com'],
    ])
  })

  it('refuses a file it cannot write back', () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('{"properties":{"to":"ada@fleetdesk.io'),
      0xff,
      0x22,
      0x7d,
      0x7d,
    ])
    const files = packageFiles({}).map((file) => (file.path === definitionPath ? { ...file, content: bytes } : file))
    const scrubbing = scrubPackage(mustRead(files))
    expect(scrubbing.ok ? '' : scrubbing.problem.code).toBe('edit-impossible')
  })
})

const leaking = fc.constantFrom(
  'ada@fleetdesk.io',
  'ada%40fleetdesk.io',
  'https://fleetdesk.sharepoint.com/sites/Sales/Lists',
  'https%253a%252f%252ffleetdesk.sharepoint.com%252fsites%252fSales',
  'https://org1.crm4.dynamics.com',
  `Default-${id}`,
  `https://login.microsoftonline.com/${id}/x`,
  'https://a.blob.core.windows.net/b?sv=1&sig=not0a0real0signature0at0all000&se=2',
  'Bearer eyJhbGciOiJub25lIn0.eyJub3QiOiJhIHJlYWwgdG9rZW4ifQ.x',
  `AccountKey=${'0'.repeat(40)}==`,
  'REMOVED',
  'someone@example.com',
  'example.sharepoint.com',
)
const text = fc
  .array(fc.oneof(leaking, fc.string(), fc.constantFrom('@', '/', ' ', "'", '.', '-', '%2f', 'sites/')), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(''))
const key = fc.constantFrom('password', 'tenantId', 'creator', 'value', 'name', 'x-api-key', 'a', 'packageTelemetryId')
const value = fc.letrec((tie) => ({
  one: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.jsonValue({ maxDepth: 1 }),
    fc.dictionary(key, tie('one'), { maxKeys: 4 }),
    fc.array(tie('one'), { maxLength: 3 }),
  ),
})).one

describe('whatever a package holds', () => {
  it('is without leaks after scrubbing, the same after another one, and otherwise as it was', () => {
    fc.assert(
      fc.property(value, value, (inputs, metadata) => {
        const actions = { Keep: { type: 'Compose', inputs } }
        const files = packageFiles({ definition: { actions, metadata } })
        const before = mustRead(files)
        const scrubbing = scrubPackage(before)
        if (!scrubbing.ok) throw new Error(scrubbing.problem.message.what)
        const after = scrubbing.package
        expect(findLeaks(after)).toEqual([])
        expect(scrubPackage(after)).toEqual({ ok: true, package: after, places: [] })
        const touched = new Set(scrubbing.places.map(({ file, pointer }) => `${file}${pointer}`))
        for (const { path, bytes } of before.files) {
          const now = after.files.find((file) => file.path === path)
          if (path !== definitionPath) expect(now?.bytes).toEqual(bytes)
        }
        const [was, is] = [before, after].map(({ flows }) => flows[0]?.file.json.root)
        expect(leaves(is && toValue(is), '', definitionPath, touched)).toEqual(
          leaves(was && toValue(was), '', definitionPath, touched),
        )
      }),
      { numRuns: 400 },
    )
  })
})

/** Every value with its pointer, but for those that were touched. */
function leaves(value: unknown, pointer: string, file: string, touched: ReadonlySet<string>): unknown[] {
  if (touched.has(`${file}${pointer}`)) return []
  if (typeof value !== 'object' || value === null) return [[pointer, value]]
  const inner = Object.entries(value).flatMap(([step, item]) =>
    leaves(item, `${pointer}/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`, file, touched),
  )
  return inner
}
