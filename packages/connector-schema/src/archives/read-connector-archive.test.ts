import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createBudget, writeArchive } from '@sevenstep/package-archives'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConnectorArchive } from './read-connector-archive.ts'

const encoder = new TextEncoder()
const definition = '{"swagger":"2.0","info":{"title":"Shop"},"paths":{}}'

function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const writing = writeArchive(
    Object.entries(files).map(([path, content]) => ({
      path,
      bytes: typeof content === 'string' ? encoder.encode(content) : content,
    })),
  )
  if (!writing.ok) throw new Error(writing.problem.what)
  return writing.bytes
}

function customizations(connector: string, more = ''): string {
  return `\ufeff<ImportExportXml><Entities></Entities><Connectors><Connector><name>new_shop</name>${connector}</Connector></Connectors>${more}</ImportExportXml>`
}

const parts = `<iconbrandcolor>#123456</iconbrandcolor>
  <openapidefinition>/Connector/new_shop_openapidefinition.json</openapidefinition>
  <connectionparameters>/Connector/new_shop_connectionparameters.json</connectionparameters>
  <policytemplateinstances>/Connector/new_shop_policytemplateinstances.json</policytemplateinstances>
  <iconblob>/Connector/new_shop_iconblob.Png</iconblob>`

const solutionFiles = {
  'solution.xml': '<ImportExportXml/>',
  '[Content_Types].xml': '<Types/>',
  'Connector/new_shop_openapidefinition.json': definition,
  'Connector/new_shop_connectionparameters.json': '{\n  "api_key": { "type": "securestring" }\n}',
  'Connector/new_shop_policytemplateinstances.json': 'null',
  'Connector/new_shop_iconblob.Png': new Uint8Array([137, 80]),
}

const solution = zip({ ...solutionFiles, 'customizations.xml': customizations(parts) })
const flowSolution = zip({
  ...solutionFiles,
  'customizations.xml': customizations(parts, '<Workflows><Workflow/></Workflows>'),
  'Workflows/flow.json': '{}',
})
const submission = zip({
  'intro.md': '# Shop',
  'package.zip': zip({ 'PkgAssets/shop.zip': solution, 'PkgAssets/flow.zip': flowSolution, '[Content_Types].xml': '' }),
})

