export { type InitAnswers, initOffer } from './init-offer.ts'
