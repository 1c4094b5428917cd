import { createBudget } from '@sevenstep/package-archives'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exercise } from '../fixtures/exercise.ts'
import { zipOf } from '../fixtures/read.ts'
import { exportFiles, exportKeys } from '../fixtures/sample-export.ts'
import { solutionFiles, unpackedFiles, workflowFile } from '../fixtures/sample-solution.ts'
import { writePackage } from '../write-package.ts'
import { readPackage } from './read-package.ts'

const bomb = new Uint8Array(5_000_000)

describe('hostile packages', () => {
  it('a bomb in an entry nobody needs is left out, said, and stands in the way of writing back', () => {
    const zip = zipOf([...exportFiles(), { path: 'bomb.bin', content: bomb }])
    const { package: read, problems } = readPackage(zip)
    expect(problems.map(({ code, effect, file }) => [code, effect, file])).toEqual([
      ['ratio-too-high', 'part', 'bomb.bin'],
    ])
    expect(read?.flows.length).toBe(1)
    expect(read?.lost).toEqual(['bomb.bin'])
    const writing = read === undefined ? undefined : writePackage(read)
    expect(writing?.ok === false && writing.problem.code).toBe('entry-lost')
  })

  it('a bomb for a definition leaves the flow out', () => {
    const { package: read, problems } = readPackage(zipOf(solutionFiles({ [workflowFile]: bomb })))
    expect(problems.map(({ code }) => code)).toEqual(['ratio-too-high', 'file-missing'])
    expect(read?.flows).toEqual([])
  })

  it('all packages of one person share a budget', () => {
    const budget = createBudget({ maxTotalBytes: 20_000 })
    const zip = zipOf(solutionFiles())
    const lost = Array.from({ length: 6 }, () => readPackage(zip, { budget }).package?.lost.length ?? -1)
    expect(lost.slice(0, 2)).toEqual([0, 0])
    expect(lost.at(-1)).not.toBe(0)
  })

  it('says nothing of what the file that tells of a package would have said, where that file cannot be read', () => {
    const zip = zipOf([{ path: 'solution.xml', content: '<a/>' }], 'store')
    // The flag of an encrypted entry, in its header and in the list of files.
    const encrypted = zip.map((byte, at) => {
      const isLocal = isAt(zip, at - 6, 'PK\x03\x04')
      return isLocal || isAt(zip, at - 8, 'PK\x01\x02') ? byte | 1 : byte
    })
    const { package: read, problems } = readPackage(encrypted)
    expect([read, problems.map(({ code }) => code)]).toEqual([undefined, ['encrypted']])
  })

  it('a hidden second file of one name is not read', () => {
    const zip = zipOf(
      [
        ...exportFiles({ 'manifest.json': undefined }),
        { path: 'manifest.jsom', content: '{}' },
        { path: 'manifest.json', content: '{"resources":{}}' },
      ],
      'store',
    )
    // Both names in the list of files and in the headers become the same.
    const text = 'manifest.jsom'
    const same = zip.map((byte, at) =>
      zip[at - text.length + 1] === 0x6d && isAt(zip, at - text.length + 1, text) ? 0x6e : byte,
    )
    const { package: read, problems } = readPackage(same)
    expect(problems.map(({ code }) => code)).toContain('duplicate-name')
    expect(read?.flows ?? []).toEqual([])
  })

  it.each([
    [
      'XML that unpacks itself',
      'customizations.xml',
      '<!DOCTYPE x [<!ENTITY a "b">]><ImportExportXml>&a;</ImportExportXml>',
      'xml-doctype',
    ],
    ['XML nested without end', 'customizations.xml', `<ImportExportXml>${'<a>'.repeat(100_000)}`, 'xml-too-deep'],
    ['JSON nested without end', workflowFile, '['.repeat(100_000), 'json-broken'],
    ['JSON of 17 MB', workflowFile, `[${' '.repeat(17 * 1024 * 1024)}]`, 'file-too-large'],
    ['XML of 65 MB', 'customizations.xml', `<ImportExportXml a="${'x'.repeat(65 * 1024 * 1024)}"/>`, 'file-too-large'],
  ])('%s', (_, path, content, code) => {
    expect(readPackage(solutionFiles({ [path]: content })).problems.map((problem) => problem.code)).toContain(code)
  })

  it('names that stand for members of every object are nothing special', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const entries = names.map(
      (name) => `"${name}":{"type":"Microsoft.Flow/flows","dependsOn":["${name}"],"creationType":"New"}`,
    )
    const definition = `{"properties":{"definition":{"actions":{${names.map((name) => `"${name}":{"type":"Compose","runAfter":{"__proto__":["Succeeded"]}}`).join(',')}}},"connectionReferences":{"__proto__":{"connectionName":"x","id":"y"}}}}`
    const files = [
      { path: 'manifest.json', content: `{"resources":{${entries.join(',')}}}` },
      ...names.slice(1).map((name) => ({ path: `Microsoft.Flow/flows/${name}/definition.json`, content: definition })),
    ]
    const { package: read } = readPackage(files)
    expect(
      read?.flows.map(({ id, definition: found, connectionReferences }) => [
        id,
        Object.keys(found?.actions ?? {}),
        connectionReferences[0]?.key,
      ]),
    ).toEqual(names.slice(1).map((name) => [name, names, '__proto__']))
    expect(({} as { type?: string }).type).toBeUndefined()
  })
})