describe('readConnectorArchive', () => {
  test.each(['', 'Shop/', 'a/b/'])('a zip of files in "%s"', (folder) => {
    const bytes = zip({
      [`${folder}apiDefinition.swagger.json`]: definition,
      [`${folder}apiProperties.json`]: '{}',
      [`${folder}notes/a.txt`]: 'a',
      '__MACOSX/._apiDefinition.swagger.json': 'junk',
    })
    const { kind, connectors, problems } = readConnectorArchive(bytes, { name: 'Shop.zip' })
    expect({ kind, problems }).toEqual({ kind: 'connector-archive', problems: [] })
    expect(connectors).toHaveLength(1)
    expect(connectors[0]).toMatchObject({
      name: folder === 'a/b/' ? 'b' : 'Shop',
      paths: ['apiDefinition.swagger.json', 'apiProperties.json', 'notes/a.txt'],
      origin: { archive: 'Shop.zip', folder: folder.slice(0, -1), isAssembled: false },
      presence: { definition: 'read', properties: 'read', icon: 'absent' },
    })
    expect(connectors[0]?.definition?.title).toBe('Shop')
  })

  test('several connectors in one zip', () => {
    const bytes = zip({ 'b/apiProperties.json': '{}', 'a/apiDefinition.swagger.json': definition })
    expect(readConnectorArchive(bytes).connectors.map((connector) => connector.name)).toEqual(['a', 'b'])
  })

  test('a solution: properties are put together from their parts', () => {
    const { kind, connectors, problems, contents } = readConnectorArchive(solution, { name: 'shop.zip' })
    expect({ kind, problems }).toEqual({ kind: 'solution', problems: [] })
    expect(connectors[0]).toMatchObject({
      name: 'new_shop',
      origin: { archive: 'shop.zip', folder: 'Connector', isAssembled: true },
      presence: { definition: 'read', properties: 'read', icon: 'read', script: 'absent', readme: 'unknown' },
      definitionFile: { path: 'Connector/new_shop_openapidefinition.json' },
    })
    expect(connectors[0]?.properties?.iconBrandColor).toBe('#123456')
    expect(connectors[0]?.properties?.connectionParameter('api_key')?.type).toBe('securestring')
    expect(connectors[0]?.properties?.policies).toEqual([])
    expect(contents.solution).toMatchObject({
      files: ['solution.xml', 'customizations.xml', '[Content_Types].xml'],
      nodes: ['Connectors'],
      folders: ['Connector'],
    })
  })

  test('a certification package: each connector once, with the intro from outside', () => {
    const { kind, connectors, problems, contents } = readConnectorArchive(submission, { name: 'shop.zip' })
    expect({ kind, problems }).toEqual({ kind: 'certification-package', problems: [] })
    expect(connectors.map((connector) => [connector.origin?.archive, connector.intro?.text])).toEqual([
      ['shop.zip!package.zip!PkgAssets/flow.zip', '# Shop'],
    ])
    const solutions = contents.archives[0]?.archives ?? []
    expect(solutions.map(({ path, solution: found }) => [path, found?.nodes, found?.folders])).toEqual([
      ['PkgAssets/flow.zip', ['Connectors', 'Workflows'], ['Connector', 'Workflows']],
      ['PkgAssets/shop.zip', ['Connectors'], ['Connector']],
    ])
  })

  test.each([
    ['broken XML', '<ImportExportXml><Connectors>', 'customizations-broken'],
    [
      'an entity of its own',
      '<!DOCTYPE a [<!ENTITY x "y">]><ImportExportXml>&x;</ImportExportXml>',
      'customizations-broken',
    ],
  ])('a solution with %s is read by the names of its files', (_name, xml, code) => {
    const { connectors, problems } = readConnectorArchive(zip({ ...solutionFiles, 'customizations.xml': xml }))
    expect(problems).toMatchObject([{ code, path: 'customizations.xml' }])
    expect(connectors[0]?.definition?.title).toBe('Shop')
    expect(connectors[0]?.presence.icon).toBe('read')
  })

  test('an icon in base64, and a part that is missing', () => {
    const xml = customizations(`<openapidefinition>/Connector/no.json</openapidefinition><iconblob>${btoa('P'.repeat(30))}</iconblob>`) // biome-ignore format: one text
    const { connectors, problems } = readConnectorArchive(zip({ 'customizations.xml': xml }), { name: 's.zip' })
    expect(problems).toMatchObject([{ code: 'part-missing', path: '/Connector/no.json', archive: 's.zip' }])
    expect(connectors[0]?.icon?.bytes).toHaveLength(30)
    expect(connectors[0]?.presence.definition).toBe('absent')
  })

  test.each([
    ['no archive', encoder.encode('%PDF-1.7'), ['not-a-zip']],
    ['an archive of something else', zip({ 'a.txt': '' }), ['no-connector']],
    ['a broken archive within', zip({ 'intro.md': '', 'p.zip': 'PK' }), ['not-a-zip', 'no-connector']],
  ])('%s is a problem, not an exception', (_name, bytes, codes) => {
    const { kind, connectors, problems } = readConnectorArchive(bytes)
    expect({ kind, connectors }).toEqual({ kind: 'unknown', connectors: [] })
    const own = problems.map((problem) => problem.code)
    expect(own.slice(0, 1)).toEqual(codes.slice(0, 1))
  })

  test('one budget covers all archives', () => {
    const budget = createBudget({ maxTotalBytes: 1500 })
    const { problems } = readConnectorArchive(submission, { budget })
    expect(problems.some((problem) => problem.code === 'budget-spent')).toBe(true)
    expect(budget.used.bytes).toBeLessThanOrEqual(1500 + 258 * 1024)
  })

  test('thousands of connectors in one zip take no longer than their number', () => {
    const files = Array.from({ length: 4000 }, (_, at) => [`${at}/apiProperties.json`, '{}'] as const)
    expect(readConnectorArchive(zip(Object.fromEntries(files))).connectors).toHaveLength(4000)
  })

  test('customizations that break off hide no connector', () => {
    const bytes = zip({
      'solution.xml': '<ImportExportXml/>',
      'customizations.xml': customizations(
        '<openapidefinition>/Connector/new_shop_openapidefinition.json</openapidefinition>',
      ).replace('</Connectors>', '<Connector><name>new_'),
      'Connector/new_shop_openapidefinition.json': definition,
      'Connector/new_store_openapidefinition.json': definition,
    })
    const { connectors, problems } = readConnectorArchive(bytes)
    expect(problems.map(({ code }) => code)).toEqual(['customizations-broken'])
    expect(connectors.map(({ name, presence }) => `${name} ${presence.definition}`)).toEqual([
      'new_shop read',
      'new_store read',
    ])
  })

  test('no change of the bytes makes it throw', () => {
    fc.assert(
      fc.property(fc.nat(submission.length - 1), fc.nat(255), (at, byte) => {
        const bytes = submission.slice()
        bytes[at] = byte
        expect(readConnectorArchive(bytes).contents.name).toBe('archive')
      }),
    )
  })
})

const corpus = process.env.CONNECTOR_CORPUS
describe.skipIf(corpus === undefined)('real solutions (CONNECTOR_CORPUS)', () => {
  test.each(['TerraformTestCustomConnector_1_0_0_1.zip', 'TerraformTestCustomConnector_1_0_0_1_managed.zip'])(
    '%s',
    (name) => {
      const bytes = readFileSync(join(corpus ?? '', 'packages', name))
      const { kind, connectors, problems } = readConnectorArchive(bytes, { name })
      expect({ kind, problems }).toEqual({ kind: 'solution', problems: [] })
      expect(connectors).toHaveLength(1)
      expect(connectors[0]?.presence).toMatchObject({ definition: 'read', properties: 'read', icon: 'read' })
      expect(connectors[0]?.properties?.iconBrandColor).toBe('#007ee5')
    },
  )
})
