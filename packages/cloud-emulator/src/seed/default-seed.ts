import type { Seed, SeedPermission } from './seed.ts'

/** The vendor's own tenant. */
const proseware = '0a0a0a0a-1111-4a4a-8a8a-000000000001'
const fabrikam = '0b0b0b0b-2222-4b4b-8b8b-000000000002'
const adatum = '0c0c0c0c-3333-4c4c-8c8c-000000000003'

/** The application with which the vendor deploys into its customers' tenants. */
const deployer = '0d0d0d0d-4444-4d4d-8d8d-000000000004'

/** How the built-in cloud is entered; the words say that nothing here is a secret. */
export const defaultEntrance = {
  tenant: fabrikam,
  clientId: deployer,
  clientSecret: 'not-a-secret-of-the-emulator',
  user: 'admin@fabrikam.example',
  password: 'not-a-password-of-the-emulator',
  /** Somebody of the vendor, who sells licences to both customers. */
  partner: { tenant: proseware, user: 'priya@proseware.example', password: 'not-a-password-of-the-emulator' },
} as const

const permissions: readonly SeedPermission[] = [
  {
    api: 'Microsoft Graph',
    delegated: [
      'User.Read',
      'User.ReadWrite.All',
      'Application.Read.All',
      'Directory.Read.All',
      'Organization.Read.All',
    ],
    application: ['User.ReadWrite.All', 'Application.Read.All', 'Directory.Read.All', 'Organization.Read.All'],
  },
  { api: 'PowerApps Service', delegated: ['User'] },
  { api: 'Flow Service', delegated: ['User', 'Flows.Read.All', 'Flows.Manage.All'] },
  { api: 'Azure Service Management', delegated: ['user_impersonation'] },
  {
    api: 'Power Platform API',
    delegated: [
      'Connectivity.Connections.Read',
      'EnvironmentManagement.Environments.Read',
      'PowerAutomate.Flows.Write',
    ],
  },
  { api: 'Dynamics CRM', delegated: ['user_impersonation'] },
  { api: 'Microsoft Partner Center', delegated: ['user_impersonation'] },
]

const licences = [
  {
    partNumber: 'O365_BUSINESS_PREMIUM',
    skuId: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
    units: 25,
    plans: [{ id: '76846ad7-7776-4c40-a281-a386362dd1b9', name: 'FLOW_O365_P2' }],
  },
  {
    partNumber: 'POWERAUTOMATE_ATTENDED_RPA',
    skuId: 'eda1941c-3c4f-4995-b5eb-e85a42175ab9',
    units: 5,
    plans: [{ id: '375cd0ad-c407-49fd-866a-0bff4f8a9a4d', name: 'POWER_AUTOMATE_ATTENDED_RPA' }],
  },
] as const

const premium = ['O365_BUSINESS_PREMIUM', 'POWERAUTOMATE_ATTENDED_RPA'] as const

/** A vendor (Proseware) and two customers: Fabrikam, where all is ready, and Adatum, where less is. */
export const defaultSeed: Seed = {
  tenants: [
    {
      id: proseware,
      name: 'Proseware (vendor)',
      domain: 'proseware.example',
      accounts: [
        {
          name: 'Priya Nair',
          userName: defaultEntrance.partner.user,
          password: defaultEntrance.password,
          roles: ['Global Administrator'],
          description: 'Builds the connector',
        },
      ],
      applications: [
        {
          id: deployer,
          name: 'Proseware deployment',
          audience: 'AzureADMultipleOrgs',
          secret: defaultEntrance.clientSecret,
          allowPublicClient: true,
          redirectUris: ['http://localhost', 'https://proseware.example/consented'],
          identifierUris: [`api://${deployer}`],
          exposes: ['access_as_user'],
          permissions,
          consented: true,
        },
      ],
      partner: { customers: [fabrikam, adatum], agreed: [fabrikam] },
      environments: [{ name: 'Proseware (default)', kind: 'Default', dataverse: { domain: 'orgproseware' } }],
    },
    {
      id: fabrikam,
      name: 'Fabrikam',
      domain: 'fabrikam.example',
      accounts: [
        {
          name: 'Femke Bakker',
          userName: defaultEntrance.user,
          password: defaultEntrance.password,
          roles: ['Global Administrator'],
          licences: premium,
          description: 'Administers Fabrikam',
        },
        {
          name: 'Milan Visser',
          userName: 'maker@fabrikam.example',
          password: defaultEntrance.password,
          licences: premium,
          description: 'Makes flows',
        },
        {
          name: 'Noor Smit',
          userName: 'member@fabrikam.example',
          password: defaultEntrance.password,
          licences: ['O365_BUSINESS_PREMIUM'],
          description: 'Works without a premium licence',
        },
      ],
      licences,
      installed: [{ application: deployer }],
      managementApplications: [deployer],
      environments: [
        {
          name: 'Fabrikam (default)',
          kind: 'Default',
          dataverse: { domain: 'orgfabrikam', applicationUsers: [deployer], unlicensed: ['member@fabrikam.example'] },
          connections: [
            {
              connector: 'shared_office365',
              name: 'Office 365 Outlook',
              owner: defaultEntrance.user,
              sharedWith: [{ principal: deployer, role: 'CanViewWithShare' }],
            },
            {
              connector: 'shared_sharepointonline',
              name: 'SharePoint',
              owner: defaultEntrance.user,
              sharedWith: [{ principal: deployer, role: 'CanViewWithShare' }],
            },
          ],
        },
        {
          id: '1b1b1b1b-2222-4b4b-8b8b-0000000000b1',
          name: 'Fabrikam Test',
          kind: 'Sandbox',
          makers: ['maker@fabrikam.example'],
          dataverse: { domain: 'orgfabrikamtest', applicationUsers: [deployer] },
        },
      ],
    },
    {
      id: adatum,
      name: 'Adatum',
      domain: 'adatum.example',
      accounts: [
        {
          name: 'Alex Jansen',
          userName: 'admin@adatum.example',
          password: defaultEntrance.password,
          roles: ['Global Administrator'],
          licences: ['O365_BUSINESS_PREMIUM'],
          description: 'Administers Adatum',
        },
        {
          name: 'Sam de Wit',
          userName: 'maker@adatum.example',
          password: defaultEntrance.password,
          licences: ['O365_BUSINESS_PREMIUM'],
          description: 'Makes flows',
        },
      ],
      licences: licences.slice(0, 1),
      installed: [{ application: deployer }],
      environments: [
        {
          name: 'Adatum (default)',
          kind: 'Default',
          dataverse: { domain: 'orgadatum', applicationUsers: [deployer] },
          dataPolicies: [
            {
              name: 'No social media',
              business: ['shared_office365', 'shared_sharepointonline', 'shared_commondataserviceforapps'],
              blocked: ['shared_twitter'],
            },
          ],
        },
      ],
    },
  ],
}
