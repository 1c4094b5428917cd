import { isProgrammeStaff, may } from '../../domain/principal.ts'
import type { Viewer } from '../../pages/checklist/viewer.ts'
import type { SignedIn } from '../environment.ts'
import type { IsvPlace } from '../places.ts'

/** What the person at the browser may do with a product of an ISV; nothing may be changed once the ISV is archived. */
export function viewerOf({ principal }: SignedIn, place: IsvPlace, archived: boolean): Viewer {
  return {
    side: isProgrammeStaff(principal) ? 'us' : 'isv',
    userId: principal.userId,
    can: (action) => !archived && may(principal, action, place),
    formKey: crypto.randomUUID(),
  }
}
