import type { RuleSetting } from '@sevenstep/findings'
import { type CapabilityId, capabilityOf, type Need } from '../../data/capabilities.ts'
import { apiOf } from '../../data/permissions.ts'
import type { SourceKey } from '../../data/sources.ts'
import { type CheckContext, defineRuleFamily, type RuleFamily } from '../../engine/rule-family.ts'
import type { AppRegistration } from '../../registration/app-registration.ts'
import { addScopes, asksFor, placeOfApi } from './requested-permissions.ts'

/** A family that asks whether capabilities have the scopes they need. */
export interface NeededScopes {
  /** Of the family and of its one rule. */
  readonly id: string
  readonly title: string
  readonly setting: RuleSetting
  readonly sources: readonly SourceKey[]
  readonly confidence?: 'low'
  readonly capabilities: readonly CapabilityId[]
  /** What users or the program see without the scope. */
  readonly why: string
}

/** Said by every rule that has to know what the application does. */
export const noCapabilities = 'Nobody said what the application does (no capabilities were named).'

/** Makes a family that reports each scope a named capability needs and the manifest does not ask for. */
export function defineNeededScopes(needed: NeededScopes): RuleFamily {
  const { id, title, setting, sources, confidence, why } = needed
  return defineRuleFamily({
    id,
    group: 'Permissions',
    rules: {
      [id]: {
        title,
        setting,
        sources,
        ...(confidence !== undefined && { confidence }),
        mend: 'proposed',
        messages: {
          found: {
            what: 'To {capability}, the application needs {scopes} of {api}, and does not ask for it.',
            why,
            fix: 'Add the delegated permission {scopes} of {api} ({ids}).',
          },
        },
      },
    },
    check: (context) => checkNeeds(context, needed),
    mends: { [id]: addScopes },
  })
}

function checkNeeds({ subject, report, notChecked }: CheckContext, { id, capabilities }: NeededScopes): void {
  const { registration, capabilities: wanted } = subject
  if (wanted === undefined) {
    notChecked(id, noCapabilities)
    return
  }
  const told = new Set<string>()
  for (const name of capabilities) {
    const capability = wanted.has(name) ? capabilityOf(name) : undefined
    for (const need of capability?.needs ?? []) {
      for (const missing of missingScopes(registration, need)) {
        const key = `${need.api} ${missing.join(' ')}`
        if (told.has(key)) continue
        told.add(key)
        report(id, placeOfApi(registration, need.api), { data: wordsFor(need, missing, capability?.title ?? name) })
      }
    }
  }
}

/** Each scope that is missing, or the whole choice where any one of several would do. */
function missingScopes(registration: AppRegistration, { api, scopes, isAnyEnough }: Need): readonly string[][] {
  const missing = scopes.filter((value) => !asksFor(registration, api, value))
  if (isAnyEnough === true) return missing.length === scopes.length ? [[...scopes]] : []
  return missing.map((value) => [value])
}

function wordsFor({ api }: Need, missing: readonly string[], capability: string) {
  const { name, scopes } = apiOf(api)
  const known = scopes.filter(({ value }) => missing.includes(value))
  return {
    capability: capability.charAt(0).toLowerCase() + capability.slice(1),
    scopes: missing.join(' or '),
    api: name,
    ids: known.map(({ id }) => id).join(' or '),
    apiKey: api,
    values: missing[0] ?? '',
  }
}
