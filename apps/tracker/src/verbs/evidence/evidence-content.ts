import { createHash } from 'node:crypto'
import { z } from 'zod'
import { blobs, evidenceVersions } from '../../db/schema/index.ts'
import { personOf } from '../../domain/principal.ts'
import type { IsvContext } from '../define-verb.ts'
import { invalidInput } from '../parse-input.ts'
import { InspectedFile } from './inspected-file.ts'
import { refuseSecrets } from './refuse-secrets.ts'

/** What is handed in: one of three forms. */
export const evidenceContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), file: z.custom<InspectedFile>((value) => value instanceof InspectedFile) }),
  z.object({ kind: z.literal('link'), link: z.string().trim().min(1).max(2000) }),
  z.object({ kind: z.literal('statement'), statement: z.string().trim().min(20).max(20_000) }),
])

/** What is handed in. */
export type EvidenceContent = z.infer<typeof evidenceContent>

/** The content as its row holds it. */
type StoredContent = Pick<
  typeof evidenceVersions.$inferInsert,
  'kind' | 'fileName' | 'mediaType' | 'size' | 'hash' | 'link' | 'statement'
>

/**
 * Judges links and statements (files were judged when they came in), and says how the content is stored.
 *
 * @throws Failure `invalid-input` or `secret-found`
 */
export function storedContentOf(content: EvidenceContent): StoredContent {
  if (content.kind === 'file') {
    const { fileName, mediaType, size, hash } = content.file
    return { kind: 'file', fileName, mediaType, size, hash }
  }
  if (content.kind === 'link') {
    const link = checkedLink(content.link)
    return { kind: 'link', link, hash: hashOf(link) }
  }
  refuseSecrets(content.statement, { en: 'The statement', nl: 'De verklaring' }, 'statement')
  return { kind: 'statement', statement: content.statement, hash: hashOf(content.statement) }
}

/** What the content is called in a sentence. */
export function nameOfContent(content: Pick<StoredContent, 'kind' | 'fileName' | 'link'>): { en: string; nl: string } {
  if (content.kind === 'statement') return { en: 'a statement', nl: 'een verklaring' }
  const name = `“${content.kind === 'file' ? content.fileName : hostOf(content.link ?? '')}”`
  return content.kind === 'file'
    ? { en: name, nl: name }
    : { en: `a link to ${name}`, nl: `een koppeling naar ${name}` }
}

/** Writes a version, and its bytes unless the ISV has the very same already. */
export async function writeVersion(
  context: IsvContext,
  place: { readonly evidenceId: string; readonly number: number },
  content: EvidenceContent,
  stored: StoredContent,
): Promise<void> {
  const { transaction, now } = context
  const { organizationId, isvId } = context.place
  if (content.kind === 'file') {
    const { hash, size } = content.file
    await transaction
      .insert(blobs)
      .values({ organizationId, isvId, hash, size, content: content.file.content(), createdAt: now })
      .onConflictDoNothing()
  }
  await transaction.insert(evidenceVersions).values({
    id: context.newId('evv'),
    organizationId,
    isvId,
    ...place,
    ...stored,
    uploadedBy: personOf(context.principal) ?? 'tracker',
    uploadedAt: now,
  })
}

function checkedLink(link: string): string {
  const url = URL.canParse(link) ? new URL(link) : undefined
  if (url?.protocol !== 'https:' || !url.hostname.includes('.')) {
    throw invalidInput([
      {
        field: 'link',
        message: {
          en: 'Give a complete address that begins with https://.',
          nl: 'Geef een volledig adres dat begint met https://.',
        },
      },
    ])
  }
  if (url.username !== '' || url.password !== '') {
    throw invalidInput([
      {
        field: 'link',
        message: {
          en: 'Leave the user name and password out of the address.',
          nl: 'Laat de gebruikersnaam en het wachtwoord uit het adres weg.',
        },
      },
    ])
  }
  refuseSecrets(url.href, { en: 'The link', nl: 'De koppeling' }, 'link')
  return url.href
}

function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).hostname : ''
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
