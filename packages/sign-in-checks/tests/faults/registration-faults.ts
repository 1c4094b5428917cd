import { type PlantedFault, set, setField } from '../plant.ts'

const personal = 'AzureADandPersonalMicrosoftAccount'
const withPersonal = ['microsoft-graph', 'azure-ad-graph'] as const

/** Kinds of faults about the registration itself. */
export const registrationFaults: readonly PlantedFault[] = [
  { name: 'an id that is a name', rule: 'app-id-guid', plant: (m) => set(m, ['appId'], 'fleet-desk') },
  {
    name: 'an id in braces',
    rule: 'app-id-guid',
    plant: (m) => set(m, ['appId'], '{0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11}'),
  },
  {
    name: 'a misspelt audience',
    rule: 'app-audience-known',
    plant: (m) => set(m, ['signInAudience'], 'AzureAdMultipleOrgs'),
  },
  {
    name: 'one directory alone',
    rule: 'app-audience-multi-tenant',
    plant: (m, f) =>
      f === 'azure-ad-graph-early'
        ? set(m, ['availableToOtherTenants'], false)
        : set(m, ['signInAudience'], 'AzureADMyOrg'),
  },
  {
    name: 'personal accounts alone',
    rule: 'app-audience-multi-tenant',
    formats: withPersonal,
    plant: (m) => set(m, ['signInAudience'], 'PersonalMicrosoftAccount'),
  },
  {
    name: 'version 1 with personal accounts',
    rule: 'app-token-version-2',
    formats: withPersonal,
    plant(m, f) {
      set(m, ['signInAudience'], personal)
      return setField(m, f, 'tokenVersion', 1)
    },
  },
  {
    name: 'mapped claims from everybody',
    rule: 'app-no-mapped-claims',
    plant: (m, f) => setField(m, f, 'mappedClaims', true),
  },
  {
    name: 'a public client without need',
    rule: 'app-public-client-off',
    plant: (m, f) => setField(m, f, 'publicClient', true),
  },
  {
    name: 'no public client for a device code',
    rule: 'app-public-client-for-device-code',
    capabilities: ['device-code'],
    plant: (m, f) => setField(m, f, 'publicClient', false),
  },
  {
    name: 'true as a text',
    rule: 'app-public-client-boolean',
    plant: (m, f) => setField(m, f, 'publicClient', 'true'),
  },
  {
    name: '1,300 roles',
    rule: 'app-manifest-max-entries',
    plant(m) {
      set(
        m,
        ['appRoles'],
        Array.from({ length: 1300 }, (_, at) => ({ value: `Role.${at}` })),
      )
      return ''
    },
  },
  {
    name: 'a key of another format',
    rule: 'app-manifest-one-format',
    plant: (m, f) =>
      f === 'microsoft-graph' ? set(m, ['oauth2AllowImplicitFlow'], false) : set(m, ['isFallbackPublicClient'], false),
  },
]
