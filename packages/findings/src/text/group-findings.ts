import type { Finding } from '../finding.ts'
import type { Severity } from '../severity.ts'

/** Findings of one rule in one file, in their order. */
export interface FindingGroup {
  readonly severity: Severity
  readonly ruleId: string
  readonly findings: readonly Finding[]
}

/** One file's findings, gravest groups first, in the order of their first place. */
export interface FileGroup {
  readonly file: string
  readonly groups: readonly FindingGroup[]
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Groups findings by file, severity and rule. Files with the gravest findings come first, then by order given. */
export function groupFindings(findings: readonly Finding[]): FileGroup[] {
  const files = new Map<string, Map<string, Finding[]>>()
  for (const finding of findings) {
    const ofFile = getOrAdd(files, finding.file, () => new Map<string, Finding[]>())
    getOrAdd(ofFile, `${finding.severity} ${finding.ruleId}`, () => []).push(finding)
  }
  return [...files]
    .map(([file, byRule]) => ({ file, groups: [...byRule.values()].flatMap(toGroup).sort(byGravity) }))
    .sort((left, right) => gravestOf(left) - gravestOf(right))
}

function toGroup(findings: readonly Finding[]): FindingGroup[] {
  const [first] = findings
  return first === undefined ? [] : [{ severity: first.severity, ruleId: first.ruleId, findings }]
}

function byGravity(left: FindingGroup, right: FindingGroup): number {
  return gravity[left.severity] - gravity[right.severity]
}

function gravestOf({ groups }: FileGroup): number {
  const [first] = groups
  return first === undefined ? Number.MAX_SAFE_INTEGER : gravity[first.severity]
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = create()
  map.set(key, value)
  return value
}
