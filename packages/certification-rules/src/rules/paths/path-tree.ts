import type { Operation } from '@sevenstep/connector-schema'

const maxVisited = 2000

interface Branch {
  readonly literals: Map<string, Branch>
  variable: Branch | undefined
  operation: Operation | undefined
}

/** The paths of one HTTP method, to find an earlier one that the same request would fit. */
export class PathTree {
  readonly #root: Branch = newBranch()

  /** Adds an operation's path; one that is there already stays the first. */
  add(segments: readonly string[], operation: Operation): void {
    let branch = this.#root
    for (const segment of segments) branch = isVariable(segment) ? variableOf(branch) : literalOf(branch, segment)
    branch.operation ??= operation
  }

  /** An operation whose path differs from this one only by a parameter where the other has a fixed word. */
  findOverlap(segments: readonly string[]): Operation | undefined {
    // Paths can be made hostile; real ones need a handful of steps.
    let visited = 0
    const search = (branch: Branch | undefined, depth: number, isSame: boolean): Operation | undefined => {
      if (branch === undefined || ++visited > maxVisited) return undefined
      const segment = segments[depth]
      if (segment === undefined) return isSame ? undefined : branch.operation
      if (!isVariable(segment)) {
        return search(branch.literals.get(segment), depth + 1, isSame) ?? search(branch.variable, depth + 1, false)
      }
      const parallel = search(branch.variable, depth + 1, isSame)
      if (parallel !== undefined) return parallel
      for (const literal of branch.literals.values()) {
        const found = search(literal, depth + 1, false)
        if (found !== undefined) return found
      }
      return undefined
    }
    return search(this.#root, 0, true)
  }
}

/** The segments of a path with the names of its parameters left out. */
export function segmentsOf(path: string): readonly string[] {
  return path
    .split('/')
    .slice(1)
    .map((segment) => segment.replace(/\{[^{}]*\}/g, '{}'))
}

function isVariable(segment: string): boolean {
  return segment === '{}'
}

function newBranch(): Branch {
  return { literals: new Map(), variable: undefined, operation: undefined }
}

function variableOf(branch: Branch): Branch {
  branch.variable ??= newBranch()
  return branch.variable
}

function literalOf(branch: Branch, segment: string): Branch {
  let next = branch.literals.get(segment)
  if (next === undefined) {
    next = newBranch()
    branch.literals.set(segment, next)
  }
  return next
}
