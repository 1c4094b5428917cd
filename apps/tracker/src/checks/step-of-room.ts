import type { RuleRoom, StepId } from '@sevenstep/onboarding'

/** The step whose items rest on a run of these rules. */
export const stepOfRoom: Readonly<Record<RuleRoom, StepId>> = {
  'certification-rules': 1,
  'sign-in-checks': 2,
  'deployment-client': 5,
}
