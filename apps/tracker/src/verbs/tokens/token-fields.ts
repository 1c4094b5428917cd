import { may, type Place, type Principal } from '../../domain/principal.ts'
import { type Action, neverForTokens, permissions } from '../../domain/roles.ts'

/** Begins every token, so that scanners for secrets know one when they see it. */
export const tokenPrefix = 'svn_'

/** The longest life of a token in days. */
export const longestTokenDays = 365

/** The lives that are offered, in days. */
export const tokenLives = [30, 90, 180, longestTokenDays] as const

/** Everything a token may ever be allowed; judging and making further tokens stay with people. */
export const tokenScopes: readonly Action[] = [...new Set(Object.values(permissions).flat())].filter(
  (action) => !neverForTokens.includes(action),
)

/** What somebody may allow a token of theirs in a place: what they may do there themselves, as far as tokens may. */
export function scopesFor(principal: Principal, place: Place): readonly Action[] {
  return tokenScopes.filter((action) => may(principal, action, place))
}
