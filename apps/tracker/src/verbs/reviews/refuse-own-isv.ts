import { Failure } from '../../domain/failure.ts'
import { belongsToIsv } from '../../domain/principal.ts'
import type { IsvContext } from '../define-verb.ts'

/**
 * Whoever holds a role in an ISV judges nothing of it, even where they are a reviewer as well.
 *
 * @throws Failure `four-eyes`
 */
export function refuseOwnIsv({ principal, place }: Pick<IsvContext, 'principal' | 'place'>): void {
  if (!belongsToIsv(principal, place.isvId)) return
  throw new Failure('four-eyes', {
    what: {
      en: 'You have a role in this ISV, so you cannot judge its work.',
      nl: 'U hebt een rol bij deze ISV, dus u kunt het werk ervan niet beoordelen.',
    },
    why: {
      en: 'Nobody decides for the ISV they belong to: somebody from outside has to look.',
      nl: 'Niemand beslist voor de ISV waar hij zelf bij hoort: iemand van buiten moet kijken.',
    },
    fix: { en: 'Leave it to another reviewer.', nl: 'Laat het over aan een andere beoordelaar.' },
  })
}
