/** Whether the tracker takes requests; turned off first when it is told to stop, so that a balancer looks elsewhere. */
export interface Readiness {
  ready: boolean
}
