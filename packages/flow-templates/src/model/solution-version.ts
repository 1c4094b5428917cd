/** Major, minor, build, revision. */
export type SolutionVersion = readonly [number, number, number, number]

/**
 * The four numbers of a version such as `1.0.0.12`; of one with two or three, such as `1.0`, the rest is 0. Nothing for
 * anything else. Numbers go up to 2147483647.
 */
export function parseSolutionVersion(text: string): SolutionVersion | undefined {
  const match = /^(\d{1,10})\.(\d{1,10})(?:\.(\d{1,10})(?:\.(\d{1,10}))?)?$/.exec(text.trim())
  if (match === null) return undefined
  const [, major = '', minor = '', build = '0', revision = '0'] = match
  const version = [Number(major), Number(minor), Number(build), Number(revision)] as const
  return version.every((part) => part <= 2_147_483_647) ? version : undefined
}

/** Negative when `left` is older than `right`, positive when newer, 0 when they are the same. */
export function compareSolutionVersions(left: SolutionVersion, right: SolutionVersion): number {
  for (const at of [0, 1, 2, 3] as const) if (left[at] !== right[at]) return left[at] - right[at]
  return 0
}
