import { type PlantedFault, set, setField } from '../plant.ts'

/** Kinds of faults in credentials, links and the publisher. */
export const trustFaults: readonly PlantedFault[] = [
  {
    name: 'a certificate that ran out',
    rule: 'credential-not-expired',
    plant: (m, f) =>
      set(m, ['keyCredentials', 0, f === 'microsoft-graph' ? 'endDateTime' : 'endDate'], '2026-11-19T00:00:00Z'),
  },
  {
    name: 'a certificate that runs out next week',
    rule: 'credential-not-expiring',
    plant: (m, f) =>
      set(m, ['keyCredentials', 0, f === 'microsoft-graph' ? 'endDateTime' : 'endDate'], '2026-11-27T00:00:00Z'),
  },
  {
    name: 'an end that is no date',
    rule: 'credential-end-valid',
    plant: (m, f) => set(m, ['keyCredentials', 0, f === 'microsoft-graph' ? 'endDateTime' : 'endDate'], 'never'),
  },
  {
    name: 'a secret',
    rule: 'credential-certificate-preferred',
    plant: (m) => `${set(m, ['passwordCredentials'], [{ keyId: 'k', endDateTime: '2028-01-01' }])}/0`,
  },
  {
    name: 'the value of a secret',
    rule: 'credential-no-secret-value',
    also: ['credential-certificate-preferred'],
    plant: (m) => `${set(m, ['passwordCredentials'], [{ keyId: 'k', secretText: 'not-a-real-secret' }])}/0/secretText`,
  },
  {
    name: 'terms over http',
    rule: 'info-terms-link',
    plant: (m, f) => setField(m, f, 'terms', 'http://fleetdesk.example/terms'),
  },
  {
    name: 'no privacy statement',
    rule: 'info-privacy-link',
    plant(m, f) {
      setField(m, f, 'privacy', null)
      return f === 'microsoft-graph' ? '/info' : '/informationalUrls'
    },
  },
  {
    name: 'a mail address for support',
    rule: 'info-support-link',
    plant: (m, f) => setField(m, f, 'support', 'help@fleetdesk.example'),
  },
  {
    name: 'Microsoft’s domain',
    rule: 'publisher-domain-own',
    plant: (m) => set(m, ['publisherDomain'], 'fleetdesk.onmicrosoft.com'),
  },
  {
    name: 'nobody verified',
    rule: 'publisher-verified',
    formats: ['microsoft-graph'],
    plant: (m) => set(m, ['verifiedPublisher'], { displayName: null }),
  },
]
