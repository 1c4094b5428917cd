/** Compares dotted versions by their numbers: negative where `left` is lower. Missing parts count as 0. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split('.').map((part) => Number.parseInt(part, 10) || 0))
  for (let index = 0; index < 4; index += 1) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Without the last part, which packages pin to builds that come and go. */
export function withoutRevision(version: string): string {
  return version.split('.').slice(0, 3).join('.')
}
