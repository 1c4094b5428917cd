import { type Connector, jsonFilesOf, textFilesOf } from '@sevenstep/connector-schema'
import type { DraftSubject, NotChecked } from '@sevenstep/findings'
import { cutOff, FindingCollector, NotCheckedNotes, Places, Unfinished } from '@sevenstep/rule-engine'
import { ruleFamilies } from '../generated/rule-families.ts'
import { noteUnread } from './note-unread.ts'
import type { PackageContents } from './package-contents.ts'
import { detectProfile, type Profile, type Target } from './profiles.ts'
import type { CheckContext, ConnectorCheck, RuleFamily } from './rule-family.ts'
import { planRules } from './rule-plan.ts'
import type { Selection } from './settings.ts'
import { type Timing, timedCheck } from './timing.ts'
import { traverse } from './traverse.ts'

/** How to check a connector; everything has a default. */
export interface CheckOptions extends Partial<Selection> {
  /** Where the connector was found, for the report and for telling the profile from folder names. */
  readonly path?: string
  /** Add the edits that would mend each finding, or only those that need no decision. Costs time; off by default. */
  readonly withEdits?: boolean | 'automatic'
  /** Titles of connectors that already exist, to find clashes with. */
  readonly knownTitles?: readonly string[]
  /** The archive the connector came in, to be judged as a certification package as well. */
  readonly contents?: PackageContents
  /** Rule families to run instead of all. */
  readonly families?: readonly RuleFamily[]
  /** A clock in milliseconds; given, the result says how long each family took. */
  readonly now?: () => number
}

/** What a check found. */
export interface CheckResult {
  /** Ready for `createReport` of `@sevenstep/findings`. */
  readonly subject: DraftSubject
  /** Milliseconds per family, slowest first; empty when no clock was given. */
  readonly timing: readonly Timing[]
}

/**
 * Checks a connector against every requirement that applies to its profile and target. Never throws, whatever the
 * files hold. The verdict is ours: it says what Microsoft's published requirements and the measured practice of
 * accepted connectors lead us to expect, not what a reviewer will decide.
 */
export function checkConnector(connector: Connector, options: CheckOptions = {}): CheckResult {
  const profile = options.profile ?? detectProfile(connector, options.path)
  const target = options.target ?? 'repository'
  const { families, rules } = planRules(options.families ?? ruleFamilies, { ...options, profile, target })
  const files = jsonFilesOf(connector)
  const isEditable = (path: string) => !textFilesOf(connector).some((file) => file.path === path && !file.isUtf8)
  const collector = new FindingCollector({ subject: connector, places: new Places(files), rules, isEditable })
  const unfinished = new Unfinished(files)
  const titles = options.knownTitles?.map((title) => title.toLowerCase())
  const notes = new NotCheckedNotes(rules)
  const timing = new Map<string, number>()
  const checks: ConnectorCheck[] = []
  const known = titles === undefined ? undefined : new Set(titles)
  for (const family of families) {
    const context: CheckContext = {
      connector,
      profile,
      target,
      knownTitles: known,
      report(rule, at, extra) {
        if (extra?.onKey !== true && unfinished.holds(at)) notes.add(rule, cutOff)
        else collector.report(rule, at, extra)
      },
      notChecked: (rule, reason, handIn) => notes.add(rule, reason, handIn),
    }
    const check = family.check(context)
    noteUnread(connector, family, check, context.notChecked)
    checks.push(options.now === undefined ? check : timedCheck(check, family.id, timing, options.now))
  }
  traverse(connector, checks, options.contents)
  const findings = collector.findings(options.withEdits ?? false)
  const unchecked = notes.list()
  return {
    subject: describeSubject(connector, options.path, profile, target, { findings, notChecked: unchecked }),
    timing: [...timing]
      .map(([family, milliseconds]) => ({ family, milliseconds }))
      .sort((a, b) => b.milliseconds - a.milliseconds),
  }
}

function describeSubject(
  connector: Connector,
  path: string | undefined,
  profile: Profile,
  target: Target,
  found: Pick<DraftSubject, 'findings'> & { readonly notChecked: readonly NotChecked[] },
): DraftSubject {
  const { findings, notChecked } = found
  const subject = { path: path ?? connector.name, kind: 'connector', profile, target, findings }
  return notChecked.length === 0 ? subject : { ...subject, notChecked }
}
