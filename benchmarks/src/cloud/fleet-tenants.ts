import type { Seed } from '@sevenstep/cloud-emulator'

/** Ids of one customer of the fleet. */
export interface FleetTenant {
  readonly name: string
  readonly tenant: string
  readonly environment: string
}

/** The vendor's application, which deploys everywhere; its secret is plainly none. */
export const deployer = {
  id: '0d0d0d0d-4444-4d4d-8d8d-000000000004',
  secret: 'not-a-secret-of-the-benchmark',
} as const

/** So many customers with one environment each. */
export function fleetTenants(count: number): FleetTenant[] {
  return Array.from({ length: count }, (_, number) => {
    const tenant = `0b0b0b0b-2222-4b4b-8b8b-${String(number + 1).padStart(12, '0')}`
    return { name: `customer-${number + 1}`, tenant, environment: `Default-${tenant}` }
  })
}

/** A cloud that holds the vendor and these customers, who let its application in. */
export function fleetSeed(tenants: readonly FleetTenant[]): Seed {
  return {
    tenants: [
      {
        id: '0a0a0a0a-1111-4a4a-8a8a-000000000001',
        name: 'Vendor',
        domain: 'vendor.example',
        applications: [
          {
            id: deployer.id,
            name: 'Deployment',
            audience: 'AzureADMultipleOrgs',
            secret: deployer.secret,
            permissions: [{ api: 'PowerApps Service', delegated: ['User'] }],
            consented: true,
          },
        ],
      },
      ...tenants.map(({ name, tenant }) => ({
        id: tenant,
        name,
        domain: `${name}.example`,
        accounts: [{ name: 'Administrator', userName: `admin@${name}.example`, roles: ['Global Administrator'] }],
        installed: [{ application: deployer.id }],
        managementApplications: [deployer.id],
        environments: [
          {
            name: 'Default',
            kind: 'Default' as const,
            dataverse: { domain: `org${name.replace('-', '')}`, applicationUsers: [deployer.id] },
          },
        ],
      })),
    ],
  }
}
