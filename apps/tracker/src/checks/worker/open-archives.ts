import { roleOfPath } from '@sevenstep/connector-schema'
import { type ConnectorArchive, readConnectorArchive } from '@sevenstep/connector-schema/archives'
import { recogniseFlowPackage } from '@sevenstep/flow-templates'
import { looksLikeOffer, offerFileIn } from '@sevenstep/listing-checks'
import { type ArchiveBudget, openArchive } from '@sevenstep/package-archives'
import { problemInWords } from './archive-problem-words.ts'
import type { ReadingTrouble, UploadedFile } from './messages.ts'
import { uploadBudget } from './rooms/given-files.ts'
import type { GivenFile } from './upload.ts'
import { startsLikeZip } from './upload-tree.ts'

/** The archives of an upload, told apart by what is in them. */
export interface OpenedArchives {
  /** What was handed in, followed by the files of those archives that are nothing by themselves. */
  readonly files: readonly GivenFile[]
  /** Archives that only wrap files: what is in them is judged as if it had been handed in. */
  readonly opened: ReadonlySet<UploadedFile>
  /** Archives of connectors, and solutions that hold some. */
  readonly connectors: ReadonlyMap<UploadedFile, ConnectorArchive>
  /** Archives that could not be read whole and hold nothing known. */
  readonly unread: readonly ReadingTrouble[]
}

/**
 * Opens what came zipped. Archives of connectors, flow packages and what an offer names stay as they are, since their
 * rooms open them; any other is unpacked. One account covers all that is unpacked here, so that many small archives
 * cannot add up to a large one. Never throws for the bytes given.
 */
export function openArchives(given: readonly UploadedFile[]): OpenedArchives {
  const opening = new Opening(given)
  for (let at = 0; at < opening.files.length; at++) {
    const file = opening.files[at]
    if (file !== undefined && mayBeArchive(file) && !opening.isOfOffer(file)) opening.take(file)
  }
  return opening
}

class Opening implements OpenedArchives {
  readonly files: GivenFile[]
  readonly opened = new Set<UploadedFile>()
  readonly connectors = new Map<UploadedFile, ConnectorArchive>()
  readonly unread: ReadingTrouble[] = []
  readonly #offers: OfferPlace[] = []
  readonly #forConnectors: ArchiveBudget = uploadBudget()
  readonly #forFiles: ArchiveBudget = uploadBudget()

  constructor(given: readonly UploadedFile[]) {
    this.files = [...given]
    this.#noteOffers(this.files)
  }

  /** True for the package of an offer, which is judged with the offer. */
  isOfOffer({ path }: GivenFile): boolean {
    return this.#offers.some(({ folder, text }) => path.startsWith(folder) && text.includes(path.slice(folder.length)))
  }

  take(file: GivenFile): void {
    if (recogniseFlowPackage(file.bytes) === 'export') return
    const read = readConnectorArchive(file.bytes, { name: nameOf(file.path), budget: this.#forConnectors })
    if (read.connectors.length > 0) {
      this.connectors.set(file, read)
      return
    }
    if (recogniseFlowPackage(file.bytes) !== undefined) return
    const grave = read.problems.filter(isGrave).filter(({ code }) => code !== 'no-connector')
    if (grave.length > 0) this.unread.push(...grave.map((problem) => ({ ...problemInWords(problem), path: file.path })))
    else this.#unpack(file)
  }

  #unpack(file: GivenFile): void {
    const { entries, problems } = openArchive(file.bytes, { name: file.path, budget: this.#forFiles })
    const trouble = problems.filter(isGrave)
    const found: GivenFile[] = []
    for (const entry of entries) {
      if (entry.isFolder || entry.isPlatformJunk) continue
      const content = entry.bytes()
      if (!content.ok) trouble.push(content.problem)
      else found.push({ path: `${file.path}/${entry.path}`, bytes: content.bytes, archive: file.archive ?? file })
    }
    if (trouble.length > 0) {
      this.unread.push(...trouble.map((problem) => ({ ...problemInWords(problem), path: file.path })))
      return
    }
    this.opened.add(file)
    this.files.push(...found)
    this.#noteOffers(found)
  }

  #noteOffers(files: readonly GivenFile[]): void {
    for (const { path, bytes } of files) {
      const name = nameOf(path)
      if (offerFileIn([name]) === undefined) continue
      const text = new TextDecoder().decode(bytes)
      if (looksLikeOffer(text)) this.#offers.push({ folder: path.slice(0, path.length - name.length), text })
    }
  }
}

/** The folder of an offer, with a slash behind it, and what the offer's file says. */
interface OfferPlace {
  readonly folder: string
  readonly text: string
}

/** Documents are zips too; only what is called one is opened, or what was handed in without any ending. */
function mayBeArchive({ path, bytes }: GivenFile): boolean {
  return startsLikeZip(bytes) && roleOfPath(path) === undefined && (/\.zip$/i.test(path) || !/[^/]\.[^/.]+$/.test(path))
}

/** What costs nothing (a name that Windows could not write, say) is for the rules about packages to judge. */
export function isGrave(problem: { readonly code: string; readonly effect?: string }): boolean {
  return problem.effect !== 'none'
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
