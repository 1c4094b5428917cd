import { type PackageProblem, packageProblem } from '../problems/package-problem.ts'

/** The problem a failed call of the file system stands for. */
export function pathProblem(error: unknown, path: string): PackageProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const place = { file: path }
  if (code === 'ENOENT' || code === 'ENOTDIR') return packageProblem('path-not-found', place)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return packageProblem('path-not-permitted', place)
  if (code === 'EEXIST' || code === 'ENOTEMPTY') return packageProblem('path-exists', place)
  return packageProblem('path-fault', place, { detail: code || String(error).slice(0, 80) })
}
