import type { AccountState, ApplicationState } from '../../state/directory-state.ts'
import type { EmulatorState, TenantState } from '../../state/emulator-state.ts'
import type { DirectoryIndex, EmulatedAccount, EmulatedTenant, RegisteredApplication } from '../directory.ts'
import { firstPartyClients } from './api-resources.ts'

/** The directory as the emulator's state has it at each moment. */
export function stateDirectory(state: EmulatorState): DirectoryIndex {
  const tenants = () => Object.values(state.tenants)
  const application = (clientId: string): RegisteredApplication | undefined => {
    const wanted = clientId.toLowerCase()
    for (const tenant of tenants()) {
      const found = tenant.applications[wanted]
      if (found !== undefined) return registered(found, tenant)
    }
    const name = firstPartyClients[wanted]
    return name === undefined ? undefined : firstParty(wanted, name)
  }
  return {
    scopeOf: (segment) => {
      const asked = segment.toLowerCase()
      if (asked === 'organizations' || asked === 'common') return { kind: 'any', alias: asked }
      const tenant = state.tenants[asked] ?? tenants().find(({ domain }) => domain.toLowerCase() === asked)
      return tenant === undefined ? undefined : { kind: 'one', tenant: tenantOf(tenant) }
    },
    application,
    account: (objectId) => accounts(state).find((account) => account.objectId === objectId.toLowerCase()),
    accountsFor: (scope, asking) =>
      accounts(state).filter(
        ({ tenantId }) =>
          (scope.kind === 'any' || scope.tenant.tenantId === tenantId) &&
          (asking.signInAudience === 'AzureADMultipleOrgs' || asking.tenantId.toLowerCase() === tenantId),
      ),
    tenant: (tenantId) => {
      const tenant = state.tenants[tenantId.toLowerCase()]
      return tenant === undefined ? undefined : tenantOf(tenant)
    },
    get redirectUris() {
      return tenants().flatMap(({ applications }) =>
        Object.values(applications).flatMap(({ redirectUris }) => redirectUris),
      )
    },
  }
}

function accounts(state: EmulatorState): readonly EmulatedAccount[] {
  return Object.values(state.tenants).flatMap((tenant) =>
    Object.values(tenant.accounts)
      .filter(({ enabled }) => enabled)
      .map((account) => accountOf(account, tenant)),
  )
}

/** A person as the sign-in pages show them. */
export function accountOf(account: AccountState, tenant: TenantState): EmulatedAccount {
  const role = account.description ?? account.directoryRoles[0] ?? 'Member'
  return {
    objectId: account.objectId,
    tenantId: tenant.tenantId,
    name: account.name,
    username: account.userPrincipalName,
    role: { en: role, nl: role },
  }
}

function tenantOf({ tenantId, name, domain }: TenantState): EmulatedTenant {
  return { tenantId, name, domain }
}

function registered(application: ApplicationState, tenant: TenantState): RegisteredApplication {
  const { clientId, name, signInAudience, redirectUris, certificateKeys, publicClient } = application
  return {
    clientId,
    name,
    tenantId: tenant.tenantId,
    signInAudience,
    redirectUris,
    certificateKeys,
    publicClient,
    secretDigests: application.secrets.map(({ digest, endDateTime }) => ({
      digest,
      ...(endDateTime === undefined ? {} : { endDateTime }),
    })),
    federatedCredentials: application.federatedCredentials,
    requiredPermissions: application.requiredPermissions,
  }
}

function firstParty(clientId: string, name: string): RegisteredApplication {
  return {
    clientId,
    name,
    tenantId: '',
    signInAudience: 'AzureADMultipleOrgs',
    redirectUris: ['http://localhost', 'urn:ietf:wg:oauth:2.0:oob'],
    publicClient: true,
    firstParty: true,
  }
}
