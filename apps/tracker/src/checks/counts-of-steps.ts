import type { StepId, Text } from '@sevenstep/onboarding'
import { stepOfRoom } from './step-of-room.ts'
import type { CheckResult } from './worker/messages.ts'

/** How much a check found that people have to act on. */
export interface FoundCounts {
  readonly errors: number
  readonly warnings: number
}

/** What was found of each step that was judged, as it is kept with the record of a check. */
export function countsOfSteps(counts: CheckResult['countsOfRooms']): Readonly<Partial<Record<StepId, FoundCounts>>> {
  return Object.fromEntries(
    Object.entries(counts).map(([room, { error, warning }]) => [
      // The keys of the record are rooms; TypeScript keeps them as plain text.
      stepOfRoom[room as keyof typeof stepOfRoom],
      { errors: error, warnings: warning },
    ]),
  )
}

/** What a check found, for a sentence that goes on with the name of the product. */
export function foundIn({ errors, warnings }: FoundCounts): Text {
  const en = `${errors} ${errors === 1 ? 'error' : 'errors'} and ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`
  const nl = `${errors} ${errors === 1 ? 'fout' : 'fouten'} en ${warnings} ${warnings === 1 ? 'waarschuwing' : 'waarschuwingen'}`
  return { en: `found ${en} in`, nl: `vond ${nl} in` }
}
