import { createLineTable, type LineTable, type Location } from '@sevenstep/findings'
import { type JsonNode, type LocatedJson, readJson } from '@sevenstep/located-json'
import type { FileRole, PackageFile, PackageJson, PackageText, PackageXml } from '../model/package-file.ts'
import { type PackageProblem, type ProblemFacts, packageProblem } from '../problems/package-problem.ts'
import type { PackageProblemCode } from '../problems/package-problem-texts.ts'
import { readXml } from '../xml/read-xml.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { decodeText } from './decode-text.ts'
import { caseKey, type GatheredFiles, type RawFile } from './gather-files.ts'
import { jsonProblemWords } from './json-problem-words.ts'

const maxProblems = 1000
/** Larger files are kept and not read. Definitions have at most a few megabytes; customizations of large solutions more. */
const maxJsonBytes = 16 * 1024 * 1024
const maxXmlBytes = 64 * 1024 * 1024

/** The files of one package while it is being read: finds them, reads them, collects what is wrong. */
export class PackageReader {
  readonly name: string
  readonly problems: PackageProblem[] = []
  unreported = 0
  readonly #files = new Map<string, RawFile>()
  readonly #byKey = new Map<string, RawFile[]>()
  readonly #roles = new Map<string, FileRole>()
  readonly #lines = new Map<string, LineTable>()
  /** Many may name one file, which is read, and found wrong, once. */
  readonly #jsons = new Map<string, PackageJson | undefined>()

  constructor(name: string, gathered: GatheredFiles) {
    this.name = name
    for (const problem of gathered.problems) this.add(problem)
    for (const file of gathered.files) {
      this.#files.set(file.path, file)
      if (file.isFolder || file.isPlatformJunk) continue
      const key = caseKey(file.path)
      const same = this.#byKey.get(key)
      if (same === undefined) this.#byKey.set(key, [file])
      else same.push(file)
    }
  }

  /** Paths of files, without folders and what operating systems leave behind. */
  get paths(): readonly string[] {
    return [...this.#files.values()].filter((file) => !file.isFolder && !file.isPlatformJunk).map((file) => file.path)
  }

  /** Everything, with what it turned out to be. */
  finish(): readonly PackageFile[] {
    return [...this.#files.values()].map((file) => ({ ...file, role: this.#roles.get(file.path) ?? 'other' }))
  }

  add(problem: PackageProblem): void {
    if (this.problems.length < maxProblems) this.problems.push(problem)
    else this.unreported += 1
  }

  report(code: PackageProblemCode, place: Location, facts: ProblemFacts = {}): void {
    this.add(packageProblem(code, place, facts))
  }

  /** Reports a JSON value or an XML element. Made for faults by the million: beyond the limit they are only counted. */
  reportAt(code: PackageProblemCode, file: PackageText, part: JsonNode | XmlElement, facts: ProblemFacts = {}): void {
    if (this.problems.length < maxProblems) this.report(code, this.#placeOf(file, part), facts)
    else this.unreported += 1
  }

  /** True when there is a file of that name in any case. */
  has(path: string): boolean {
    return this.#byKey.has(caseKey(path))
  }

  roleOf(path: string): FileRole {
    return this.#roles.get(path) ?? 'other'
  }

  /** The bytes of a file whose meaning is not decided yet. */
  peek(path: string): Uint8Array | undefined {
    return this.#byKey.get(caseKey(path))?.[0]?.bytes
  }

  /** The file of that name; in another case when there is only one such, which is then said. */
  find(path: string, role: FileRole): RawFile | undefined {
    const same = this.#byKey.get(caseKey(path)) ?? []
    const file = same.find((candidate) => candidate.path === path) ?? (same.length === 1 ? same[0] : undefined)
    if (file === undefined) {
      if (same.length > 1) this.report('name-ambiguous', { file: path }, { name: path })
      return undefined
    }
    if (file.path !== path && this.roleOf(file.path) === 'other') {
      this.report('name-case', { file: file.path }, { name: file.path, other: path })
    }
    this.#roles.set(file.path, role)
    return file
  }

  /** Reads a JSON file; nothing when it is too large or holds no value. */
  json(file: RawFile): PackageJson | undefined {
    if (!this.#jsons.has(file.path)) this.#jsons.set(file.path, this.#readJson(file))
    return this.#jsons.get(file.path)
  }

  #readJson(file: RawFile): PackageJson | undefined {
    const decoded = this.#decode(file, maxJsonBytes)
    if (decoded === undefined) return undefined
    const json = readJson(decoded.text)
    this.#reportJson(decoded, json)
    return json.root === undefined ? undefined : { ...decoded, json }
  }

  /** Reads an XML file; nothing when it is too large or has no outermost element of that name. */
  xml(file: RawFile, rootName: string): PackageXml | undefined {
    const decoded = this.#decode(file, maxXmlBytes)
    if (decoded === undefined) return undefined
    const xml = readXml(decoded.text)
    const { root, fault } = xml
    if (fault !== undefined) {
      const range = this.#rangeAt(decoded, fault.offset, fault.offset)
      this.report(fault.code, { file: file.path, range }, { detail: fault.detail })
    }
    if (root === undefined) return undefined
    if (root.name.toLowerCase() !== rootName.toLowerCase()) {
      this.reportAt('xml-unexpected-root', decoded, root, { name: root.name, other: rootName })
      return undefined
    }
    return { ...decoded, xml }
  }

  #placeOf(file: PackageText, part: JsonNode | XmlElement): Location {
    const { start, end } = 'contentStart' in part ? { start: part.start, end: part.contentStart } : part
    const range = this.#rangeAt(file, start, end)
    return 'pointer' in part ? { file: file.path, pointer: part.pointer(), range } : { file: file.path, range }
  }

  #rangeAt(file: PackageText, start: number, end: number): NonNullable<Location['range']> {
    let lines = this.#lines.get(file.path)
    if (lines === undefined) {
      lines = createLineTable(file.text)
      this.#lines.set(file.path, lines)
    }
    return { start: lines.positionAt(start), end: lines.positionAt(end) }
  }

  #decode(file: RawFile, maxBytes: number): PackageText | undefined {
    if (file.bytes.length > maxBytes) {
      const detail = `${file.bytes.length} bytes, where ${maxBytes} are read`
      this.report('file-too-large', { file: file.path }, { detail })
      return undefined
    }
    const decoded = decodeText(file.path, file.bytes)
    if (!decoded.isUtf8) {
      const detail = decoded.text.startsWith('\ufeff') ? 'it is UTF-16' : 'some bytes mean nothing in it'
      this.report('not-utf-8', { file: file.path }, { detail })
    }
    return decoded
  }

  #reportJson(file: PackageText, { problems, unreportedProblems = 0 }: LocatedJson): void {
    for (const problem of problems) {
      // The mark of a UTF-16 file is part of its encoding, which is reported already.
      if (problem.code === 'byte-order-mark' && !file.isUtf8) continue
      const range = this.#rangeAt(file, problem.start, problem.end)
      const place = { file: file.path, range }
      if (problem.code === 'byte-order-mark') this.report('json-byte-order-mark', place)
      else {
        const code = problem.isRecovered ? 'json-recovered' : 'json-broken'
        this.report(code, place, { detail: jsonProblemWords(problem) })
      }
    }
    this.unreported += unreportedProblems
  }
}