function isAt(bytes: Uint8Array, start: number, text: string): boolean {
  return [...text].every((character, at) => bytes[start + at] === character.charCodeAt(0))
}

describe('mutated packages never throw', () => {
  const samples = [exportFiles(), solutionFiles(), unpackedFiles()]
  const mutation = fc.record({
    sample: fc.constantFrom(...samples),
    file: fc.nat(),
    at: fc.nat(),
    length: fc.integer({ min: 0, max: 40 }),
    put: fc.oneof(
      fc.constantFrom('"', '{', '}', '<', '>', '</', '&', '\0', '<!DOCTYPE', '[]', 'null', '/', '\ufeff'),
      fc.string(),
    ),
  })

  it('in a file', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), ([first, ...more]) => {
        if (first === undefined) return
        const files = first.sample.map((file) => ({ ...file }))
        for (const { file, at, length, put } of [first, ...more]) {
          const hit = files[file % files.length]
          if (hit === undefined || typeof hit.content !== 'string') continue
          const place = at % (hit.content.length + 1)
          hit.content = hit.content.slice(0, place) + put + hit.content.slice(place + length)
        }
        exercise(files)
      }),
      { numRuns: 150 },
    )
  })

  it('in names and in what is there', () => {
    const name = fc.oneof(
      fc.constantFrom(
        'manifest.json',
        'Solution.XML',
        'Workflows/x.json',
        'Connector/a_iconblob.png',
        `Microsoft.Flow/flows/${exportKeys.flow}`,
        'a/',
        '..',
        'Other/Solution.xml',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), name), { maxLength: 5 }),
        (sample, renames) => {
          const files = sample.map((file) => ({ ...file }))
          for (const [at, to] of renames) {
            const hit = files[at % files.length]
            if (hit !== undefined) hit.path = to
          }
          exercise(files)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('in the bytes of the archive', () => {
    const zips = samples.map((files) => zipOf(files, 'store'))
    fc.assert(
      fc.property(
        fc.constantFrom(...zips),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (zip, changes) => {
          const changed = zip.slice()
          for (const [at, byte] of changes) changed[at % changed.length] = byte
          exercise(changed)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('when they are cut off', () => {
    const zip = zipOf(solutionFiles())
    fc.assert(
      fc.property(fc.nat(zip.length), (length) => exercise(zip.slice(0, length))),
      { numRuns: 50 },
    )
  })
})
