import { decodeText } from '@sevenstep/connector-schema'
import type { UploadedFile } from './messages.ts'
import { type OpenedArchives, openArchives } from './open-archives.ts'

/** A file to be judged: handed in as it is, or out of an archive that was. */
export interface GivenFile extends UploadedFile {
  /** The archive that was handed in, for a file out of one; its path begins with the archive's. */
  readonly archive?: UploadedFile
}

/** A text as it was read. */
export interface GivenText {
  readonly text: string
  readonly isUtf8: boolean
}

/** What was handed in, as the rooms look at it. */
export class Upload {
  /** All files, those of opened archives in the archives' place. */
  readonly files: readonly GivenFile[]
  /** Those that no room has taken yet. */
  readonly free: readonly GivenFile[]
  /** True where a single file was handed in: then its name says less, and its content is looked at closer. */
  readonly isAlone: boolean
  readonly archives: OpenedArchives
  readonly #texts: WeakMap<UploadedFile, GivenText>

  private constructor(
    archives: OpenedArchives,
    parts: Pick<Upload, 'files' | 'free' | 'isAlone'>,
    texts = new WeakMap(),
  ) {
    this.archives = archives
    this.files = parts.files
    this.free = parts.free
    this.isAlone = parts.isAlone
    this.#texts = texts
  }

  /** Opens what came zipped. Never throws for the bytes given. */
  static of(given: readonly UploadedFile[]): Upload {
    const archives = openArchives(given)
    const { files, opened } = archives
    return new Upload(archives, { files, free: files.filter((file) => !opened.has(file)), isAlone: given.length === 1 })
  }

  /** The same with fewer files left to take. */
  without(taken: ReadonlySet<UploadedFile>): Upload {
    const { archives, files, free, isAlone } = this
    return new Upload(archives, { files, free: free.filter((file) => !taken.has(file)), isAlone }, this.#texts)
  }

  /** The text of a file, decoded once. */
  text(file: UploadedFile): GivenText {
    const known = this.#texts.get(file)
    if (known !== undefined) return known
    const { text, isUtf8 } = decodeText(file.path, file.bytes)
    this.#texts.set(file, { text, isUtf8 })
    return { text, isUtf8 }
  }
}

/** A path as reports show it: what lies in an archive stands behind `!`. */
export function shownPath(path: string, archive: UploadedFile | undefined): string {
  if (archive === undefined) return path
  return path === archive.path ? path : `${archive.path}!${path.slice(archive.path.length + 1)}`
}

/** The path of a file of something that was judged, as reports show it. */
export function pathWithin(subject: string, file: string): string {
  return `${subject}${subject.includes('!') ? '/' : '!'}${file}`
}

/** The file itself, or the archive it came in: what was handed in. */
export function handedIn(file: GivenFile): UploadedFile {
  return file.archive ?? file
}
