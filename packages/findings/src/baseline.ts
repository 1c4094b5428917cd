/** Findings that were known on the day the file was written: new ones still count, these no longer do. */
export interface Baseline {
  readonly version: 1
  /** Sorted by path. */
  readonly subjects: readonly BaselineSubject[]
}

/** The known findings of one subject. */
export interface BaselineSubject {
  readonly path: string
  /** Sorted by file, rule and fingerprint. */
  readonly entries: readonly BaselineEntry[]
}

/** One known finding. The fingerprint decides; the rest is for people who read the file or its changes. */
export interface BaselineEntry {
  readonly fingerprint: string
  readonly ruleId: string
  readonly file: string
  readonly pointer?: string
  readonly what: string
}
