import type { RuleRoom, StepId, Text } from '@sevenstep/onboarding'

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

/** The steps of some rooms, each once, lowest first. */
function stepsOf(rooms: readonly RuleRoom[]): readonly StepId[] {
  return [...new Set(rooms.map((room) => stepOfRoom[room]))].sort((one, other) => one - other)
}

/** The steps of some rooms for a sentence: `step 4`, `steps 1 and 4`. */
export function stepsInWords(rooms: readonly RuleRoom[]): Text {
  const steps = stepsOf(rooms)
  const listed = (locale: string): string => new Intl.ListFormat(locale).format(steps.map(String))
  return {
    en: `${steps.length === 1 ? 'step' : 'steps'} ${listed('en-GB')}`,
    nl: `${steps.length === 1 ? 'stap' : 'stappen'} ${listed('nl-NL')}`,
  }
}

/** The room whose rules judge a step; empty where none does. */
export function roomsOfStep(step: StepId): readonly RuleRoom[] {
  return Object.entries(stepOfRoom).flatMap(([room, of]) => (of === step && isRoom(room) ? [room] : []))
}

function isRoom(name: string): name is RuleRoom {
  return Object.hasOwn(stepOfRoom, name)
}
