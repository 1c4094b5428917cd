export { type GatherOptions, gatherListingFacts } from './gather-listing-facts.ts'
