export { previewOffer } from './preview-offer.ts'
