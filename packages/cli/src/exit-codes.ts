/** What the process says when it ends; scripts rely on these numbers. */
export const exitCodes = {
  /** Nothing at or above `--fail-on` was found. */
  fine: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** The command line or the configuration was wrong. */
  usage: 2,
  /** Something that was named could not be read. */
  unreadable: 3,
  /** A remote service failed. */
  remote: 4,
  /** A fault of ours. */
  fault: 5,
  /** What was asked cannot be answered: something that it takes is not among what was given. */
  unanswered: 6,
} as const

/** One of the numbers of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
