import type { Countdown, ExternalWait, WaitSetting } from '../product-state.ts'
import type { Edition, Instant, WorkCalendar } from '../vocabulary.ts'
import { addDays, addHours } from './calendar.ts'

/** The setting for a wait in an edition; where that edition knew no such wait, the other edition's. */
function settingFor(
  kind: ExternalWait['kind'],
  edition: Edition,
  settings: readonly WaitSetting[],
): WaitSetting | undefined {
  return (
    settings.find((setting) => setting.kind === kind && setting.edition === edition) ??
    settings.find((setting) => setting.kind === kind)
  )
}

/**
 * Works out when a wait ends.
 *
 * @param edition Whose durations count.
 * @returns Undefined when no setting knows this kind of wait.
 */
export function countdown(
  wait: ExternalWait,
  settings: readonly WaitSetting[],
  calendar: WorkCalendar,
  now: Instant,
  edition: Edition = 'current',
): Countdown | undefined {
  const setting = settingFor(wait.kind, edition, settings)
  if (setting === undefined) return undefined
  const { amount, unit } = setting.atMost
  const dueAt = unit === 'hours' ? addHours(wait.startedAt, amount) : addDays(wait.startedAt, amount, unit, calendar)
  return { wait, setting, dueAt, overdue: wait.state === 'running' && Date.parse(now) > Date.parse(dueAt) }
}
