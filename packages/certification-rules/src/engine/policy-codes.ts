/**
 * Families of Microsoft's certification policy codes and the rules that fall under them. Known at second hand only: the
 * published list was not at hand in full, so no last number is given and every use is marked as of low confidence.
 */
const policyFamilies: readonly PolicyFamily[] = [
  {
    code: '5000.1.1.x',
    about: 'package structure',
    rules: /^(package-|file-(icon|intro|definition|properties|readme)-)/,
  },
  { code: '5000.2.1.x', about: 'icon and brand colour', rules: /^(icon-|props-brand-color-)/ },
  { code: '5000.2.2.x', about: 'title', rules: /^info-title-/ },
  { code: '5000.2.3.x', about: 'description', rules: /^info-description-/ },
  { code: '5000.2.4.x', about: 'operations and responses', rules: /^(op|response)-/ },
  { code: '5000.2.6.x', about: 'definition, host and uiDefinition', rules: /^(swagger|host|auth-param)-/ },
  { code: '5000.3.1.x', about: 'listing', rules: /^metadata-(website|privacy-policy|url-)/ },
]

/** When and where the families were read. */
export const policyFamiliesSource =
  'third parties quoting Microsoft’s page on certification policy errors, seen 2026-11-20'

/** One family of policy codes. */
export interface PolicyFamily {
  /** With `x` for what is not known. */
  readonly code: string
  readonly about: string
  readonly rules: RegExp
}

/** The family of policy codes a rule falls under; nothing when none is known. */
export function policyFamilyOf(rule: string): PolicyFamily | undefined {
  return policyFamilies.find((family) => family.rules.test(rule))
}
