import { exitCodes } from '../../exit-codes.ts'
import { Failure } from '../../failure.ts'
import type { CheckFlags } from '../check-flags.ts'
import { isDocument, type Source } from '../source.ts'

/**
 * Makes sure that what was asked for fits something that was found.
 *
 * @throws Failure for a profile, edition or capability that nothing takes.
 */
export function expectFittingFlags(sources: readonly Source[], flags: CheckFlags): void {
  const documents = sources.filter(isDocument)
  const { profile, edition, capability, facts } = flags
  const isTaken =
    profile === undefined ||
    sources.length === 0 ||
    documents.some(({ document }) => document.profiles.includes(profile)) ||
    (documents.length < sources.length && profile !== 'production' && profile !== 'development')
  if (!isTaken) {
    throw new Failure(
      exitCodes.usage,
      `The profile "${profile}" fits nothing that was found.`,
      'Connectors are judged as verified-publisher, independent-publisher or custom; app registrations as production or development.',
      'Give a profile of what you check, or leave --profile out.',
    )
  }
  if (documents.length > 0 || sources.length === 0) return
  const flag = edition !== undefined ? '--edition' : capability !== undefined ? '--capability' : '--facts'
  if (edition === undefined && capability === undefined && facts === undefined) return
  throw new Failure(
    exitCodes.usage,
    `${flag} fits nothing that was found.`,
    'It says how an app registration is judged, and there is none among the paths.',
    `Name the manifest of an app registration, or leave ${flag} out.`,
  )
}
