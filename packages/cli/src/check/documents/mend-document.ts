import { readFileSync } from 'node:fs'
import type { MendedFile } from '@sevenstep/certification-rules'
import { decodeText } from '@sevenstep/connector-schema'
import { mendText } from '@sevenstep/rule-engine'
import type { CheckRun } from '../check-run.ts'
import { isWorthMending } from '../is-worth-mending.ts'
import type { SettingsFor } from '../settings-for.ts'
import type { DocumentSource } from '../source.ts'

/** A document with its automatic mends made in memory; nothing when there is nothing to mend, or it is no UTF-8. */
export function mendDocument(
  { document, file }: DocumentSource,
  { configuration }: SettingsFor,
  { flags, console }: CheckRun,
): readonly MendedFile[] {
  const { text, isUtf8 } = decodeText(file.role, readFileSync(file.absolute))
  if (!isUtf8) return []
  const mended = mendText(file.role, text, {
    check: (current) =>
      document.check({
        flags,
        configuration,
        today: console.today,
        folder: console.folder,
        withEdits: 'automatic',
        text: current,
      }).subject.findings,
    isWorthMending: (finding) => isWorthMending(finding, flags.rule),
  })
  return mended === undefined ? [] : [mended]
}
