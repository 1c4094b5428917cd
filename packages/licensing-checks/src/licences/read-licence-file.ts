import type { JudgedFile, Place } from '@sevenstep/rule-engine'
import { type Catalogue, knownCatalogue } from '../catalogue/catalogue.ts'
import { jsonFormat } from './json-shape.ts'
import type { LicenceListFormat, ReadLicenceFile } from './licence-list.ts'
import { JsonListFile } from './located-value.ts'
import { looksLikeLicenceTable, readCsvLicences } from './read-csv-licences.ts'
import { looksLikeProductTable, readCsvProducts } from './read-csv-products.ts'
import { readJsonLicences } from './read-json-licences.ts'

/** Largest file that is read, in characters. */
const largestFile = 256_000_000

/** Which kind of list a file is, by what stands in it; nothing where it is no list of licences. */
export function recogniseLicenceList(text: string): LicenceListFormat | undefined {
  if (text.length > largestFile) return undefined
  if (looksLikeJson(text)) return jsonFormat(new JsonListFile('', text, true).value())
  return tableFormat(text)
}

/**
 * Reads a list of licences, whichever kind it is. Never throws; what cannot be used is among the problems with its place.
 * `isUtf8` is false for a text in which bytes were replaced while decoding.
 */
export function readLicenceFile(
  path: string,
  text: string,
  { catalogue = knownCatalogue(), isUtf8 = true }: { readonly catalogue?: Catalogue; readonly isUtf8?: boolean } = {},
): ReadLicenceFile {
  if (text.length > largestFile) {
    const file = { path, text: '', isUtf8 }
    const what = `The file has ${text.length} characters; at most ${largestFile} are read`
    return { ...nothing, file, problems: [{ what, at: { path } }] }
  }
  if (looksLikeJson(text)) {
    const file = new JsonListFile(path, text, isUtf8)
    const root = file.value()
    const format = jsonFormat(root)
    if (root === undefined || format === undefined) return { ...nothing, file }
    return { file, format, ...readJsonLicences(path, root, format, catalogue), secrets: secretsIn(file) }
  }
  const file: JudgedFile = { path, text, isUtf8 }
  const format = tableFormat(text)
  if (format === undefined) return { ...nothing, file }
  const read = format === 'csv' ? readCsvLicences : readCsvProducts
  return { file, format, ...read(file, catalogue), secrets: [] }
}

const nothing = {
  format: undefined,
  subscriptions: [],
  purchases: [],
  users: [],
  flows: [],
  problems: [],
  secrets: [],
} as const

function tableFormat(text: string): 'csv' | 'csv-products' | undefined {
  if (looksLikeProductTable(text)) return 'csv-products'
  return looksLikeLicenceTable(text) ? 'csv' : undefined
}

/** Whether a text begins as JSON that holds something. */
export function looksLikeJson(text: string): boolean {
  return /^[\s\ufeff]*[{[]/.test(text.slice(0, 1000))
}

/** The members whose value nobody should see again; Partner Center's answer to a new customer has the first. */
const secretForm = /"(?:password|refresh_?token|access_?token|client_?secret)"\s*:\s*"((?:[^"\\]|\\.){1,20000})"/gi
const mostSecrets = 100

function secretsIn(file: JudgedFile): readonly Place[] {
  const found: Place[] = []
  for (const { index, 0: whole, 1: value = '' } of file.text.matchAll(secretForm)) {
    if (found.length >= mostSecrets) break
    const start = index + whole.length - 1 - value.length
    found.push({ file, start, end: start + value.length })
  }
  return found
}
