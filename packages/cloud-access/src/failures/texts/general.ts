import type { FailureText } from '../failure-text.ts'

const sources: FailureText['sources'] = [{ name: 'RFC 9110, status codes', confidence: 'documentation' }]

/** What can be said from the status alone; used where neither code nor message is known. */
export const generalFailures = {
  'request-refused': {
    what: 'The service does not accept the request.',
    why: 'Something in it is not as the service wants it; its own words are below.',
    fix: 'Correct what the service names.',
    sources,
  },
  'token-refused': {
    what: 'The service does not accept the token.',
    why: 'It has expired, was withdrawn, or is meant for another service.',
    fix: 'Sign in again. If it persists, check that cloud, tenant and service belong together.',
    signs: [{ codes: ['InvalidAuthenticationToken', 'ExpiredAuthenticationToken'] }],
    sources,
  },
  'not-allowed': {
    what: 'You may not do this.',
    why: 'The account lacks a role or permission for it.',
    fix: 'Ask an administrator of the tenant or environment for the right, or use another account.',
    sources,
  },
  'not-found': {
    what: 'The thing asked for does not exist here, or this account cannot see it.',
    why: 'The name is wrong, it was deleted, it lives in another environment, or it is not shared with this account.',
    fix: 'Check name and environment, and that the account may see it. Something made a moment ago may take minutes to appear.',
    sources,
  },
  'method-refused': {
    what: 'The service does not allow this on the thing asked for.',
    why: 'It cannot be changed or deleted in this way.',
    fix: 'Read the service’s words below; often something else has to be undone first.',
    sources,
  },
  conflict: {
    what: 'The thing is in a state in which this cannot be done.',
    why: 'Other work on it is under way, or it exists already.',
    fix: 'Wait for the other work to end, then run again.',
    sources,
  },
  'changed-meanwhile': {
    what: 'The thing was changed by somebody else in the meantime.',
    why: 'Its version is no longer the one that this request was made for.',
    fix: 'Read it again and decide anew.',
    sources,
  },
  'request-too-large': {
    what: 'The request is larger than the service accepts.',
    why: 'Each service has a limit for one request.',
    fix: 'Split it, or make what it carries smaller.',
    sources,
  },
  throttled: {
    what: 'The service takes no more requests for the moment.',
    why: 'Too many were sent in a short time, by this run or others of the same account.',
    fix: 'Wait as long as it says and run again with less at a time.',
    signs: [{ codes: ['TooManyRequests', 'RateLimitExceeded'] }],
    sources,
  },
  'service-failed': {
    what: 'The service failed.',
    why: 'The fault lies with the service; repeating the request did not help.',
    fix: 'Run again later. If it persists, give Microsoft’s support the request ids below.',
    sources,
  },
  unknown: {
    what: 'The service answered with a failure that is not in our list.',
    why: 'Its own words are below; we cannot say more.',
    fix: 'Search for its code, or give the request ids to Microsoft’s support.',
    sources,
  },
} as const satisfies Record<string, FailureText>
