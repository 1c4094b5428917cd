import type { TenantState } from '../../state/emulator-state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'

/** Each tenant with its environments and what is in them. */
export function Tenants({ tenants }: { readonly tenants: readonly TenantState[] }) {
  return (
    <section aria-labelledby="tenants">
      <h2 id="tenants">Tenants</h2>
      <div class="cards">
        {tenants.map((tenant) => (
          <article class="card">
            <h3>{tenant.name}</h3>
            <p class="soft">
              <code>{tenant.tenantId}</code>
            </p>
            <p>
              {Object.values(tenant.accounts)
                .map(({ userPrincipalName }) => userPrincipalName)
                .join(', ') || 'Nobody'}
            </p>
            <p class="soft">
              {counted(Object.keys(tenant.servicePrincipals).length, 'application', 'applications')},{' '}
              {counted(tenant.consents.length, 'consent', 'consents')}
            </p>
            {Object.values(tenant.environments).map((environment) => (
              <Environment environment={environment} />
            ))}
          </article>
        ))}
      </div>
    </section>
  )
}

function Environment({ environment }: { readonly environment: EnvironmentState }) {
  const { connectors, connections, flows, dataverse, organization } = environment
  const rows = (table: string) => Object.keys(dataverse?.tables[table] ?? {}).length
  return (
    <>
      <h3>{environment.displayName}</h3>
      {organization !== undefined && <p class="soft">{organization.host}</p>}
      <p class="soft">
        {counted(Object.keys(connectors).length, 'connector', 'connectors')},{' '}
        {counted(Object.keys(connections).length, 'connection', 'connections')},{' '}
        {counted(Object.keys(flows).length + rows('workflow'), 'flow', 'flows')},{' '}
        {counted(rows('solution'), 'solution', 'solutions')}
      </p>
    </>
  )
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
