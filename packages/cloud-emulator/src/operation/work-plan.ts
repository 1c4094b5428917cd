/** How a piece of long-running work will go, decided when it begins; plain data, so that it lives in the state. */
export interface WorkPlan {
  /** ISO times by the emulator's clock. */
  readonly startsAt: string
  /** Nothing while the work is stuck: it never ends by itself. */
  readonly endsAt: string | null
  /** What the work ends with; a failure here was asked for by a fault. */
  readonly outcome: 'success' | { readonly code: string; readonly message: string }
}

/** Where work stands at a moment. */
export type WorkStanding = 'waiting' | 'running' | 'ended'

/** Where planned work stands. */
export function standingOf(plan: WorkPlan, now: Date): WorkStanding {
  if (now.getTime() < Date.parse(plan.startsAt)) return 'waiting'
  return plan.endsAt !== null && now.getTime() >= Date.parse(plan.endsAt) ? 'ended' : 'running'
}

/** The part of the work that is done, from 0 to 1; stuck work stays at a half. */
export function progressOf(plan: WorkPlan, now: Date): number {
  const begun = now.getTime() - Date.parse(plan.startsAt)
  if (begun <= 0) return 0
  if (plan.endsAt === null) return 0.5
  const whole = Date.parse(plan.endsAt) - Date.parse(plan.startsAt)
  return whole <= 0 ? 1 : Math.min(1, begun / whole)
}
