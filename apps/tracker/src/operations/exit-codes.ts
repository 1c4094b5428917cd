/** Exit codes that differ from 0: what was asked for could not be done, the start was refused, or a fault of our own. */
export const exitCodes = { failed: 1, refused: 2, fault: 70 } as const
