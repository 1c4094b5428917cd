export { type GraphReader, gatherTenantFacts } from './gather-tenant-facts.ts'
export { type AuthorityQuestion, readAuthority } from './read-authority.ts'
