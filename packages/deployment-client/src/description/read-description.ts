import type { DraftFinding } from '@sevenstep/findings'
import type { z } from 'zod'
import { deploymentFinding } from '../plan/deployment-finding.ts'
import { type Description, descriptionSchema } from './description-schema.ts'
import { literalSecrets } from './literal-secrets.ts'
import { referenceProblems } from './reference-problems.ts'
import { readSourceText, type SourceText } from './source-text.ts'

/** A description that was read, or everything that is wrong with it, each with its place. */
export type DescriptionReading =
  | { readonly ok: true; readonly description: Description; readonly source: SourceText }
  | { readonly ok: false; readonly findings: readonly DraftFinding[]; readonly source: SourceText }

/**
 * Reads a deployment file, YAML or JSON, and says everything that is wrong with it: syntax, shape, names that lead
 * nowhere, secrets that stand in it. Never throws.
 *
 * @param file how the user named the file; findings speak of it so.
 */
export function readDescription(file: string, text: string): DescriptionReading {
  const source = readSourceText(file, text.replace(/^\uFEFF/, ''))
  const failed = (findings: readonly DraftFinding[]) => ({ ok: false, findings, source }) as const
  if (source.syntaxProblems.length > 0) {
    return failed(
      source.syntaxProblems.map(({ message, location }) =>
        deploymentFinding('description-readable', location, { detail: message }),
      ),
    )
  }
  const parsed = descriptionSchema.safeParse(source.value)
  const secrets = literalSecrets(source)
  if (!parsed.success) return failed([...secrets, ...shapeFindings(parsed.error, source, secrets)])
  const findings = [...secrets, ...referenceProblems(parsed.data, source)]
  return findings.length > 0 ? failed(findings) : { ok: true, description: parsed.data, source }
}

function shapeFindings(error: z.ZodError, source: SourceText, secrets: readonly DraftFinding[]): DraftFinding[] {
  const said = new Set(secrets.map(({ pointer }) => pointer))
  return error.issues.flatMap((issue) => {
    const location = source.locate(issue.path)
    // What stands at a literal secret is no reference; saying it twice helps nobody.
    if (said.has(location.pointer)) return []
    const where = issue.path.length === 0 ? 'the description' : issue.path.map(String).join('.')
    return [deploymentFinding('description-shape', location, { where, detail: issue.message })]
  })
}
