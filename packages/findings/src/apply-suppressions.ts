import type { DraftFinding } from './create-report.ts'
import { fillMessage } from './fill-message.ts'
import type { Suppression } from './suppression.ts'
import { suppressionRules } from './suppression-rules.ts'

/** A finding that a suppression took out, and the first suppression that did. */
export interface SuppressedFinding<Item> {
  readonly finding: Item
  readonly suppression: Suppression
}

/** What is left after suppressions, what they took out, and what is wrong with the suppressions themselves. */
export interface SuppressionResult<Item> {
  readonly kept: readonly Item[]
  readonly suppressed: readonly SuppressedFinding<Item>[]
  /** Findings of the rules in {@link suppressionRules}; put them into the report like any other. */
  readonly remarks: readonly DraftFinding[]
}

/** Suppressions that remember over several subjects which of them were of use. */
export interface Suppressor {
  /** Parts findings into those kept and those suppressed. */
  apply<Item extends DraftFinding>(
    findings: readonly Item[],
  ): { readonly kept: readonly Item[]; readonly suppressed: readonly SuppressedFinding<Item>[] }
  /** Remarks on the suppressions, for everything applied so far; ask once, at the end. */
  remarks(): readonly DraftFinding[]
}

type State = 'active' | 'expired' | 'without-reason' | 'until-invalid'

/**
 * Applies suppressions to the findings of one subject. `today` is `YYYY-MM-DD`; nothing here looks at a clock.
 * Suppressions that are expired, give no reason or name no real day are not obeyed: their findings stay, and a
 * remark says so. One that fits no finding gets a remark too.
 */
export function applySuppressions<Item extends DraftFinding>(
  findings: readonly Item[],
  suppressions: readonly Suppression[],
  today: string,
): SuppressionResult<Item> {
  const suppressor = createSuppressor(suppressions, today)
  const { kept, suppressed } = suppressor.apply(findings)
  return { kept, suppressed, remarks: suppressor.remarks() }
}

/** Like {@link applySuppressions}, for one set of suppressions over several subjects. */
export function createSuppressor(suppressions: readonly Suppression[], today: string): Suppressor {
  const entries = suppressions.map((suppression, at) => ({
    suppression,
    at,
    state: stateOf(suppression, today),
    hits: 0,
  }))
  const byPlace = new Map<string, (typeof entries)[number][]>()
  for (const entry of entries) {
    const key = placeKey(entry.suppression.rule, entry.suppression.pointer)
    const same = byPlace.get(key)
    if (same === undefined) byPlace.set(key, [entry])
    else same.push(entry)
  }
  const fittingFor = (finding: DraftFinding): readonly (typeof entries)[number][] =>
    [...new Set([finding.ruleId, '*'])]
      .flatMap((rule) => pointersTo(finding.pointer).flatMap((pointer) => byPlace.get(placeKey(rule, pointer)) ?? []))
      .filter(({ suppression: { file } }) => file === undefined || file === finding.file)
      .sort((left, right) => left.at - right.at)
  return {
    apply(findings) {
      const kept: (typeof findings)[number][] = []
      const suppressed: SuppressedFinding<(typeof findings)[number]>[] = []
      for (const finding of findings) {
        const fitting = fittingFor(finding)
        for (const entry of fitting) entry.hits += 1
        const active = fitting.find(({ state }) => state === 'active')
        if (active === undefined) kept.push(finding)
        else suppressed.push({ finding, suppression: active.suppression })
      }
      return { kept, suppressed }
    },
    remarks() {
      return entries.flatMap(({ suppression, state, hits }) => remarkOn(suppression, state, hits))
    },
  }
}

function stateOf({ reason, until }: Suppression, today: string): State {
  if (reason.trim() === '') return 'without-reason'
  if (until === undefined) return 'active'
  if (!isDay(until)) return 'until-invalid'
  return until < today ? 'expired' : 'active'
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Suppressions are looked up and not searched: thousands of them may meet thousands of findings. */
function placeKey(rule: string, pointer: string | undefined): string {
  return `${pointer ?? ''} ${rule}`
}

/** The pointer and those of everything that holds its node; the empty one stands for any place. */
function pointersTo(pointer: string | undefined): readonly string[] {
  const pointers = ['']
  if (pointer === undefined || pointer === '') return pointers
  for (let slash = pointer.indexOf('/', 1); slash > 0; slash = pointer.indexOf('/', slash + 1)) {
    pointers.push(pointer.slice(0, slash))
  }
  pointers.push(pointer)
  return pointers
}

function remarkOn(suppression: Suppression, state: State, hits: number): DraftFinding[] {
  const ruleId = state === 'active' ? 'suppression-unused' : `suppression-${state}`
  const rule = suppressionRules.find(({ id }) => id === ruleId)
  const message = rule?.messages.default
  const severity = rule?.settings.custom
  if (rule === undefined || message === undefined || severity === undefined || severity === 'off') return []
  if (state === 'active' && hits > 0) return []
  const values = { name: nameOf(suppression), until: JSON.stringify(suppression.until) ?? '', effect: effectOf(hits) }
  const place = suppression.place ?? { file: 'sevenstep.config.json' }
  return [{ ...place, ruleId, severity, message: fillMessage(message, values), documentation: rule.documentation }]
}

function effectOf(hits: number): string {
  if (hits === 0) return 'there is nothing left for it to suppress'
  return hits === 1 ? 'its finding is back' : `its ${hits} findings are back`
}

function nameOf({ rule, file, pointer }: Suppression): string {
  const where = [file, pointer].filter((part) => part !== undefined && part !== '').join(' ')
  const what = rule === '*' ? 'every rule' : rule
  return where === '' ? what : `${what} in ${where}`
}
