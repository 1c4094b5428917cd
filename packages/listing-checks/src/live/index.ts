export { type GatherOptions, gatherListingFacts, pageTitle } from './gather-listing-facts.ts'
