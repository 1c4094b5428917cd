import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { decodeText } from '@sevenstep/connector-schema'
import type { DraftSubject, ReportDrawing } from '@sevenstep/findings'
import type { FamilyTiming, RuleChoice } from '@sevenstep/rule-engine'
import type { Lesson } from '@sevenstep/rule-engine/handed-on'
import type { CheckFlags } from '../check/check-flags.ts'
import { isWorthMending } from '../check/is-worth-mending.ts'
import type { Judging, Source, Unreadable } from '../check/source.ts'
import type { KindEntry } from './kind.ts'

/** What a kind says of something that its room judges; all that such things share is added by {@link roomSource}. */
export interface RoomParts {
  readonly entry: KindEntry
  readonly path: string
  readonly kind: string
  readonly recognised: string
  /** The folder or file it is; nothing is mended in an archive. */
  readonly at: { readonly folder: string } | { readonly file: string } | { readonly archive: string }
  /** Absolute paths of the files that are read. */
  readonly reads: readonly string[]
  /** Loads what judging with these options takes, and most runs do not. */
  prepare?(flags: CheckFlags): Promise<void>
  /** What it tells those who judge other sources. */
  lesson?(judging: Judging): Lesson | undefined
  /** Names of the files that may be mended; none when left out. */
  mendable?(): readonly string[]
  /** Reads the files anew, one of them perhaps with another text, and judges them. */
  check(judging: Judging, changed?: ChangedFile): RoomJudged
  /** What applies to it. */
  applied(judging: Judging): Readonly<Record<string, unknown>>
  textOf?(file: string): string | undefined
  /** Pictures of it, as it was judged last. */
  drawings?(): Promise<readonly ReportDrawing[]>
}

/** What a room found. */
export interface RoomJudged {
  readonly subject: DraftSubject
  readonly timing: readonly FamilyTiming[]
  /** Files that are there and could not be read; none when left out. */
  readonly unreadable?: readonly Unreadable[]
}

/** A file that is judged with another text than it has. */
export interface ChangedFile {
  readonly path: string
  readonly text: string
}

/** Something that the room of a later step judges, as the command line treats all. */
export function roomSource({ at, mendable, check, ...parts }: RoomParts): Source {
  const place = 'folder' in at ? at.folder : dirname('file' in at ? at.file : at.archive)
  return {
    ...parts,
    folder: 'folder' in at ? at.folder : undefined,
    ...('file' in at && { file: { role: basename(at.file), absolute: at.file } }),
    location: place,
    judge(judging) {
      const { subject, timing, unreadable = [] } = check(judging)
      return { subject: { ...subject, path: parts.path, kind: parts.kind }, timing, unreadable }
    },
    async mend(judging) {
      const { mendText } = await import('./mend-text-of.ts')
      return (mendable?.() ?? []).flatMap((file) => {
        const { text, isUtf8 } = decodeText(file, readFileSync(join(place, file)))
        if (!isUtf8) return []
        const mended = mendText(file, text, {
          check: (current) =>
            check({ ...judging, withEdits: 'automatic' }, { path: file, text: current }).subject.findings,
          isWorthMending: (finding) => isWorthMending(finding, judging.run.flags.rule),
        })
        return mended ?? []
      })
    },
  }
}

/** What a room of its own name in the configuration may hold. */
interface Configured {
  readonly profile?: string | undefined
  readonly edition?: string | undefined
}

/** The options that every room takes, from the command line, which wins, and the configuration. */
export function roomOptions<Profile extends string>(
  { run: { flags, console }, settings, withEdits }: Judging,
  profiles: readonly Profile[],
  configured: Configured | undefined,
): RoomOptions<Profile> {
  const known = (name: string | undefined): Profile | undefined => profiles.find((one) => one === name)
  const profile = known(flags.profile) ?? known(configured?.profile)
  const edition = [flags.edition, configured?.edition].find((one) => one === '2018-02' || one === 'current')
  const { rules } = settings.configuration
  return {
    today: console.today,
    withEdits,
    ...(profile !== undefined && { profile }),
    ...(edition !== undefined && { edition: edition === '2018-02' ? edition : 'current' }),
    ...(rules !== undefined && { settings: rules }),
    ...(flags.rule !== undefined && { only: flags.rule }),
    ...(flags.skip !== undefined && { skip: flags.skip }),
    ...(flags.timing && { now: () => performance.now() }),
  }
}

/** What {@link roomOptions} gives. */
export interface RoomOptions<Profile extends string> extends RuleChoice {
  readonly profile?: Profile
  readonly edition?: '2018-02' | 'current'
  readonly today: string
  readonly withEdits: boolean | 'automatic'
  readonly now?: () => number
}
