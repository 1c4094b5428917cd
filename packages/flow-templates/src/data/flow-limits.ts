/** Limits of the service that a definition shows, as of the page "Limits for automated, scheduled and instant flows". */
export const flowLimits = {
  actions: 500,
  nesting: 8,
  switchCases: 25,
  variables: 250,
  /** Characters of the name of an action or trigger. */
  nameLength: 80,
  /** Characters of a text with expressions in it. */
  expressionLength: 8192,
  /** Characters. */
  descriptionLength: 256,
  /** Characters of `trackedProperties`, written as JSON. */
  trackedProperties: 16_000,
  /** Seconds between two runs of a schedule. */
  recurrenceSeconds: { least: 60, most: 500 * 86_400 },
  /** Days that a run may take. */
  runDays: 30,
  /** Rounds of an "Until" loop. */
  untilRounds: 5000,
  /** Rounds of a "For each" loop, and runs of a trigger, at the same time. */
  loopConcurrency: { least: 1, most: 50 },
  triggerConcurrency: { least: 1, most: 100 },
  /** Items that pagination may fetch; 5,000 for owners with the lowest performance profile. */
  paginatedItems: { low: 5000, most: 100_000 },
  /** Attempts of a retry policy. */
  retries: 90,
} as const
