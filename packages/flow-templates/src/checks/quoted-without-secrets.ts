import type { DraftFinding, RelatedPlace } from '@sevenstep/findings'
import { withoutSecrets } from '../scrub/text-leaks.ts'

/**
 * A finding that holds no secret. Names are quoted, in pointers too, and whoever names a step after an address may quote its
 * signature.
 */
export function quotedWithoutSecrets<Quoting extends Pick<DraftFinding, 'message' | 'pointer' | 'related'>>(
  finding: Quoting,
): Quoting {
  const { message, pointer, related } = finding
  return {
    ...finding,
    message: { what: withoutSecrets(message.what), why: message.why, fix: withoutSecrets(message.fix) },
    ...(pointer !== undefined && { pointer: pointerWithoutSecrets(pointer) }),
    ...(related !== undefined && { related: related.map(withoutSecretsIn) }),
  }
}

function withoutSecretsIn({ note, ...place }: RelatedPlace): RelatedPlace {
  const { pointer } = place
  return {
    ...place,
    note: withoutSecrets(note),
    ...(pointer !== undefined && { pointer: pointerWithoutSecrets(pointer) }),
  }
}

/** Name by name, as they are in the file: a pointer escapes what tells a secret from other text. */
function pointerWithoutSecrets(pointer: string): string {
  const names = pointer.split('/').map((written) => {
    const name = written.replaceAll('~1', '/').replaceAll('~0', '~')
    const clean = withoutSecrets(name)
    return clean === name ? written : clean.replaceAll('~', '~0').replaceAll('/', '~1')
  })
  return names.join('/')
}
