import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { createSubject } from '@sevenstep/findings'
import { readPackage, recogniseFlowPackage } from '@sevenstep/flow-templates'
import { checkFlowPackage, ruleFamilies } from '@sevenstep/flow-templates/checks'
import { openArchive } from '@sevenstep/package-archives'
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { corpusFolder } from '../corpus-files.ts'
import { measureRounds, ratioInRounds } from '../measure-rounds.ts'
import type { Figure } from '../results.ts'
import { measureColdPackage } from './measure-cold-package.ts'

/** Real packages, read and checked, against unzipping them and the kept parsers on the same bytes. */
export function measurePackages(rounds: number): Figure[] {
  const all = corpusPackages()
  const packages = all.map(({ bytes }) => bytes)
  const flows = packages.filter((bytes) => recogniseFlowPackage(bytes) === 'export')
  // They are over so soon that one round of them would measure chance.
  const manyFlows = Array.from({ length: 20 }, () => flows).flat()
  const packed = packages.map(packedFiles)
  const manyPacked = manyFlows.map(packedFiles)
  const measured = measureRounds(
    {
      parse: () => sum(packages, parsePlainly),
      parseNatively: () => sum(packed, parseInflated),
      read: () => sum(packages, (bytes) => readPackage(bytes).problems.length),
      check: () => sum(packages, check),
      parseExports: () => sum(manyFlows, parsePlainly),
      parseExportsNatively: () => sum(manyPacked, parseInflated),
      readExports: () => sum(manyFlows, (bytes) => readPackage(bytes).problems.length),
      checkExports: () => sum(manyFlows, check),
    },
    rounds,
    4,
  )
  const rules = ruleFamilies.reduce((count, family) => count + Object.keys(family.rules).length, 0)
  const unit = 'unzipping, saxes and JSON.parse'
  const native = 'node:zlib, saxes and JSON.parse'
  const value = (step: string, of: string) => ratioInRounds(measured, step, of)
  return [
    { what: `reading ${packages.length} packages`, unit, value: value('read', 'parse') },
    {
      what: `reading and checking ${packages.length} packages`,
      unit,
      value: value('check', 'parse'),
      goal: 1.5,
      rules,
      findings: measured.found.check ?? 0,
    },
    { what: 'the same, beside what inflates as fast as ours', unit: native, value: value('check', 'parseNatively') },
    {
      what: `reading the ${flows.length} exports of flows among them`,
      unit,
      value: value('readExports', 'parseExports'),
    },
    {
      what: `reading and checking these`,
      unit,
      value: value('checkExports', 'parseExports'),
      goal: 1.5,
      rules,
      findings: (measured.found.checkExports ?? 0) / 20,
    },
    {
      what: 'the same, beside what inflates as fast as ours',
      unit: native,
      value: value('checkExports', 'parseExportsNatively'),
    },
    ...measureColdPackage(all[all.length >> 1], rounds),
  ]
}

/** Every package of the corpus that is one, the smallest first. */
function corpusPackages(): { readonly path: string; readonly bytes: Uint8Array }[] {
  const folder = join(corpusFolder, 'packages')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.zip'))
    .map((name) => ({ path: join(folder, name), bytes: new Uint8Array(readFileSync(join(folder, name))) }))
    .filter(({ bytes }) => recogniseFlowPackage(bytes) !== undefined)
    .sort((a, b) => a.bytes.length - b.bytes.length)
}

function sum<Package>(packages: readonly Package[], count: (one: Package) => number): number {
  return packages.reduce((all, one) => all + count(one), 0)
}

function check(bytes: Uint8Array): number {
  return createSubject(checkFlowPackage(readPackage(bytes)).subject).findings.length
}

/** Unzips everything and parses each JSON and XML file; what is no JSON counts as nothing. */
function parsePlainly(bytes: Uint8Array): number {
  let parsed = 0
  for (const [name, content] of Object.entries(unzipSync(bytes))) parsed += parseFile(name, content)
  return parsed
}

/** A file of a package as it lies in the zip. */
interface PackedFile {
  readonly name: string
  readonly data: Uint8Array
  readonly isPacked: boolean
}

/** Where the files of a package are, found beforehand: the leanest unzipping there can be only inflates them. */
function packedFiles(bytes: Uint8Array): readonly PackedFile[] {
  return openArchive(bytes).entries.map(({ path, offset, size, compressedSize }) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset + offset)
    const start = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true)
    const data = bytes.subarray(start, start + compressedSize)
    return { name: path, data, isPacked: view.getUint16(8, true) !== 0 && size > 0 }
  })
}

function parseInflated(files: readonly PackedFile[]): number {
  return sum(files, ({ name, data, isPacked }) => parseFile(name, isPacked ? inflateRawSync(data) : data))
}

function parseFile(name: string, content: Uint8Array): number {
  const isXml = /\.xml$/i.test(name)
  if (!isXml && !/\.json$/i.test(name)) return 0
  const text = decoder.decode(content)
  try {
    if (isXml) new SaxesParser().write(text).close()
    else JSON.parse(text)
    return 1
  } catch {
    // A few are broken; that is for the rules to say.
    return 0
  }
}

const decoder = new TextDecoder()
