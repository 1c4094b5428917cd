import {
  createLineTable,
  createSubject,
  type DraftFinding,
  type Finding,
  finishFindings,
  type LineTable,
  type Location,
  type RelatedPlace,
  type Subject,
} from '@sevenstep/findings'
import { type Connector, textFilesOf } from '../read/connector.ts'
import type { ChangePlace, ConnectorChange } from './change.ts'
import type { ChangeKind } from './kinds.ts'
import { withoutEndSlashes } from './match-operations.ts'

/** How a comparison is turned into findings. */
export interface ChangesToFindingsOptions {
  /** The new version: gives findings their lines and columns. Without it they have pointers only. */
  readonly after?: Connector
  /**
   * The old version and the path that leads to it from the subject (`../old`): adds the old place to each finding.
   * Leave it out when the old version is no folder, a git revision for one.
   */
  readonly before?: { readonly connector: Connector; readonly path: string }
  /** Also makes findings of changes of severity `none`, as `info`. Default false. */
  readonly includeHarmless?: boolean
  /** Address of the page about a kind. */
  readonly documentationOf?: (kind: ChangeKind) => string
}

/** What a subject of a report needs beside its findings. */
export interface ChangesToSubjectOptions extends ChangesToFindingsOptions {
  /** As the user gave it. */
  readonly path: string
  /** Default `comparison`. */
  readonly profile?: string
  /** Default `repository`. */
  readonly target?: string
}

/** How many operations a finding names at most: the change itself lists all. */
const mostOperations = 10

/**
 * The changes as findings that any printer of `@sevenstep/findings` takes: the rule is the kind, the place is in the
 * new version, and a baseline made of them knows the same changes again by their fingerprints.
 */
export function changesToFindings(
  changes: readonly ConnectorChange[],
  options: ChangesToFindingsOptions = {},
): readonly Finding[] {
  const newLines = lineTablesOf(options.after)
  const oldLines = lineTablesOf(options.before?.connector)
  const drafts = changes.flatMap((change): DraftFinding[] => {
    const severity = change.severity === 'none' ? 'info' : change.severity
    if (change.severity === 'none' && options.includeHarmless !== true) return []
    const location = change.near === undefined ? { file: change.file } : locationOf(change.near, newLines)
    const related = [...oldPlace(change, options, oldLines), ...operationPlaces(change, newLines)]
    const documentation = options.documentationOf?.(change.kind)
    return [
      {
        ruleId: change.kind,
        severity,
        message: change.message,
        ...location,
        ...(related.length === 0 ? {} : { related }),
        ...(documentation === undefined ? {} : { documentation }),
      },
    ]
  })
  return finishFindings(drafts)
}

/** One subject of a report that holds the comparison. */
export function changesToSubject(changes: readonly ConnectorChange[], options: ChangesToSubjectOptions): Subject {
  return createSubject({
    path: options.path,
    kind: 'comparison',
    profile: options.profile ?? 'comparison',
    target: options.target ?? 'repository',
    findings: changesToFindings(changes, options),
  })
}

function oldPlace(
  change: ConnectorChange,
  { before }: ChangesToFindingsOptions,
  lines: ReadonlyMap<string, LineTable>,
): readonly RelatedPlace[] {
  if (before === undefined || change.before === undefined) return []
  const location = locationOf(change.before, lines)
  const path = withoutEndSlashes(before.path)
  return [{ ...location, file: path === '' ? location.file : `${path}/${location.file}`, note: 'In the old version.' }]
}

function operationPlaces(change: ConnectorChange, lines: ReadonlyMap<string, LineTable>): readonly RelatedPlace[] {
  if (change.operations.length < 2) return []
  const shown = change.operations.slice(0, mostOperations)
  const rest = change.operations.length - shown.length
  return shown.map(({ id, place }, index) => {
    const more = rest > 0 && index === shown.length - 1 ? ` ${rest} more operations do, too.` : ''
    return { ...locationOf(place, lines), note: `Operation \`${id}\` uses it.${more}` }
  })
}

function locationOf(place: ChangePlace, lines: ReadonlyMap<string, LineTable>): Location {
  const { file, pointer, node } = place
  const table = lines.get(file)
  if (table === undefined) return { file, pointer }
  const start = node.keyStart >= 0 ? node.keyStart : node.start
  return { file, pointer, range: { start: table.positionAt(start), end: table.positionAt(node.end) } }
}

function lineTablesOf(connector: Connector | undefined): ReadonlyMap<string, LineTable> {
  const files = connector === undefined ? [] : textFilesOf(connector)
  return new Map(files.map(({ path, text }) => [path, createLineTable(text)]))
}
