export { type HandingOn, handOn } from './hand-on.ts'
export {
  type HandedOn,
  type HandedOnFacts,
  type LandingPageOf,
  type LandingPageSignIn,
  toldOf,
} from './handed-on.ts'
export type { LearnedFlow, LearnedRegistration, LearnedTemplate, Lesson } from './lesson.ts'
