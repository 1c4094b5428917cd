import type { EvidencePiece } from '../../reads/items/read-item.ts'
import type { Texts } from '../../texts/index.ts'

/** What a version is called: its file, the host it links to, or that it is a statement. */
export function nameOfVersion(version: EvidencePiece['versions'][number] | undefined, texts: Texts): string {
  if (version?.kind === 'file') return version.fileName ?? ''
  if (version?.kind === 'link') return new URL(version.link ?? '').hostname
  return texts.items.evidence.statement
}
