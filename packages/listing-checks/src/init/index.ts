export { assumptionsOf, type InitAnswers, initOffer } from './init-offer.ts'
