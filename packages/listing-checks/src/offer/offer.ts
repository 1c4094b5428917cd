import type { JsonNode } from '@sevenstep/located-json'
import type { JudgedFile } from '@sevenstep/rule-engine'
import type { Profile } from '../engine/listing-subject.ts'
import type { PdfFacts } from '../media/read-pdf.ts'
import type { PngFacts } from '../media/read-png.ts'
import type { OfferPackage } from '../package/offer-package.ts'

/** A file of an offer's folder. */
export interface OfferFile {
  /** Relative to the folder, with `/` between folders. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** What is wrong with the offer's own file. */
export interface OfferProblem {
  /** What happened, as a sentence. */
  readonly what: string
  readonly fix: string
  readonly start: number
  readonly end: number
}

/** An offer's folder, read: nothing in it was trusted, and everything keeps its place. */
export interface Offer {
  /** The offer's file, `offer.json` or `offer.yaml`; where it should be when there is none. */
  readonly path: string
  /** False when there is no such file, or it holds no object. */
  readonly isReadable: boolean
  /** The outermost object; empty when nothing could be read. */
  readonly root: JsonNode
  readonly file: JudgedFile
  /** Every text of the offer that findings can point into. */
  readonly texts: readonly JudgedFile[]
  readonly problems: readonly OfferProblem[]
  /** What the offer says it is; nothing when it does not say, or says another kind. */
  readonly profile: Profile | undefined
  /** The bytes of each file, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** What is seen of an image, document or package; each is read when it is first asked for. */
  image(path: string): PngFacts | undefined
  document(path: string): PdfFacts | undefined
  /** The package the offer names; nothing when it names none or the file is not there. */
  readonly package: OfferPackage | undefined
}
