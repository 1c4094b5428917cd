import { createHash } from 'node:crypto'
import type { Failure } from '../../domain/failure.ts'
import { cleanFileName } from './file-name.ts'
import { inspectArchive } from './inspect-archive.ts'
import { acceptedTypeOf, textOf } from './media-types.ts'
import { refuse, tooLarge } from './refusals.ts'
import { refuseSecrets } from './refuse-secrets.ts'

/** Largest file that may be handed in, in bytes. */
export const largestFile = 20 * 1024 * 1024

/**
 * A file that was looked into and may be kept; only {@link InspectedFile.inspect} makes one. What can be seen of it from outside is
 * what a request is recognised by: the hash stands for the bytes.
 */
export class InspectedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly size: number
  /** SHA-256 of the bytes in hexadecimal. */
  readonly hash: string
  readonly #content: Uint8Array

  private constructor(fileName: string, mediaType: string, content: Uint8Array) {
    this.fileName = fileName
    this.mediaType = mediaType
    this.size = content.length
    this.hash = createHash('sha256').update(content).digest('hex')
    this.#content = content
  }

  /** The bytes. */
  content(): Uint8Array {
    return this.#content
  }

  /**
   * Looks into a file before anything of it is kept: size, kind by name and bytes, archives within a budget, secrets.
   *
   * @throws Failure `too-large`, `wrong-media-type`, `unreadable-upload` or `secret-found`
   */
  static async inspect(name: string, content: Uint8Array): Promise<InspectedFile> {
    const fileName = cleanFileName(name)
    if (content.length > largestFile) throw tooLarge('20 MB')
    if (content.length === 0) throw empty(fileName)
    const type = await acceptedTypeOf(fileName, content)
    if (type.inside === 'archive') inspectArchive(fileName, content)
    if (type.inside === 'text') refuseSecrets(textOf(content) ?? '', { en: fileName, nl: fileName }, 'file')
    return new InspectedFile(fileName, type.mediaType, content)
  }
}

function empty(name: string): Failure {
  return refuse('unreadable-upload', 'file', {
    what: { en: `“${name}” is empty.`, nl: `“${name}” is leeg.` },
    why: { en: 'An empty file proves nothing.', nl: 'Een leeg bestand bewijst niets.' },
    fix: { en: 'Choose the file that shows it.', nl: 'Kies het bestand dat het laat zien.' },
  })
}
