import type { Lesson } from '@sevenstep/rule-engine/handed-on'
import type { ReadManifest } from '../registration/read-app-registration.ts'
import { type CheckOptions, checkAppRegistration } from './check-app-registration.ts'

/**
 * What a registration tells those who judge an offer: which application it is, and what speaks against it as that of a
 * landing page. Judged by all rules, whichever a run was narrowed to, and without what a tenant answered: who takes it relies
 * on this file alone. Nothing where it could not be read.
 */
export function lessonOfRegistration(
  manifest: ReadManifest,
  from: string,
  options: Pick<CheckOptions, 'edition' | 'today' | 'settings' | 'capabilities'> = {},
): Lesson | undefined {
  const { registration } = manifest
  if (registration === undefined) return undefined
  const { capabilities, ...rest } = options
  const isSaidToBe = capabilities?.includes('landing-page')
  const { findings } = checkAppRegistration(manifest, {
    ...rest,
    capabilities: isSaidToBe === true ? (capabilities ?? []) : ['landing-page'],
  }).subject
  const failed = findings.flatMap(({ severity, ruleId }) => (severity === 'error' ? [ruleId] : []))
  const id = registration.member('appId')?.value
  return {
    from,
    registration: {
      applicationId: typeof id === 'string' ? id.toLowerCase() : undefined,
      redirects: registration.redirects.map(({ value }) => value),
      failedRules: [...new Set(failed)].sort(),
      isSaidToBe,
    },
  }
}
