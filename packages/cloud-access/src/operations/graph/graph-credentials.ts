import type { AcceptedCredentials } from '../operation.ts'

/** Graph takes both kinds once an administrator consented to the permission. */
export const consentedApplication: AcceptedCredentials = {
  application: 'accepted',
  delegated: 'accepted',
  alternative: 'Either kind needs the permission named on this page, consented to by an administrator.',
}

/** There is nobody behind an application's token. */
export const signedInPerson: AcceptedCredentials = {
  application: 'refused',
  delegated: 'accepted',
  alternative: 'An application reads a person by id: users.get.',
}
