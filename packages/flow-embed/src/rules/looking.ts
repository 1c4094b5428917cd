import type { MendContext, Reporting } from '@sevenstep/rule-engine'
import type { EmbedSubject } from '../engine/embed-subject.ts'
import type { HostPage, Rendering } from '../page/host-page.ts'
import type { Entry, Value } from '../script/follow-value.ts'

type Looking = Reporting & { readonly subject: EmbedSubject }

/**
 * Calls `judge` for every widget that scripts show. Rules say that they could not look where scripts were not read or
 * not given, and where no widget was found although the page loads what shows one.
 */
export function eachRendering(
  { subject, notChecked }: Looking,
  rules: readonly string[],
  judge: (rendering: Rendering) => void,
): void {
  const { page } = subject
  for (const reason of blindSpots(page)) for (const rule of rules) notChecked(rule, reason)
  for (const rendering of page.renderings) judge(rendering)
}

/** Why widgets may be shown that were not seen; empty where everything was. */
function blindSpots({ unread, missing, renderings, sdkReferences, creations }: HostPage): readonly string[] {
  const reasons = unread.map(({ reason }) => reason)
  for (const { address, isLocal } of missing) {
    if (isLocal) reasons.push(`${address} is named by the page and was not given.`)
  }
  const isExpected = renderings.length === 0 && sdkReferences.length + creations.length > 0
  if (isExpected && reasons.length === 0) reasons.push('No call that shows a widget was found in the scripts given.')
  return [...new Set(reasons)]
}

/**
 * Gives the entry at a path of a widget's options. Undefined where it is not there; where it cannot be told, the rule
 * says so and nothing is given either: `isMissing` tells the two apart.
 */
export function optionAt(
  { notChecked }: Reporting,
  rule: string,
  { options }: Pick<Rendering, 'options'>,
  ...path: readonly string[]
): { readonly entry?: Entry; readonly isMissing: boolean } {
  let value = options
  let entry: Entry | undefined
  for (const key of path) {
    if (value?.kind === 'unknown') {
      notChecked(rule, reasonOf(value))
      return { isMissing: false }
    }
    if (value?.kind !== 'object') return { isMissing: true }
    entry = value.entries.get(key)
    if (entry === undefined) {
      if (!value.isWhole) notChecked(rule, `${value.at.file.path}: a part of the options is put in from elsewhere.`)
      return { isMissing: value.isWhole }
    }
    value = entry.value
  }
  if (value?.kind === 'unknown') notChecked(rule, reasonOf(value))
  return { ...(entry !== undefined && { entry }), isMissing: false }
}

/** Why a value is not known, for people: the expression and what stopped us. */
export function reasonOf({ why, at }: Extract<Value, { kind: 'unknown' }>): string {
  const text = at.file.text.slice(at.start, Math.min(at.end, at.start + 40)).replace(/\s+/g, ' ')
  return `${at.file.path}: "${text}${at.end - at.start > 40 ? '…' : ''}" was not followed: ${why}.`
}

/** How a value looks in a message: a text as it is, anything else as it was written. */
export function wordsOf(value: Value): string {
  return value.kind === 'text' ? value.text : value.at.file.text.slice(value.at.start, value.at.end)
}

/** The known word that is meant by one that is not known: the same in other letters, or a few letters away. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const plain = word.toLowerCase()
  const same = known.find((one) => one.toLowerCase() === plain)
  if (same !== undefined || word.length > 60) return same
  const limit = word.length < 5 ? 1 : 2
  let best: { readonly one: string; readonly distance: number } | undefined
  for (const one of known) {
    const distance = distanceOf(plain, one.toLowerCase())
    if (distance <= limit && distance < (best?.distance ?? 9)) best = { one, distance }
  }
  return best?.one
}

/** How many letters have to be put in, taken out or changed. */
function distanceOf(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[right.length] ?? 0
}

type Mending = Pick<MendContext<EmbedSubject>, 'subject' | 'path' | 'start' | 'end' | 'edit'>

/** Writes another word into a text literal, in the quotes that stand there; writes nothing where the place is no literal. */
export function writeText({ subject, path, start, end, edit }: Mending, word: string): void {
  const quote = textOf(subject, path)[start] ?? ''
  if ('\'"`'.includes(quote)) edit.replace(start, end, `${quote}${word}${quote}`)
}

/** Writes another key; nothing where the key is a variable's name as well. */
export function writeKey({ subject, path, start, end, edit }: Mending, key: string): void {
  if (/^\s*:/.test(textOf(subject, path).slice(end, end + 200))) edit.replace(start, end, key)
}

function textOf({ page }: EmbedSubject, path: string): string {
  return page.files.find((file) => file.path === path)?.text ?? ''
}
