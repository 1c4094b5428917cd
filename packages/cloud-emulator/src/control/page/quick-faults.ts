import type { Fault } from '../../faults/fault.ts'

/** Faults that the page offers; the control API takes every other one. */
export const quickFaults: Readonly<Record<string, { readonly title: string; readonly fault: Fault }>> = {
  throttle: { title: 'Too many requests (429)', fault: { effect: { kind: 'throttle', retryAfter: 5 }, times: 1 } },
  unavailable: { title: 'Service unavailable (503)', fault: { effect: { kind: 'status', status: 503 }, times: 1 } },
  'cut-before': { title: 'Cut off before the work', fault: { effect: { kind: 'drop', when: 'before' }, times: 1 } },
  'cut-after': { title: 'Cut off after the work', fault: { effect: { kind: 'drop', when: 'after' }, times: 1 } },
  expired: { title: 'Token has expired', fault: { effect: { kind: 'expired-token' }, times: 1 } },
  stuck: { title: 'Long work never ends', fault: { effect: { kind: 'stuck-work' }, times: 1 } },
  failing: { title: 'Long work fails', fault: { effect: { kind: 'failing-work' }, times: 1 } },
  stale: { title: 'Reads lag by a minute', fault: { effect: { kind: 'stale-reads', seconds: 60 } } },
  consent: { title: 'Consent is taken back', fault: { effect: { kind: 'consent-withdrawn' } } },
}
