/**
 * How we know what an operation looks like, from strongest to weakest: `run` we ran an independent client against it,
 * `source` read in a shipping client's source or fixtures, `documentation` Microsoft's own pages, `issue` a public
 * thread, `community` other people's code, `unverified` general knowledge that nobody has looked up yet.
 */
export type Confidence = 'run' | 'source' | 'documentation' | 'issue' | 'community' | 'unverified'

/** Where a statement about Microsoft's cloud comes from, so that a reader can look and a wrong one can be corrected. */
export interface Source {
  /** Name of the page, project or thread, for example "pnp/cli-microsoft365, flow-export.ts". */
  readonly name: string
  readonly confidence: Confidence
  /** What of the operation rests on this source, where it is not all of it. */
  readonly covers?: string
}

/** The confidences at which a statement must not be shown as certain. */
const doubtful: ReadonlySet<Confidence> = new Set(['community', 'unverified'])

/** Whether everything known rests on weak sources, so that pages and errors have to say so. */
export function isDoubtful(sources: readonly Source[]): boolean {
  return sources.every(({ confidence }) => doubtful.has(confidence))
}
