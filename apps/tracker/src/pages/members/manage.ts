import type { Role } from '../../domain/roles.ts'

/** What the one who looks may do with the people of a place. */
export interface MembersViewer {
  readonly userId: string
  /** Sees account names and sign-ins, changes roles, sees every invitation and token. */
  readonly manages: boolean
  /** Roles the viewer may invite to; none where they may not invite. */
  readonly invites: readonly Role[]
  /** Made anew for each showing of a form. */
  readonly formKey: string
}
