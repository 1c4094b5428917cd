import { Failure, versionConflict } from '../../domain/failure.ts'

/** The strong entity tag of a row's version. */
export function tagOf(version: number): string {
  return `"${version}"`
}

/**
 * The version that a change was made on, from `If-Match`.
 *
 * @throws Failure `version-required` without one; `version-conflict` for a tag that no version of ours can have
 */
export function versionFrom(ifMatch: string | undefined): number {
  if (ifMatch === undefined || ifMatch.trim() === '*') throw versionRequired()
  const [, digits] = /^"(\d{1,9})"$/.exec(ifMatch.trim()) ?? []
  if (digits === undefined) throw versionConflict({})
  return Number(digits)
}

/** True where the client has this version already. Weak and strong tags count alike here (RFC 9110, 13.1.2). */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
}

function versionRequired(): Failure {
  return new Failure('version-required', {
    what: { en: 'Nothing was changed.', nl: 'Er is niets gewijzigd.' },
    why: {
      en: 'The request does not say which version it changes.',
      nl: 'Het verzoek zegt niet welke versie het wijzigt.',
    },
    fix: {
      en: 'Read the resource and send its ETag as If-Match.',
      nl: 'Lees de bron en stuur de ETag ervan mee als If-Match.',
    },
  })
}
