import { createLineTable, type LineTable, type Position } from '@sevenstep/findings'
import { type JsonNode, type LocatedJson, readJson, toValue } from '@sevenstep/located-json'
import type { z } from 'zod'
import { findContradictions } from './find-contradictions.ts'
import { type DeploymentReport, deploymentReportSchema, reportCommands } from './report-schema.ts'

/** Why a report is refused: where, and in three sentences. */
export interface ReportProblem extends Position {
  /** Stable: may be matched on. */
  readonly code: 'no-json' | 'cut-off' | 'misshapen' | 'contradiction'
  readonly what: string
  readonly why: string
  readonly fix: string
}

/** A report with the places of its parts, or everything that speaks against believing it. */
export type ReadReport =
  | { readonly ok: true; readonly report: DeploymentReport; readonly root: JsonNode; readonly lines: LineTable }
  | { readonly ok: false; readonly problems: readonly ReportProblem[] }

const mostProblems = 5
const knownCommands: ReadonlySet<unknown> = new Set([...reportCommands, 'drift'])

/** True for a text that begins as a report does, be it whole, cut off or altered. */
export function looksLikeDeploymentReport(text: string): boolean {
  return isReport(readJson(text))
}

/**
 * Reads what `sevenstep deploy … --format json` printed. It is refused where it is no whole JSON, has another shape, or
 * contradicts itself; a mended reading would be a guess, and a report is believed or it is not. Never throws.
 */
export function readDeploymentReport(text: string): ReadReport {
  const read = readJson(text)
  const lines = createLineTable(text)
  const { root, problems } = read
  const [first] = problems
  if (first !== undefined || root === undefined) {
    const { start = 0, found = '', expected = '' } = first ?? {}
    const instead = expected === '' ? '' : ` where ${expected} should be`
    const detail = found === '' ? 'it ends' : `"${found}" stands`
    return refused([{ ...lines.positionAt(start), ...broken(`${detail}${instead}`, read.isComplete) }])
  }
  const parsed = deploymentReportSchema.safeParse(toValue(root))
  if (!parsed.success) {
    return refused(
      parsed.error.issues.slice(0, mostProblems).map((issue) => {
        const { path, message } = deepest(issue)
        return { ...lines.positionAt(root.nearest(...path).start), ...misshapen(path, message) }
      }),
    )
  }
  const contradictions = findContradictions(parsed.data)
  if (contradictions.length === 0) return { ok: true, report: parsed.data, root, lines }
  return refused(
    contradictions.slice(0, mostProblems).map(({ path, what }) => ({
      ...lines.positionAt(root.nearest(...path).start),
      code: 'contradiction',
      what,
      why: 'A report that contradicts itself was altered, or was put together from several; it proves nothing.',
      fix: 'Run the command again and hand in what it prints, as it prints it.',
    })),
  )
}

function refused(problems: readonly ReportProblem[]): ReadReport {
  return { ok: false, problems }
}

function isReport({ root }: LocatedJson): boolean {
  return knownCommands.has(root?.text('command')) && (root?.member('targets') ?? root?.member('version')) !== undefined
}

function broken(detail: string, isComplete: boolean): Omit<ReportProblem, keyof Position> {
  return {
    code: isComplete ? 'no-json' : 'cut-off',
    what: isComplete ? `The report is no JSON: ${detail}.` : `The report is cut off: ${detail}.`,
    why: 'Only a whole report can be believed: what is missing might be what failed.',
    fix: 'Hand in the whole output of the command with --format json, unedited.',
  }
}

function misshapen(path: readonly PropertyKey[], message: string): Omit<ReportProblem, keyof Position> {
  const where = path.length === 0 ? 'The report' : `The report’s ${path.map(String).join('.')}`
  return {
    code: 'misshapen',
    what: `${where} is not what the command prints: ${message}.`,
    why: 'What is not understood is not guessed at.',
    fix: 'Hand in what “sevenstep deploy plan”, “apply”, “rollback”, “destroy” or “status” prints with --format json.',
  }
}

type Issue = z.core.$ZodIssue

/** In a choice of shapes, the issue of the shape that came nearest. */
function deepest(issue: Issue, above: readonly PropertyKey[] = []): { path: readonly PropertyKey[]; message: string } {
  const path = [...above, ...issue.path]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return { path, message: issue.message.trim() }
  const nested = issue.errors.flatMap(([first]) => (first === undefined ? [] : [deepest(first, path)]))
  return nested.reduce((best, one) => (one.path.length > best.path.length ? one : best), {
    path,
    message: issue.message,
  })
}
