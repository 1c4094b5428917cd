import type { AcceptedCredentials, Confidence, Repetition, ServiceName } from '../src/operations/index.ts'

/** Services as a reader knows them. */
export const serviceNames: Readonly<Record<ServiceName, string>> = {
  'business-applications': 'Business application platform (BAP)',
  'power-apps': 'Power Apps API',
  flow: 'Flow API',
  'power-platform': 'Power Platform API',
  'power-platform-environment': 'Power Platform API, host of one environment',
  dataverse: 'Dataverse Web API',
  graph: 'Microsoft Graph',
  'partner-center': 'Partner Center REST API',
  storage: 'Signed address (Azure Blob Storage)',
}

/** What an application's token is worth. */
export const applicationWords: Readonly<Record<AcceptedCredentials['application'], string>> = {
  accepted: 'accepted',
  registered: 'accepted once it is registered',
  refused: 'refused',
  unknown: 'not known',
}

/** What may be done after an answer that never came. */
export const repetitionWords: Readonly<Record<Repetition, string>> = {
  safe: 'Safe to repeat: it changes nothing.',
  idempotent: 'Safe to repeat: doing it twice leaves the same as doing it once.',
  start: 'Not repeated after an answer that never came: it would begin or make something a second time. Look first.',
}

/** How we know. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  run: 'run: an independent client was driven against it',
  source: 'read in the source or fixtures of a shipping client',
  documentation: 'Microsoft’s documentation',
  issue: 'a public thread',
  community: 'other people’s code, a single line of evidence',
  unverified: 'not verified',
}
