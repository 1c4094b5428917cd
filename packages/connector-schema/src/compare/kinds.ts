import type { RuleDescription } from '@sevenstep/findings'
import { breakingKinds } from './breaking-kinds.ts'
import type { ChangeKindEntry } from './change-kind.ts'
import { milderKinds } from './milder-kinds.ts'
import { ownKinds } from './own-kinds.ts'

const entries = { ...breakingKinds, ...milderKinds, ...ownKinds }

/** Id of a kind of change: `br-` may break existing flows, `ok-` does not. */
export type ChangeKind = keyof typeof entries

/** One kind of change with everything a page about it needs. */
export interface ChangeKindDescription extends ChangeKindEntry {
  readonly id: ChangeKind
  /** True for kinds that we named ourselves: nothing was measured, and no text of Microsoft's about them is known. */
  readonly isOurs: boolean
  /** Share of compared versions in which it occurred, from 0 to 1; absent for our own. */
  readonly rate?: number
}

/** How many pairs of consecutive versions of certified definitions stand behind the measured numbers. */
export const comparedVersionPairs = 1089

/** The entry of one kind. */
export function changeKindEntry(kind: ChangeKind): ChangeKindEntry {
  return entries[kind]
}

/** All kinds: those that were measured in the order of their severity and rate, then our own. */
export function describeChangeKinds(): readonly ChangeKindDescription[] {
  // The keys of a literal record.
  return (Object.keys(entries) as ChangeKind[]).map((id) => {
    const entry = changeKindEntry(id)
    const { measured } = entry
    const rate = measured === undefined ? {} : { rate: Math.round((measured.pairs / comparedVersionPairs) * 1e4) / 1e4 }
    return { id, isOurs: Object.hasOwn(ownKinds, id), ...rate, ...entry }
  })
}

/** The kinds as rule descriptions, for printers that list rules. `documentationOf` gives the address of a kind's page. */
export function changeRuleDescriptions(documentationOf: (kind: ChangeKind) => string): readonly RuleDescription[] {
  return describeChangeKinds().map(({ id, title, severity, why, instead, isOurs }) => ({
    id,
    group: 'comparison',
    title,
    settings: { comparison: severity === 'none' ? 'off' : severity },
    messages: { changed: { what: `${title}.`, why, fix: instead } },
    codes: [],
    sources: isOurs ? ['own judgement'] : [`measured on ${comparedVersionPairs} pairs of certified versions`],
    documentation: documentationOf(id),
  }))
}

/** The page about all kinds as Markdown: one table, then one section per kind. */
export function printChangeKinds(): string {
  const kinds = describeChangeKinds()
  const rows = kinds.map(
    ({ id, title, severity, rate, isOurs }) =>
      `| [\`${id}\`](#${id}) | ${title} | ${severity} | ${rate === undefined ? '' : percent(rate)} | ${isOurs ? 'ours' : ''} |`,
  )
  return `${[
    '| Kind | What changed | Severity | Seen in | |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...kinds.map(section),
  ].join('\n')}`
}

function section(kind: ChangeKindDescription): string {
  const { id, title, severity, why, instead, exceptions, measured, rate, isOurs, isMicrosoftTextKnown } = kind
  const evidence =
    measured === undefined || rate === undefined
      ? 'A kind of our own; not measured.'
      : `Seen in ${measured.pairs} of ${comparedVersionPairs} updates of certified connectors (${percent(rate)}), ${measured.occurrences} times.`
  const microsoft = isMicrosoftTextKnown === true ? " Microsoft's own comparison is known to report it." : ''
  const lines = [
    `## ${id}`,
    `${title}. Severity: ${severity}.${exceptions === undefined ? '' : ` ${exceptions}`}`,
    `**Why it matters.** ${why}`,
    `**What to do instead.** ${instead}`,
    `${evidence}${microsoft}${isOurs ? " No text of Microsoft's about it is known." : ''}`,
  ]
  return `${lines.join('\n\n')}\n`
}

function percent(rate: number): string {
  return `${(rate * 100).toFixed(1)} %`
}
