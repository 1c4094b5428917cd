import { fileTypeFromBuffer } from 'file-type'
import type { Failure } from '../../domain/failure.ts'
import { endingOf } from './file-name.ts'
import { refuse } from './refusals.ts'

/** A kind of file that may be handed in. */
export interface AcceptedType {
  readonly mediaType: string
  /** How it is looked into: `text` as UTF-8, `archive` as a zip, `opaque` not at all. */
  readonly inside: 'text' | 'archive' | 'opaque'
}

const office = 'application/vnd.openxmlformats-officedocument'

/** What may be handed in, by the ending of its name; the bytes have to agree. */
const accepted: Readonly<Record<string, AcceptedType>> = {
  pdf: { mediaType: 'application/pdf', inside: 'opaque' },
  png: { mediaType: 'image/png', inside: 'opaque' },
  jpg: { mediaType: 'image/jpeg', inside: 'opaque' },
  jpeg: { mediaType: 'image/jpeg', inside: 'opaque' },
  zip: { mediaType: 'application/zip', inside: 'archive' },
  docx: { mediaType: `${office}.wordprocessingml.document`, inside: 'archive' },
  xlsx: { mediaType: `${office}.spreadsheetml.sheet`, inside: 'archive' },
  pptx: { mediaType: `${office}.presentationml.presentation`, inside: 'archive' },
  txt: { mediaType: 'text/plain', inside: 'text' },
  log: { mediaType: 'text/plain', inside: 'text' },
  md: { mediaType: 'text/markdown', inside: 'text' },
  csv: { mediaType: 'text/csv', inside: 'text' },
  json: { mediaType: 'application/json', inside: 'text' },
  // Source text is kept as text: nobody's browser takes it for a page of ours.
  html: { mediaType: 'text/plain', inside: 'text' },
  htm: { mediaType: 'text/plain', inside: 'text' },
  css: { mediaType: 'text/plain', inside: 'text' },
  js: { mediaType: 'text/plain', inside: 'text' },
  mjs: { mediaType: 'text/plain', inside: 'text' },
  jsx: { mediaType: 'text/plain', inside: 'text' },
  ts: { mediaType: 'text/plain', inside: 'text' },
  tsx: { mediaType: 'text/plain', inside: 'text' },
  vue: { mediaType: 'text/plain', inside: 'text' },
  yaml: { mediaType: 'text/plain', inside: 'text' },
  yml: { mediaType: 'text/plain', inside: 'text' },
  eml: { mediaType: 'message/rfc822', inside: 'text' },
}

/** File name endings as a file field wants them. */
export const acceptedEndings: string = Object.keys(accepted)
  .map((ending) => `.${ending}`)
  .join(',')

/**
 * What a file is: its name and its bytes have to say the same, so that nothing is kept in disguise.
 *
 * @throws Failure `wrong-media-type`
 */
export async function acceptedTypeOf(name: string, bytes: Uint8Array): Promise<AcceptedType> {
  const ending = endingOf(name)
  const type = Object.hasOwn(accepted, ending) ? accepted[ending] : undefined
  if (type === undefined) throw notAccepted(name)
  const sniffed = await fileTypeFromBuffer(bytes)
  const agrees = type.inside === 'text' ? sniffed === undefined && isText(bytes) : sniffed?.mime === type.mediaType
  if (!agrees) throw disguised(name, sniffed?.ext)
  if (type.mediaType === 'application/json' && !isJson(bytes)) throw disguised(name, undefined)
  return type
}

/** The bytes as text, or undefined where they are not UTF-8 or hold what no text has. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
    return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

function isText(bytes: Uint8Array): boolean {
  return textOf(bytes) !== undefined
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(textOf(bytes) ?? '')
    return true
  } catch {
    return false
  }
}

function notAccepted(name: string): Failure {
  const list = Object.keys(accepted)
    .map((ending) => ending.toUpperCase())
    .join(', ')
  return refuse('wrong-media-type', 'file', {
    what: { en: `“${name}” is of a kind we do not take.`, nl: `“${name}” is van een soort die wij niet aannemen.` },
    why: {
      en: 'Only kinds that a reviewer can open safely are kept.',
      nl: 'Alleen soorten die een beoordelaar veilig kan openen, worden bewaard.',
    },
    fix: { en: `Hand in one of: ${list}.`, nl: `Dien een van deze in: ${list}.` },
  })
}

function disguised(name: string, found: string | undefined): Failure {
  const is = found === undefined ? '' : `: ${found.toUpperCase()}`
  return refuse('wrong-media-type', 'file', {
    what: {
      en: `“${name}” is not what its name says${is}.`,
      nl: `“${name}” is niet wat de naam zegt${is}.`,
    },
    why: {
      en: 'What is inside the file and the ending of its name have to agree.',
      nl: 'De inhoud van het bestand en het einde van de naam moeten overeenkomen.',
    },
    fix: {
      en: 'Save it again in the form you mean (text as UTF-8) and hand it in under its own ending.',
      nl: 'Sla het opnieuw op in de bedoelde vorm (tekst als UTF-8) en dien het in met het juiste einde.',
    },
  })
}
