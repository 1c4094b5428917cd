import type { FailureText } from '../failure-text.ts'

const documentation = [{ name: 'Dataverse Web API documentation', confidence: 'documentation' }] as const
const seen = (name: string, confidence: 'source' | 'issue' | 'unverified') => [{ name, confidence }] as const

/** Failures of Dataverse: rows, solutions, imports, limits. */
export const dataverseFailures = {
  'requests-exhausted': {
    what: 'Dataverse takes no more requests of this account for the moment.',
    why: 'An account may send 6,000 requests in five minutes to one server.',
    fix: 'Wait as long as it says. Run less at a time, or spread the work over accounts.',
    signs: [{ codes: ['0x80072322', '-2147015902'] }],
    sources: documentation,
  },
  'execution-time-exhausted': {
    what: 'Dataverse does no more work for this account for the moment.',
    why: 'The requests of an account may take 1,200 seconds together within five minutes.',
    fix: 'Wait as long as it says. Send smaller requests, less at a time.',
    signs: [{ codes: ['0x80072321', '-2147015903'] }],
    sources: documentation,
  },
  'concurrency-exhausted': {
    what: 'Too many requests of this account run at the same time.',
    why: 'An account may have 52 requests under way on one server.',
    fix: 'Let fewer run in parallel.',
    signs: [{ codes: ['0x80072326', '-2147015898'] }],
    sources: documentation,
  },
  'row-not-found': {
    what: 'There is no such row.',
    why: 'The id is wrong, or the row was deleted.',
    fix: 'Read the table again and take the id from there.',
    signs: [{ codes: ['0x80040217'] }, { messages: ['Does Not Exist'], status: 404 }],
    sources: documentation,
  },
  'row-exists-already': {
    what: 'A row with this key exists already.',
    why: 'It was made before, perhaps by an earlier run whose answer was lost.',
    fix: 'Read it and go on with it, instead of making another.',
    signs: [
      { codes: ['DuplicateRecord', '0x80040237', '0x80060892'] },
      { messages: ['A record with matching key values already exists'] },
    ],
    sources: documentation,
  },
  'row-changed-meanwhile': {
    what: 'The row was changed by somebody else in the meantime.',
    why: 'Its version is no longer the one that this request was made for.',
    fix: 'Read the row again and decide anew.',
    signs: [{ codes: ['ConcurrencyVersionMismatch', '0x80060882'] }],
    sources: documentation,
  },
  'query-not-understood': {
    what: 'Dataverse does not understand the query.',
    why: 'A column, filter or option in it does not exist or is misspelt.',
    fix: 'Correct what its words name.',
    signs: [{ codes: ['0x80060888'] }],
    sources: seen('Code of the message', 'unverified'),
  },
  'body-not-understood': {
    what: 'Dataverse does not understand the body of the request.',
    why: 'A column in it does not exist, or a value is of the wrong kind.',
    fix: 'Correct what its words name.',
    signs: [{ codes: ['0x80048d19'] }],
    sources: seen('Code of the message', 'unverified'),
  },
  'row-in-use': {
    what: 'The row cannot be deleted while others point to it.',
    why: 'Something depends on it.',
    fix: 'Remove what depends on it first.',
    signs: [{ codes: ['CannotDeleteDueToAssociation', '0x80048d21'] }],
    sources: documentation,
  },
  'privilege-missing': {
    what: 'The account lacks a privilege in this environment’s database.',
    why: 'Its security roles do not allow this on this table; the message names the privilege.',
    fix: 'Give the account a role with that privilege, for example System Customizer.',
    signs: [{ codes: ['0x80040220'] }, { messages: ['is missing prv', 'missing prv'] }],
    sources: documentation,
  },
  'not-an-organization-user': {
    what: 'The application is not a user of this environment’s database.',
    why: 'A token of an application is accepted only where the application was added as an application user; in a new environment that takes some minutes.',
    fix: 'Add it (Power Platform admin centre, S2S apps), and wait up to ten minutes in a new environment.',
    signs: [
      { codes: ['0x80072560'] },
      { messages: ['The user is not a member of the organization', 'is not a member of the organization'] },
    ],
    sources: seen('microsoft/terraform-provider-power-platform', 'source'),
  },
  'application-user-deleted': {
    what: 'A deleted application user stands in the way.',
    why: 'The application was a user here before; while its deleted row is kept it cannot be added again.',
    fix: 'Have an administrator delete the row for good, then add the application.',
    sources: seen('microsoft/terraform-provider-power-platform', 'source'),
  },
  'flow-still-on': {
    what: 'The flow is turned on and cannot be deleted.',
    why: 'Dataverse deletes a flow only when it is off.',
    fix: 'Turn it off first.',
    signs: [{ messages: ['Cannot delete an active workflow definition'] }],
    sources: documentation,
  },
  'solution-work-running': {
    what: 'Another import, publication or removal is running in this environment.',
    why: 'An environment does one of them at a time.',
    fix: 'Wait until it has ended; Solution History shows it.',
    signs: [{ messages: ['Cannot start another ['] }, { codes: ['0x80071151'] }],
    sources: seen('ewingjm/development-hub #26', 'issue'),
  },
  'solution-import-failed': {
    what: 'The solution was not imported.',
    why: 'Dataverse found faults in it; they are listed below.',
    fix: 'Mend what it names, then import again.',
    sources: seen('microsoft/terraform-provider-power-platform', 'source'),
  },
  'solution-stage-failed': {
    what: 'The solution would not import into this environment.',
    why: 'The trial found faults; nothing was changed.',
    fix: 'Mend what it names, then try again.',
    sources: seen('microsoft/terraform-provider-power-platform', 'source'),
  },
  'solution-not-found': {
    what: 'There is no such solution in this environment.',
    why: 'It is not installed here, or its unique name is another.',
    fix: 'List the solutions and take the unique name from there.',
    sources: documentation,
  },
  'solution-version-lower': {
    what: 'A higher version of the solution is installed already.',
    why: 'Dataverse does not go back to a lower version of a managed solution.',
    fix: 'Raise the version of the package, or remove the installed solution first.',
    signs: [{ messages: ['lower version', 'version is not greater than'] }],
    sources: seen('Words of the message', 'unverified'),
  },
  'dependencies-missing': {
    what: 'The solution needs others that are not installed.',
    why: 'Its parts refer to parts of other solutions.',
    fix: 'Install the solutions named below first, in at least the versions named.',
    signs: [{ codes: ['0x80048033', '0x8004801f'] }, { messages: ['missing dependencies', 'MissingDependenc'] }],
    sources: seen('Codes of the message', 'unverified'),
  },
  'layer-unmanaged': {
    what: 'Something in the environment was changed by hand and covers the solution’s part.',
    why: 'Unmanaged changes win over a managed solution.',
    fix: 'Remove the unmanaged layer (Solution layers) or import with overwriting it.',
    sources: seen('microsoft/terraform-provider-power-platform', 'source'),
  },
  'batch-reference-unknown': {
    what: 'A part of the batch refers to one that does not come before it.',
    why: 'References go backwards only.',
    fix: 'Put the part that is referred to first.',
    signs: [{ messages: ['does not exist in the batch context'] }],
    sources: documentation,
  },
} as const satisfies Record<string, FailureText>
