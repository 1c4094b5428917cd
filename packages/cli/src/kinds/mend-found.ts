import { type MendedFile, mendConnector } from '@sevenstep/certification-rules'
import { isWorthMending } from '../check/is-worth-mending.ts'
import type { Judging } from '../check/source.ts'
import type { FoundConnector } from './connector.ts'

/** The files of a connector that change, mended in memory. */
export function mendFound(found: FoundConnector, { run, settings }: Judging): readonly MendedFile[] {
  return mendConnector(found.read(settings.elsewhere).connector, {
    ...settings.options,
    isWholeFolder: found.folder !== undefined,
    isWorthMending: (finding) => isWorthMending(finding, run.flags.rule),
  })
}
