export type { HeldInTenant, ListedUser } from './gather-licences.ts'
export { type GatheredLicensing, type GatherOptions, gatherLicensingFacts } from './gather-licensing-facts.ts'
