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
} as const
