import type { FailureText } from '../failure-text.ts'

const unverified = [{ name: 'General knowledge, not looked up again', confidence: 'unverified' }] as const

/** Failures of Graph and of storage addresses. */
export const otherServiceFailures = {
  'signed-address-ended': {
    what: 'The storage does not accept the signed address.',
    why: 'It has expired (they live for minutes), or it was cut off or changed.',
    fix: 'Ask the service for a fresh address and use it at once.',
    signs: [{ codes: ['AuthenticationFailed'] }, { messages: ['Signature not valid', 'Signature did not match'] }],
    sources: unverified,
  },
  'blob-not-found': {
    what: 'There is nothing at the signed address.',
    why: 'It was removed, or the name is wrong.',
    fix: 'Export or upload again.',
    signs: [{ codes: ['BlobNotFound', 'ContainerNotFound'] }],
    sources: unverified,
  },
  'directory-object-not-found': {
    what: 'The directory knows no such user, group or application.',
    why: 'The id is wrong, or it was deleted.',
    fix: 'Look it up by its name in the directory.',
    signs: [{ codes: ['Request_ResourceNotFound'] }],
    sources: unverified,
  },
  'permission-missing': {
    what: 'The directory does not allow this account or application to do this.',
    why: 'A Graph permission is missing or not consented.',
    fix: 'Add the permission named on the operation’s page to the registration and have an administrator consent.',
    signs: [{ codes: ['Authorization_RequestDenied'] }],
    sources: unverified,
  },
  'directory-request-refused': {
    what: 'The directory does not accept the request.',
    why: 'A property or filter in it is not supported.',
    fix: 'Correct what the directory names.',
    signs: [{ codes: ['Request_BadRequest', 'Request_UnsupportedQuery'] }],
    sources: unverified,
  },
  'licence-not-available': {
    what: 'No licence of this kind is left in the tenant.',
    why: 'All that were bought are assigned.',
    fix: 'Buy more or take one back from another account.',
    signs: [{ messages: ['does not have any available licenses', 'does not have enough licenses'] }],
    sources: unverified,
  },
} as const satisfies Record<string, FailureText>
