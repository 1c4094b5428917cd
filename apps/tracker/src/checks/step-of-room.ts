import type { RuleRoom, StepId } from '@sevenstep/onboarding'

/** The step whose items rest on a run of these rules. */
export const stepOfRoom: Readonly<Record<RuleRoom, StepId>> = {
  'certification-rules': 1,
  'sign-in-checks': 2,
  'flow-embed': 3,
  'flow-templates': 4,
  'deployment-client': 5,
  'licensing-checks': 6,
  'listing-checks': 7,
}
