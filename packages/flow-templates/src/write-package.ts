import { type ArchiveProblem, writeArchive } from '@sevenstep/package-archives'
import type { FlowPackage } from './model/flow-package.ts'
import { type PackageProblem, packageProblem } from './problems/package-problem.ts'

/** A package as a zip archive, or what stands in the way. */
export type PackageWriting =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: PackageProblem }

/**
 * Writes a package as a zip archive. Every file is written as it is held, byte for byte; the same files give the same
 * archive, whatever order and times the original had. A package of which parts could not be read is refused, and so is
 * one whose names no archive may have.
 */
export function writePackage(flowPackage: FlowPackage): PackageWriting {
  const [lost] = flowPackage.lost
  if (lost !== undefined) {
    return { ok: false, problem: packageProblem('entry-lost', { file: flowPackage.name }, { name: lost }) }
  }
  const sources = flowPackage.files.map(({ path, bytes, isFolder }) =>
    isFolder ? { path: `${path}/` } : { path, bytes },
  )
  const written = writeArchive(sources, { name: flowPackage.name })
  return written.ok ? written : { ok: false, problem: ofWriting(written.problem) }
}

function ofWriting({ code, what, why, fix, path, archive }: ArchiveProblem): PackageProblem {
  return { code, effect: 'package', message: { what, why, fix }, file: path ?? archive }
}
