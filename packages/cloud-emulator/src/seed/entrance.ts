import type { Seed, SeedAccount, SeedApplication, SeedTenant } from './seed.ts'

/** With what a client can enter a cloud. What a seed does not have is not here. */
export interface Entrance {
  readonly tenant: string
  readonly clientId?: string
  readonly clientSecret?: string
  readonly user?: string
  readonly password?: string
  /** Somebody of a partner who sells licences; nothing where no tenant is one. */
  readonly partner?: PartnerEntrance
}

/** Who signs in at Partner Center. */
export interface PartnerEntrance {
  readonly tenant: string
  readonly user?: string
  readonly password?: string
}

/** The ways into a seed's cloud: a customer's tenant, the first application with a secret, the first person with a password. */
export function entranceOf(seed: Seed): Entrance | undefined {
  const application = seed.tenants.flatMap(({ applications = [] }) => applications).find(hasSecret)
  const tenant = tenantFor(seed, application)
  if (tenant === undefined) return undefined
  const partner = seed.tenants.find((each) => each.partner !== undefined)
  return {
    tenant: tenant.id,
    ...(application === undefined ? {} : { clientId: application.id }),
    ...(application?.secret === undefined ? {} : { clientSecret: application.secret }),
    ...personOf(tenant),
    ...(partner === undefined ? {} : { partner: { tenant: partner.id, ...personOf(partner) } }),
  }
}

/** The first person with a password, one with a role before others. */
function personOf({ accounts = [] }: SeedTenant): Pick<Entrance, 'user' | 'password'> {
  const people = accounts.filter(({ password }) => password !== undefined)
  const person: SeedAccount | undefined = people.find(({ roles = [] }) => roles.length > 0) ?? people[0]
  return {
    ...(person === undefined ? {} : { user: person.userName }),
    ...(person?.password === undefined ? {} : { password: person.password }),
  }
}

/** A tenant that let the application in, rather than the one it belongs to. */
function tenantFor(seed: Seed, application: SeedApplication | undefined): SeedTenant | undefined {
  const id = application?.id.toLowerCase()
  return (
    seed.tenants.find(({ installed = [] }) => installed.some((each) => each.application.toLowerCase() === id)) ??
    seed.tenants.find(({ applications = [] }) => applications.some((each) => each.id.toLowerCase() === id)) ??
    seed.tenants[0]
  )
}

function hasSecret({ secret }: SeedApplication): boolean {
  return secret !== undefined
}
