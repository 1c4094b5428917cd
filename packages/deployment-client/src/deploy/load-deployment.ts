import { dirname, resolve } from 'node:path'
import { createReport, type Report } from '@sevenstep/findings'
import { readDescription } from '../description/read-description.ts'
import type { Materials } from '../materials/materials.ts'
import { readBounded } from '../materials/read-bounded.ts'
import { readMaterials } from '../materials/read-materials.ts'
import { deploymentFinding } from '../plan/deployment-finding.ts'
import { packageVersion } from '../version.ts'

/** A description with all its files, or a report of everything that is wrong with it. */
export type LoadedDeployment =
  | { readonly ok: true; readonly materials: Materials }
  | { readonly ok: false; readonly report: Report }

/**
 * Reads a deployment file and every file it names.
 *
 * @param path of the file; paths in it count from its folder.
 * @param shown how findings speak of the file; `path` unless given.
 */
export function loadDeployment(path: string, shown: string = path): LoadedDeployment {
  const failed = (findings: Parameters<typeof reportOf>[1]) =>
    ({ ok: false, report: reportOf(shown, findings) }) as const
  const bytes = readBounded(path)
  if (typeof bytes === 'string') {
    return failed([deploymentFinding('description-readable', { file: shown }, { detail: bytes })])
  }
  const reading = readDescription(shown, new TextDecoder().decode(bytes))
  if (!reading.ok) return failed(reading.findings)
  const materials = readMaterials(reading.description, reading.source, dirname(resolve(path)))
  return materials.findings.length > 0 ? failed(materials.findings) : { ok: true, materials }
}

function reportOf(path: string, findings: Parameters<typeof createReport>[1][number]['findings']): Report {
  const subject = { path, kind: 'deployment', profile: 'deployment', target: 'description', findings }
  return createReport({ name: 'sevenstep deployment', version: packageVersion }, [subject])
}
