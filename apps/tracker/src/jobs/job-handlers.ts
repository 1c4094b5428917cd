import { runCheckJob } from '../checks/run-check-job.ts'
import type { HttpServices } from '../http/environment.ts'
import { runCheckKind } from '../verbs/checks/start-check.ts'
import { lookAtAddressKind } from '../verbs/probes/plan-probe.ts'
import { breachWaits, breachWaitsKind } from './breach-waits.ts'
import { lookAtAddress } from './look-at-address.ts'
import { lookDue, lookDueKind } from './look-due.ts'
import { refreshDue, refreshDueKind } from './refresh-due.ts'
import type { JobHandler } from './run-jobs.ts'

/** Kinds of work that come with time and are asked for again and again. */
export const timedKinds: readonly string[] = [refreshDueKind, breachWaitsKind, lookDueKind]

/** Looks at addresses: they wait for other people's servers, so that they have workers of their own. */
export function lookHandlers(services: HttpServices): Readonly<Record<string, JobHandler>> {
  return { [lookAtAddressKind]: lookAtAddress(services) }
}

/** What is done for each other kind of job; each does its work through one verb or refresh. */
export function jobHandlers(services: HttpServices): Readonly<Record<string, JobHandler>> {
  return {
    [refreshDueKind]: refreshDue(services),
    [breachWaitsKind]: breachWaits(services),
    [runCheckKind]: runCheckJob(services),
    [lookDueKind]: lookDue(services),
  }
}
