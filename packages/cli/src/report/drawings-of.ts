import { createLineTable, type ReportDrawing, type Subject } from '@sevenstep/findings'
import type { Source } from '../check/source.ts'
import { readSourceText } from './read-source-text.ts'

/** Texts this short stand in too many places to tell a secret by. */
const shortest = 4

/** What is drawn of a subject: nothing in which one of its secrets would be read. */
export async function drawingsOf(sources: readonly Source[], subject: Subject): Promise<readonly ReportDrawing[]> {
  const source = sources.find(({ path, kind }) => path === subject.path && kind === subject.kind)
  if (source?.drawings === undefined) return []
  const secrets = secretsOf(sources, subject)
  const isSecret = (text: string): boolean => secrets.some((secret) => text.includes(secret))
  return (await source.drawings()).filter(({ name, words }) => !isSecret(name) && !isSecret(words))
}

function secretsOf(sources: readonly Source[], subject: Subject): readonly string[] {
  return subject.findings.flatMap(({ file, hides }) => {
    const text = hides === undefined ? undefined : readSourceText(sources, subject.path, file)
    if (text === undefined || hides === undefined) return []
    const lines = createLineTable(text)
    const secret = text.slice(lines.offsetAt(hides.start), lines.offsetAt(hides.end))
    return secret.length < shortest ? [] : [secret]
  })
}
