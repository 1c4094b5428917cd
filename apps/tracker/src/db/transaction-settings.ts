import { escapeLiteral } from 'pg'
import type { Scope } from './scope.ts'

/** The settings that the policies read, by scope; what is not set is not seen. */
function settingsOf(scope: Scope): readonly (readonly [name: string, value: string | undefined])[] {
  switch (scope.kind) {
    case 'isv':
      return [
        ['app.isv_id', scope.isvId],
        ['app.isv_organization', scope.organizationId],
        ['app.internal', scope.internal ? 'on' : undefined],
      ]
    case 'programme':
      return [['app.organization_id', scope.organizationId]]
    case 'person':
      return [
        ['app.user_id', scope.userId],
        ['app.secret_hash', scope.secretHash],
      ]
    case 'tracker':
      return []
  }
}

/**
 * The statements that begin a transaction in a scope, as one text and so as one round trip. The settings last until the
 * transaction ends.
 */
export function beginIn(scope: Scope): string {
  const calls = settingsOf(scope)
    .filter((setting): setting is readonly [string, string] => setting[1] !== undefined)
    .map(([name, value]) => `set_config(${escapeLiteral(name)}, ${escapeLiteral(value)}, true)`)
  return calls.length === 0 ? 'begin' : `begin;select ${calls.join(',')}`
}
