import type { ServiceName } from '@sevenstep/cloud-access/operations'

/** How much one caller may ask of a service. */
export interface ServiceLimits {
  /** Length of the sliding window, in seconds. */
  readonly windowSeconds: number
  readonly requests: number
  /** Time the service spends on the caller's requests in one window. */
  readonly executionMilliseconds: number
  /** Requests under way at once. */
  readonly concurrent: number
  /** What one request counts as; the emulator is too quick for its own time to mean anything. */
  readonly millisecondsPerRequest: number
}

/** Limits by service; a service without an entry throttles only where a fault asks for it. */
export type Limits = Readonly<Partial<Record<ServiceName, ServiceLimits>>>

/**
 * Dataverse's service protection limits, for each user and web server.
 *
 * Source: https://learn.microsoft.com/en-us/power-apps/developer/data-platform/api-limits
 */
export const usualLimits: Limits = {
  dataverse: {
    windowSeconds: 300,
    requests: 6000,
    executionMilliseconds: 1_200_000,
    concurrent: 52,
    millisecondsPerRequest: 50,
  },
}
