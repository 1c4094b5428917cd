import type { Location, Range } from '../finding.ts'
import type { Subject } from '../report.ts'
import { pathOf } from '../report-wording.ts'
import { artifactUri } from './artifact-uri.ts'

/** Part of a SARIF log, ready to be printed. */
export type PlainObject = Readonly<Record<string, unknown>>

/** A place with file, region and, where known, the JSON pointer as its logical name. */
export function locationOf({ file, pointer, range }: Location, subject: Pick<Subject, 'path'>): PlainObject {
  const where = physicalLocation(pathOf(subject.path, file))
  return {
    physicalLocation: range === undefined ? where : { ...where, region: regionOf(range) },
    ...(pointer === undefined || pointer === ''
      ? {}
      : { logicalLocations: [{ fullyQualifiedName: pointer, kind: 'value' }] }),
  }
}

/** The address of a file; relative ones count from the folder the check was started in. */
export function physicalLocation(path: string): { readonly artifactLocation: PlainObject } {
  const uri = artifactUri(path)
  return { artifactLocation: uri.startsWith('file:') ? { uri } : { uri, uriBaseId: '%SRCROOT%' } }
}

/** A range in SARIF's words. */
export function regionOf({ start, end }: Range): PlainObject {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}
