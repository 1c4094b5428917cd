import { hideSecrets } from '../hide-secrets.ts'
import type { Subject } from '../report.ts'
import { createFrameSource, type FrameSource } from './code-frame.ts'

/** The sources of one subject's files for code frames, each asked for once and with its secrets hidden. */
export function shownSources(
  subject: Subject,
  sources: ((subject: Subject, file: string) => string | undefined) | undefined,
): (file: string) => FrameSource | undefined {
  const known = new Map<string, FrameSource | undefined>()
  return (file) => {
    if (!known.has(file)) {
      const text = sources?.(subject, file)
      known.set(file, text === undefined ? undefined : createFrameSource(hideSecrets(text, subject.findings, file)))
    }
    return known.get(file)
  }
}
