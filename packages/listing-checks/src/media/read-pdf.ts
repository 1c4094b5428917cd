import { Unzlib } from 'fflate'

/**
 * What is seen of a document. Whole PDF readers were looked at: pdf.js is kept but a hundred times the size of this
 * package and made to draw, pdf-lib has seen no release for years. What a reviewer stumbles over shows in the frame of the
 * file, so that is what is read.
 */
export interface PdfFacts {
  readonly isPdf: boolean
  /** Pages, as far as they can be counted; 0 when none was found. */
  readonly pages: number
  readonly isEncrypted: boolean
  /** What is broken, as the end of a sentence; nothing when the frame is whole. */
  readonly fault?: string
  /** Made by this program to be replaced. */
  readonly isPlaceholder: boolean
}

const mostBytes = 64 * 1024 * 1024
const mostStreams = 200
const mostUnpacked = 4 * 1024 * 1024

/** The comment that marks documents made to be replaced. */
export const placeholderComment = '%Sevenstep placeholder'

/** Reads the frame of a PDF: its marks at both ends, whether it is locked, and how many pages it has. Never throws. */
export function readPdf(bytes: Uint8Array): PdfFacts {
  const nothing = { pages: 0, isEncrypted: false, isPlaceholder: false }
  if (!latin(bytes.subarray(0, 1024)).includes('%PDF-')) return { ...nothing, isPdf: false }
  if (bytes.length > mostBytes) return { ...nothing, isPdf: true, fault: 'it is larger than 64 MiB' }
  const tail = latin(bytes.subarray(-2048))
  const text = latin(bytes)
  const isPlaceholder = text.slice(0, 2048).includes(placeholderComment)
  const isEncrypted = /\/Encrypt\s+(\d+\s+\d+\s+R|<<)/.test(text)
  if (!tail.includes('%%EOF') || !tail.includes('startxref')) {
    return {
      isPdf: true,
      pages: 0,
      isEncrypted,
      isPlaceholder,
      fault: 'its end is missing, so it was cut off on its way',
    }
  }
  const pages = pagesIn(text) || pagesIn(unpackObjects(bytes, text))
  return { isPdf: true, pages, isEncrypted, isPlaceholder }
}

/** One character to a byte, so that offsets stay those of the file. */
function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}

function pagesIn(text: string): number {
  let pages = 0
  for (const _ of text.matchAll(/\/Type\s{0,9}\/Page(?![a-zA-Z])/g)) pages++
  return pages
}

/** From PDF 1.5 on, pages may stand in packed lists of objects: these are unpacked, within limits. */
function unpackObjects(bytes: Uint8Array, text: string): string {
  const parts: string[] = []
  let left = mostUnpacked
  let streams = 0
  for (const match of text.matchAll(/\/Type\s{0,9}\/ObjStm/g)) {
    if (++streams > mostStreams || left <= 0) break
    const start = text.indexOf('stream', match.index)
    if (start < 0 || start - match.index > 2000) continue
    const from = start + 6 + (text[start + 6] === '\r' ? 2 : 1)
    const end = text.indexOf('endstream', from)
    const unpacked = inflate(bytes.subarray(from, end < 0 ? undefined : end), left)
    left -= unpacked.length
    parts.push(unpacked)
  }
  return parts.join('\n')
}

function inflate(packed: Uint8Array, limit: number): string {
  let text = ''
  try {
    const unzlib = new Unzlib((chunk) => {
      if (text.length < limit) text += latin(chunk)
    })
    // Small pieces, so that what comes out is known before more goes in.
    for (let at = 0; at < packed.length && text.length < limit; at += 4096) unzlib.push(packed.subarray(at, at + 4096))
  } catch {
    // A stream that cannot be unpacked tells of no pages; what came out before counts.
  }
  return text
}
