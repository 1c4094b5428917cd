import type { SourceFile } from './read-source.ts'

/** Sizes above which a file or function is worth a second look. */
export const sizeLimits = { fileLines: 300, functionLines: 60 }

const mostShown = 10

/** The files and functions that stand out, largest first and not more than ten: places to look at, not faults. */
export function findOutliers(sources: readonly SourceFile[]): string[] {
  const files = sources
    .filter((source) => source.lines > sizeLimits.fileLines)
    .map((source) => ({ lines: source.lines, text: `${source.path} has ${source.lines} lines` }))
  const functions = sources.flatMap((source) =>
    source.functions
      .filter((one) => one.lines > sizeLimits.functionLines)
      .map((one) => ({ lines: one.lines, text: `${source.path}:${one.line} ${one.name} has ${one.lines} lines` })),
  )
  const outliers = [...files, ...functions].sort((a, b) => b.lines - a.lines).map(({ text }) => text)
  const hidden = outliers.length - mostShown
  return hidden > 0 ? [...outliers.slice(0, mostShown), `… and ${hidden} more`] : outliers
}
