import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, toValue } from '@sevenstep/located-json'
import { openArchive } from '@sevenstep/package-archives'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlainFlow, toClientData, toFlowApiBody } from './connections/client-data.ts'
import { contentHash } from './content-hash.ts'
import { connectorCallOf } from './definition/connector-call.ts'
import { walkActions, walkTriggers } from './definition/walk-actions.ts'
import { replaceDefinition, setFlowDisplayName } from './edit/edit-flow.ts'
import { setSolutionVersion } from './edit/edit-package.ts'
import { exercise, fingerprint } from './fixtures/exercise.ts'
import { mustRead } from './fixtures/read.ts'
import { readPackage } from './read/read-package.ts'
import { writePackage } from './write-package.ts'
import { readXml } from './xml/read-xml.ts'
import type { XmlElement } from './xml/xml-element.ts'

const corpus = process.env.CONNECTOR_CORPUS ?? ''
const isMissing = corpus === '' && process.env.SEVENSTEP_REQUIRE_ALL !== '1'

/** Zips among the samples that are neither: sample data of Dataverse, and a flow of another product. */
const others = ['term-buddy-sampledata', 'term-buddy-hack-together']

describe.skipIf(isMissing)('real packages (needs CONNECTOR_CORPUS)', () => {
  const folder = join(corpus, 'packages')
  const names = isMissing ? [] : readdirSync(folder).filter((name) => name.endsWith('.zip'))
  const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)))
  const packages = names.filter((name) => !others.some((other) => name.includes(other)))

  it('are there: 9 exports and 23 solutions', () => {
    const kinds = packages.map((name) => mustRead(bytesOf(name), name).kind)
    expect([kinds.filter((kind) => kind === 'export').length, kinds.length]).toEqual([9, 32])
  })

  it.each(names.filter((name) => !packages.includes(name)))('%s is said to be no package', (name) => {
    expect(readPackage(bytesOf(name), { name }).problems.map(({ code }) => code)).toEqual(['not-a-package'])
  })

  it.each(packages)('%s is understood, and every flow of it', (name) => {
    const { package: read, problems } = readPackage(bytesOf(name), { name })
    expect(problems.filter(({ effect }) => effect !== 'none')).toEqual([])
    for (const flow of read?.flows ?? []) {
      expect(flow.isDeclared).toBe(true)
      if (flow.definition === undefined) throw new Error(`${flow.displayName} has no definition`)
      const keys = new Set(flow.connectionReferences.map(({ key }) => key))
      const calls = [...walkActions(flow.definition)].flatMap(({ action }) => connectorCallOf(action) ?? [])
      const started = [...walkTriggers(flow.definition)].flatMap(({ trigger }) => connectorCallOf(trigger) ?? [])
      for (const { referenceKey } of [...calls, ...started]) expect(keys).toContain(referenceKey)
      for (const { pointer } of walkActions(flow.definition)) {
        expect(pointerExists(flow.file.text, `${flow.definitionPointer}${pointer}`)).toBe(true)
      }
    }
  })

  it.each(packages)('%s comes back as it was', async (name) => {
    const original = bytesOf(name)
    const read = mustRead(original, name)
    const writing = writePackage(read)
    if (!writing.ok) throw new Error(writing.problem.message.what)
    const before = openArchive(original).entries
    const after = new Map(openArchive(writing.bytes).entries.map((entry) => [entry.path, entry]))
    expect(after.size).toBe(before.length)
    for (const entry of before) {
      const [given, written] = [entry.bytes(), after.get(entry.path)?.bytes()]
      if (entry.isFolder) expect(after.get(entry.path)?.isFolder).toBe(true)
      else expect(given.ok && written?.ok && Buffer.compare(given.bytes, written.bytes)).toBe(0)
    }
    expect(await contentHash(mustRead(writing.bytes))).toBe(await contentHash(read))
  })

  it.each(packages)('%s: a change changes that and nothing else, in JSON and in XML', (name) => {
    const read = mustRead(bytesOf(name), name)
    for (const flow of read.flows) {
      const renamed = setFlowDisplayName(read, flow.id, 'Another & <name>')
      if (!renamed.ok) throw new Error(renamed.problem.message.what)
      const back = setFlowDisplayName(renamed.package, flow.id, flow.displayName)
      expect(back.ok && back.package.files.map(meaning)).toEqual(read.files.map(meaning))
      const same = replaceDefinition(read, flow.id, flow.definition ?? {})
      expect(same.ok && same.package.files.map(meaning)).toEqual(read.files.map(meaning))
    }
    if (read.kind !== 'solution') return
    const newer = setSolutionVersion(read, '99.0.0.1')
    if (!newer.ok) throw new Error(newer.problem.message.what)
    const back = setSolutionVersion(newer.package, read.manifest.version)
    expect(back.ok && back.package.files.map(fingerprint)).toEqual(read.files.map(fingerprint))
  })

  it.each(packages)('%s: flows cross to the other form and back with their definition and references', (name) => {
    for (const flow of mustRead(bytesOf(name), name).flows) {
      const { definition, displayName, connectionReferences } = flow
      if (definition === undefined) throw new Error('no definition')
      const plain = { definition, connectionReferences }
      const connectionFor = (): { connectionName: string } => ({ connectionName: 'c' })
      const writing = toFlowApiBody(plain, { displayName, connectionFor })
      if (!writing.ok) throw new Error('unbound')
      const back = readPlainFlow(JSON.parse(JSON.stringify(toClientData(plain))))
      expect(back.ok && back.flow.definition).toEqual(definition)
      const essence = (references: typeof connectionReferences) =>
        references.map(({ key, apiName, source, logicalName, connectionName }) => [
          key,
          apiName,
          source,
          logicalName ?? connectionName,
        ])
      expect(back.ok && essence(back.flow.connectionReferences)).toEqual(essence(connectionReferences))
    }
  })
})

