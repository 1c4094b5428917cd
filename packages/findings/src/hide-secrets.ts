import type { Finding } from './finding.ts'
import { createLineTable } from './line-table.ts'

/** The text with dots in place of every secret the findings of that file name; lines and columns stay where they are. */
export function hideSecrets(text: string, findings: readonly Pick<Finding, 'file' | 'hides'>[], file: string): string {
  const hidden = findings.flatMap((finding) =>
    finding.file === file && finding.hides !== undefined ? [finding.hides] : [],
  )
  if (hidden.length === 0) return text
  const lines = createLineTable(text)
  let shown = ''
  let from = 0
  for (const { start, end } of hidden
    .map((range) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }))
    .sort((a, b) => a.start - b.start)) {
    if (end <= from) continue
    const begin = Math.max(from, start)
    shown += text.slice(from, begin) + text.slice(begin, end).replace(/[^\r\n]/g, '•')
    from = end
  }
  return shown + text.slice(from)
}
