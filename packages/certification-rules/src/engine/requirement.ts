import type { MendKind } from '@sevenstep/findings'

/** How often something occurs among those it could occur in. */
export interface Rate {
  readonly violating: number
  readonly of: number
}

/** What is known about one requirement of certification, apart from how to check it. */
export interface Requirement {
  readonly id: string
  readonly group: string
  /** As the sources word it, before any profile: `off` is published but contradicted by practice. */
  readonly severity: 'error' | 'warning' | 'info' | 'off'
  /** Certified connectors of all years. */
  readonly certified?: Rate
  /** Certified connectors first added in 2023 and 2024. */
  readonly recent?: Rate
  /** Share of independent publishers' connectors, 0 to 1. */
  readonly independentRate?: number
  readonly mend: MendKind | 'none'
  /** Keys into the data file's table of sources, or `#123` for a thread in Microsoft's connector repository. */
  readonly sources: readonly string[]
  /** Microsoft's validator codes for the same thing. */
  readonly codes: readonly string[]
}
