export { submissionFamilies } from '../generated/submission-families.ts'
export { checkSubmission, type SubmissionOptions } from './check-submission.ts'
export { describeSubmissionRules } from './describe-submission-rules.ts'
export { initSubmission, type SubmissionAnswers } from './init-submission.ts'
export { looksLikeSubmission, readSubmission } from './read-submission.ts'
export { type EventToRecord, type Recording, recordEvent, type Standing, standingOf } from './record-event.ts'
export type {
  AddressAnswer,
  ReadSubmission,
  SubmissionFacts,
  SubmissionFamily,
  SubmissionSubject,
} from './submission.ts'
export { submissionFactsFormat } from './submission-facts-format.ts'
export { submissionJsonSchema, submissionSchema } from './submission-schema.ts'
export {
  advanceTemplate,
  type TemplateEvent,
  type TemplateMove,
  type TemplateState,
  templateEventNames,
  templateEvents,
  templateStates,
} from './template-life-cycle.ts'