describe.skipIf(isMissing)('real packages, mutated (needs CONNECTOR_CORPUS)', () => {
  const folder = join(corpus, 'packages')
  const names = isMissing ? [] : readdirSync(folder).filter((name) => name.endsWith('.zip'))

  it('never throw', () => {
    const mutation = fc.tuple(
      fc.nat(),
      fc.nat(),
      fc.nat(60),
      fc.constantFrom('', '"', '{', '<', '</', '&', '\0', ',', '[', '\ufeff'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(mutation, { minLength: 1, maxLength: 5 }), (name, mutations) => {
        const { package: read } = readPackage(new Uint8Array(readFileSync(join(folder, name))))
        const files = (read?.files ?? []).map(({ path, bytes }) => ({ path, content: bytes }))
        // Files with a meaning, most of which are small; pictures and apps are many times larger.
        const texts = files.filter(({ path }) => /\.(json|xml)$/.test(path))
        for (const [file, at, length, put] of mutations) {
          const hit = texts[file % texts.length]
          if (hit === undefined) continue
          const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(hit.content)
          const place = at % (text.length + 1)
          hit.content = new TextEncoder().encode(text.slice(0, place) + put + text.slice(place + length))
        }
        exercise(files)
      }),
      { numRuns: 40 },
    )
  })
})

/** JSON as its value, XML as its tree, everything else as its bytes. */
function meaning({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): unknown {
  if (path.endsWith('.json')) {
    const { root } = readJson(new TextDecoder().decode(bytes))
    return [path, root && toValue(root)]
  }
  if (path.endsWith('.xml')) return [path, treeOf(readXml(new TextDecoder().decode(bytes)).root)]
  return fingerprint({ path, bytes })
}

function treeOf(element: XmlElement | undefined): unknown {
  return element && [element.name, [...element.attributes], element.text, element.children.map(treeOf)]
}

function pointerExists(text: string, pointer: string): boolean {
  let at: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false
    // Looked at one step at a time, each of which was just found to be there.
    at = (at as Record<string, unknown>)[key]
  }
  return true
}
