export type { VirtualClock } from './virtual-clock.ts'
export { createVirtualClock } from './virtual-clock.ts'
