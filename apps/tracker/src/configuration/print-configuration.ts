import type { Configuration } from './configuration.ts'

/** The configuration as JSON for people to read: secrets, and passwords in addresses, are blotted out. */
export function printConfiguration(configuration: Configuration): string {
  const { database, signIn } = configuration
  return JSON.stringify(
    {
      ...configuration,
      database:
        database.kind === 'pglite'
          ? database
          : {
              ...database,
              url: withoutPassword(database.url),
              ...(database.ownerUrl !== undefined && { ownerUrl: withoutPassword(database.ownerUrl) }),
            },
      signIn:
        signIn.kind === 'demo'
          ? signIn
          : { ...signIn, ...(signIn.clientSecret !== undefined && { clientSecret: '(set, not shown)' }) },
    },
    undefined,
    2,
  )
}

function withoutPassword(address: string): string {
  try {
    const url = new URL(address)
    if (url.password !== '') url.password = '***'
    // Passwords may also stand in the query, as libpq allows.
    for (const name of [...url.searchParams.keys()]) if (/pass|secret/i.test(name)) url.searchParams.set(name, '***')
    return url.toString()
  } catch {
    return '(set, not shown: not an address)'
  }
}
