import { findSecrets } from '@sevenstep/certification-rules'
import type { Text } from '@sevenstep/onboarding'
import { refuse } from './refusals.ts'

/**
 * Refuses a text that holds a key, token or password. The refusal names the place and the kind, never the secret.
 *
 * @param where what the text is, as a person would say it
 * @throws Failure `secret-found`
 */
export function refuseSecrets(text: string, where: Text, field: 'file' | 'link' | 'statement' | 'comment'): void {
  const [found] = findSecrets(text)
  if (found === undefined) return
  const line = lineAt(text, found.start)
  throw refuse('secret-found', field, {
    what: {
      en: `${where.en}, line ${line}: this looks like a secret (${found.kind}).`,
      nl: `${where.nl}, regel ${line}: dit lijkt een geheim (${found.kind}).`,
    },
    why: {
      en: 'Nothing was kept: who can read evidence could use it.',
      nl: 'Er is niets bewaard: wie bewijs kan lezen, zou het kunnen gebruiken.',
    },
    fix: {
      en: 'Withdraw the secret where it was given out, put a placeholder in its place, and hand it in again.',
      nl: 'Trek het geheim in waar het is uitgegeven, zet er een plaatshouder voor in de plaats en dien opnieuw in.',
    },
  })
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}
