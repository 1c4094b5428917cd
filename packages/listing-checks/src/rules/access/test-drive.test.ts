import { testRuleFamily } from '../../testing/offer-room.ts'
import { testDrive } from './test-drive.ts'

testRuleFamily(testDrive, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    { name: 'test drive removed', given: { offer: { testDrive: null } } },
    {
      name: 'test drive fields',
      given: {
        offer: {
          testDrive: {
            type: 'dynamicsForCustomerEngagement',
            description: 'Plan a trip.',
            accessInformation: 'Sign in and open Trips.',
            userManual: 'documents/overview.pdf',
            isDataReadOnly: true,
            maxConcurrent: 3,
            durationHours: 4,
            instanceUrl: 'https://fleetdesk.crm.dynamics.example/',
            webApiUrl: 'https://fleetdesk.api.crm.dynamics.example/',
            roleName: 'Fleet Desk Visitor',
            tenantId: '3f6c2e0a-7a52-4a0e-8d45-5a7d9c0f1b21',
            tenantName: 'fleetdesk.onmicrosoft.com',
            applicationId: '3f6c2e0a-7a52-4a0e-8d45-5a7d9c0f1b21',
          },
        },
        edition: '2018-02',
      },
    },
  ],
  fails: [
    {
      name: 'test drive removed',
      given: { offer: { testDrive: { type: 'logicApp' } } },
      finds: [{ rule: 'test-drive-removed', at: '/testDrive' }],
    },
    {
      name: 'test drive fields',
      given: {
        offer: {
          testDrive: {
            type: 'dynamicsForCustomerEngagement',
            description: 'Plan a trip.',
            accessInformation: 'Sign in and open Trips.',
            userManual: 'documents/overview.pdf',
            isDataReadOnly: true,
            maxConcurrent: 3,
            durationHours: 1,
            instanceUrl: 'https://fleetdesk.crm.dynamics.example/',
            webApiUrl: 'https://fleetdesk.api.crm.dynamics.example/',
            roleName: 'Fleet Desk Visitor',
            tenantId: '3f6c2e0a-7a52-4a0e-8d45-5a7d9c0f1b21',
            tenantName: 'fleetdesk.onmicrosoft.com',
            applicationId: '3f6c2e0a-7a52-4a0e-8d45-5a7d9c0f1b21',
          },
        },
        edition: '2018-02',
      },
      finds: [{ rule: 'test-drive-fields', at: '/testDrive/durationHours' }],
    },
    {
      name: 'test drive texts',
      given: {
        offer: {
          testDrive: {
            type: 'dynamicsForCustomerEngagement',
            description: 'Plan a trip.',
            userManual: 'documents/overview.pdf',
            isDataReadOnly: true,
            maxConcurrent: 3,
            durationHours: 4,
            instanceUrl: 'https://fleetdesk.crm.dynamics.example/',
            webApiUrl: 'https://fleetdesk.api.crm.dynamics.example/',
            roleName: 'Fleet Desk Visitor',
            tenantId: '3f6c2e0a-7a52-4a0e-8d45-5a7d9c0f1b21',
            tenantName: 'fleetdesk.onmicrosoft.com',
            applicationId: '3f6c2e0a-7a52-4a0e-8d45-5a7d9c0f1b21',
          },
        },
        edition: '2018-02',
      },
      finds: [{ rule: 'test-drive-texts', at: '/testDrive' }],
    },
    {
      name: 'test drive read only',
      given: {
        offer: {
          testDrive: {
            type: 'dynamicsForCustomerEngagement',
            description: 'Plan a trip.',
            accessInformation: 'Sign in and open Trips.',
            userManual: 'documents/overview.pdf',
            isDataReadOnly: false,
            maxConcurrent: 3,
            durationHours: 4,
            instanceUrl: 'https://fleetdesk.crm.dynamics.example/',
            webApiUrl: 'https://fleetdesk.api.crm.dynamics.example/',
            roleName: 'Fleet Desk Visitor',
            tenantId: '3f6c2e0a-7a52-4a0e-8d45-5a7d9c0f1b21',
            tenantName: 'fleetdesk.onmicrosoft.com',
            applicationId: '3f6c2e0a-7a52-4a0e-8d45-5a7d9c0f1b21',
          },
        },
        edition: '2018-02',
      },
      finds: [{ rule: 'test-drive-read-only', at: '/testDrive/isDataReadOnly' }],
    },
    {
      name: 'test drive role',
      given: {
        offer: {
          testDrive: {
            type: 'dynamicsForCustomerEngagement',
            description: 'Plan a trip.',
            accessInformation: 'Sign in and open Trips.',
            userManual: 'documents/overview.pdf',
            isDataReadOnly: true,
            maxConcurrent: 3,
            durationHours: 4,
            instanceUrl: 'https://fleetdesk.crm.dynamics.example/',
            webApiUrl: 'https://fleetdesk.api.crm.dynamics.example/',
            roleName: 'System Administrator',
            tenantId: '3f6c2e0a-7a52-4a0e-8d45-5a7d9c0f1b21',
            tenantName: 'fleetdesk.onmicrosoft.com',
            applicationId: '3f6c2e0a-7a52-4a0e-8d45-5a7d9c0f1b21',
          },
        },
        edition: '2018-02',
      },
      finds: [{ rule: 'test-drive-role', at: '/testDrive/roleName' }],
    },
  ],
})
