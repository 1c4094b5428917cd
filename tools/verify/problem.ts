/** One thing that keeps the repository from being in order, in the same three parts as a connector's finding. */
export interface Problem {
  /** Path from the repository's root. */
  readonly file?: string
  /** Counted from 1. */
  readonly line?: number
  readonly what: string
  readonly why: string
  readonly fix: string
}

/** A problem as lines for a terminal: place and what, then why and what to do, indented. */
export function describeProblem(problem: Problem): string {
  const place =
    problem.file === undefined ? '' : `${problem.file}${problem.line === undefined ? '' : `:${problem.line}`} `
  return `  ${place}${problem.what}\n    why: ${problem.why}\n    fix: ${problem.fix}`
}
