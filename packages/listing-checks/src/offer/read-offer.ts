import { type JsonNode, readJson } from '@sevenstep/located-json'
import type { JudgedFile } from '@sevenstep/rule-engine'
import { type PdfFacts, readPdf } from '../media/read-pdf.ts'
import { type PngFacts, readPng } from '../media/read-png.ts'
import { readOfferPackage } from '../package/read-offer-package.ts'
import type { Offer, OfferFile, OfferProblem } from './offer.ts'
import { readYaml } from './read-yaml.ts'
import { offerFileIn } from './recognise-offer.ts'

const mostBytes = 1_000_000
/** Less than of JSON: some YAML takes far longer to read than it is long. */
const mostYamlBytes = 100_000

/**
 * Reads the files of an offer's folder. Never throws, whatever they hold: what is wrong is among the problems of the
 * result, or is seen by the rules. Images, documents and the package are read when a rule first asks for them.
 */
export function readOffer(files: readonly OfferFile[]): Offer {
  const byPath = new Map(files.map(({ path, bytes }) => [path, bytes]))
  const path = offerFileIn(byPath.keys())
  const { file, problems } = readText(path ?? 'offer.json', path === undefined ? undefined : byPath.get(path))
  const found = file.json?.root
  const isReadable = found?.kind === 'object'
  const root = isReadable ? found : emptyObject()
  const packagePath = root.find('package', 'file')?.value
  const packageBytes = typeof packagePath === 'string' ? byPath.get(packagePath) : undefined
  const read =
    typeof packagePath === 'string' && packageBytes !== undefined
      ? readOfferPackage(packagePath, packageBytes)
      : undefined
  return {
    path: file.path,
    isReadable,
    root,
    file,
    texts: read?.inputXml === undefined ? [file] : [file, read.inputXml.file],
    problems: isReadable || problems.length > 0 ? problems : [noObject(path)],
    profile: profileOf(root),
    files: byPath,
    image: remembered<PngFacts>(byPath, readPng),
    document: remembered<PdfFacts>(byPath, readPdf),
    package: read,
  }
}

function readText(
  path: string,
  bytes: Uint8Array | undefined,
): { readonly file: JudgedFile; readonly problems: readonly OfferProblem[] } {
  if (bytes === undefined) return { file: { path, text: '', isUtf8: true }, problems: [] }
  const most = path.endsWith('.json') ? mostBytes : mostYamlBytes
  if (bytes.length > most) {
    const what = `The file has ${bytes.length} bytes; an offer’s has a few thousand, and more than ${most} are not read.`
    return {
      file: { path, text: '', isUtf8: true },
      problems: [
        { what, fix: 'Keep texts and addresses in it; images and documents are files beside it.', start: 0, end: 0 },
      ],
    }
  }
  const { text, isUtf8, problems: ofBytes } = decoded(bytes)
  if (path.endsWith('.json')) {
    const json = readJson(text)
    const ofText = json.problems.map(({ code, found, start, end }) => ({
      what: `The JSON is not well formed: ${code.replaceAll('-', ' ')}${found === '' ? '' : ` (${found.slice(0, 60)})`}.`,
      fix: 'Mend the JSON at this place.',
      start,
      end,
    }))
    return { file: { path, text, isUtf8, json }, problems: [...ofBytes, ...ofText] }
  }
  const { json, problems } = readYaml(text)
  return { file: { path, text, isUtf8, json }, problems: [...ofBytes, ...problems] }
}

/** The text of bytes, with what is wrong with them; UTF-16 with its mark is read and told. */
function decoded(bytes: Uint8Array): { text: string; isUtf8: boolean; problems: readonly OfferProblem[] } {
  const [first, second] = bytes
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined
  const text = new TextDecoder(wide ?? 'utf-8', { ignoreBOM: wide === undefined }).decode(bytes)
  const broken = text.indexOf('\uFFFD')
  const start = Math.max(0, broken)
  const wrong = (what: string): OfferProblem => ({ what, fix: 'Save it as UTF-8.', start, end: start })
  if (wide !== undefined) return { text, isUtf8: false, problems: [wrong('The file is UTF-16 instead of UTF-8.')] }
  // The sign for what could not be decoded may stand in a text by itself: then its bytes are those of UTF-8.
  if (broken === -1 || isUtf8Text(bytes)) return { text, isUtf8: true, problems: [] }
  return { text, isUtf8: false, problems: [wrong('From here on the file has bytes that are not UTF-8.')] }
}

function isUtf8Text(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function noObject(path: string | undefined): OfferProblem {
  return path === undefined
    ? {
        what: 'The folder has no "offer.json" and no "offer.yaml".',
        fix: 'Make one with "sevenstep listing init".',
        start: 0,
        end: 0,
      }
    : { what: 'The file holds no object.', fix: 'Write the offer as one object with its fields.', start: 0, end: 0 }
}

function profileOf(root: JsonNode): Offer['profile'] {
  const type = root.text('offerType')
  return type === 'saas' || type === 'dataverse' ? type : undefined
}

function emptyObject(): JsonNode {
  const { root } = readJson('{}')
  if (root === undefined) throw new Error('An empty object is JSON.')
  return root
}

function remembered<Facts>(
  files: ReadonlyMap<string, Uint8Array>,
  read: (bytes: Uint8Array) => Facts,
): (path: string) => Facts | undefined {
  const known = new Map<string, Facts>()
  return (path) => {
    const bytes = files.get(path)
    if (bytes === undefined) return undefined
    const facts = known.get(path) ?? read(bytes)
    known.set(path, facts)
    return facts
  }
}
