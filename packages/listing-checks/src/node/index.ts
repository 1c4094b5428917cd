export { type FolderLimits, type FolderProblem, type OfferFolder, readOfferFolder } from './read-offer-folder.ts'
