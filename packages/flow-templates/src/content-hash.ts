import type { FlowPackage } from './model/flow-package.ts'

/**
 * SHA-256 over the paths and bytes of a package's files, as 64 hexadecimal digits. The order of the archive, its times
 * and compression, folders without content and what operating systems leave behind take no part: a zip and its unpacked
 * folder have the same hash, two exports of the same flow have not, because an export says when it was made.
 */
export async function contentHash({ files }: Pick<FlowPackage, 'files'>): Promise<string> {
  const counted = files.filter((file) => !file.isFolder && !file.isPlatformJunk)
  const ordered = [...counted].sort((left, right) => (left.path < right.path ? -1 : 1))
  const lines: string[] = []
  // Paths hold no line breaks: opening and reading refuse names with control characters.
  for (const { path, bytes } of ordered) lines.push(`${await sha256(bytes)} ${path}\n`)
  return sha256(new TextEncoder().encode(lines.join('')))
}

async function sha256(bytes: Uint8Array): Promise<string> {
  // A copy, because a view of shared memory is refused.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
