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
  const rows = (table: string, column: string) =>
    Object.values(dataverse?.tables[table] ?? {}).map((row) => String(row[column] ?? ''))
  const groups = [
    ['connector', 'connectors', Object.values(connectors).map(({ displayName }) => displayName)],
    ['connection', 'connections', Object.values(connections).map(({ displayName }) => displayName)],
    ['flow', 'flows', [...Object.values(flows).map(({ displayName }) => displayName), ...rows('workflow', 'name')]],
    ['solution', 'solutions', rows('solution', 'friendlyname')],
  ] as const
  return (
    <div class="part">
      <h4>{environment.displayName}</h4>
      {organization !== undefined && <p class="soft">{organization.host}</p>}
      {groups.map(([one, many, names]) =>
        names.length === 0 ? (
          <p class="soft">{counted(0, one, many)}</p>
        ) : (
          <details>
            <summary class="soft">{counted(names.length, one, many)}</summary>
            <ul>
              {names.map((name) => (
                <li>{name}</li>
              ))}
            </ul>
          </details>
        ),
      )}
    </div>
  )
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
