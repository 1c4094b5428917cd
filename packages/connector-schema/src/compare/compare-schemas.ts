import type { JsonNode } from '@sevenstep/located-json'
import type { ChangeGroup, ChangeRecorder, NoticedChange, ReachedOperation } from './change-recorder.ts'
import { compareSchemaFields } from './compare-schema-fields.ts'
import { compareValues, fit } from './compare-values.ts'
import { phraseOf } from './describe-place.ts'
import { countPaths } from './path-counts.ts'
import { type RoleWords, roleWords, type SchemaRole } from './schema-role.ts'
import { SchemaViews } from './schema-view.ts'

/** Two schemas that stand for each other, compared once however often they meet. */
class SchemaPair {
  readonly before: JsonNode
  readonly after: JsonNode
  readonly role: SchemaRole
  readonly next: SchemaPair[] = []
  readonly changes: { readonly group: ChangeGroup; readonly places: number }[] = []
  /** The operations in which this pair stands on top, one entry per place. */
  readonly tops: ReachedOperation[] = []

  constructor(before: JsonNode, after: JsonNode, role: SchemaRole) {
    this.before = before
    this.after = after
    this.role = role
  }

  get starts(): number {
    return this.tops.length
  }
}

/** The texts of the two definitions. */
interface Texts {
  readonly before: string
  readonly after: string
}

/** Beyond this many pairs two versions are made to be slow, not to be compared. */
const mostPairs = 200_000

/** Beyond this many operations named at changes only their number is kept: it is that of the places that is told. */
const mostNamed = 500_000

/** Compares schemas pair by pair; operations are added to what was found at the end, in {@link SchemaComparison.finish}. */
export class SchemaComparison {
  readonly views = new SchemaViews()
  readonly #recorder: ChangeRecorder
  readonly #texts: Texts
  readonly #pairs = new Map<SchemaRole, Map<JsonNode, Map<JsonNode, SchemaPair>>>()
  readonly #all: SchemaPair[] = []
  #compared = 0
  #isCutShort = false

  constructor(recorder: ChangeRecorder, texts: Texts) {
    this.#recorder = recorder
    this.#texts = texts
  }

  /** Compares the schemas of one place in one operation: a body, an answer, a payload, a parameter. */
  add(before: JsonNode, after: JsonNode, role: SchemaRole, operation: ReachedOperation): void {
    this.#pairOf(before, after, role)?.tops.push(operation)
  }

  /** Follows every pair to its end and tells each change how many operations and places it reaches. */
  finish(): void {
    for (let pair = this.#all[this.#compared]; pair !== undefined; pair = this.#all[++this.#compared]) {
      this.#compare(pair)
    }
    if (this.#isCutShort || this.views.isCutShort) {
      const what = 'The schemas refer to each other so often that the comparison stopped before their end.'
      this.#recorder.note({ kind: 'br-not-compared', what, severity: 'warning', after: this.#all[0]?.after.root() })
    }
    if (this.#all.some(({ changes }) => changes.length > 0)) this.#tellReach()
  }

  #pairOf(before: JsonNode, after: JsonNode, role: SchemaRole): SchemaPair | undefined {
    const old = this.views.of(before).node
    const fresh = this.views.of(after).node
    if (this.#isSame(old, fresh)) return undefined
    const ofRole = getOrAdd(this.#pairs, role, () => new Map())
    const ofOld = getOrAdd(ofRole, old, () => new Map())
    const known = ofOld.get(fresh)
    if (known !== undefined) return known
    if (this.#all.length >= mostPairs) {
      this.#isCutShort = true
      return undefined
    }
    const pair = new SchemaPair(old, fresh, role)
    ofOld.set(fresh, pair)
    this.#all.push(pair)
    return pair
  }

  /**
   * True when both are written alike and refer to nothing, so that there is no need to look inside. Most of a new
   * version is. An escape could hide a reference.
   */
  #isSame(before: JsonNode, after: JsonNode): boolean {
    if (before.end - before.start !== after.end - after.start) return false
    const text = this.#texts.before.slice(before.start, before.end)
    return text === this.#texts.after.slice(after.start, after.end) && !text.includes('"$ref"') && !text.includes('\\u')
  }

  #compare(pair: SchemaPair): void {
    const before = this.views.of(pair.before)
    const after = this.views.of(pair.after)
    if (before.isCut || after.isCut) return
    const words = roleWords[pair.role]
    const note = (noticed: NoticedChange, places = 1): void => {
      pair.changes.push({ group: this.#recorder.note(noticed), places })
    }
    for (const noticed of compareValues({ before, after, words, phrase: () => phraseOf(pair.before) })) note(noticed)
    if (!fit(before, after)) return
    compareSchemaFields({
      before,
      after,
      words,
      views: this.views,
      isSame: (old, fresh) => this.#isSame(old, fresh),
      note,
      follow: (old, fresh) => this.#follow(pair, old, fresh),
    })
    this.#compareItems(pair, before.facet('items'), after.facet('items'), words, note)
    const openBefore = before.facet('additionalProperties')
    const openAfter = after.facet('additionalProperties')
    if (openBefore?.kind === 'object' && openAfter?.kind === 'object') this.#follow(pair, openBefore, openAfter)
  }

  #compareItems(
    pair: SchemaPair,
    before: JsonNode | undefined,
    after: JsonNode | undefined,
    words: RoleWords,
    note: (noticed: NoticedChange) => void,
  ): void {
    if (before?.kind === 'object' && after?.kind === 'object') this.#follow(pair, before, after)
    else if (before?.kind === 'array' && after?.kind === 'array') {
      for (const [index, item] of before.children.entries()) {
        const same = after.children[index]
        if (same !== undefined) this.#follow(pair, item, same)
      }
    } else if (before?.kind === 'object') {
      const what = `${words.noun} ${phraseOf(before)} is gone: nothing says what the list holds.`
      note({ kind: words.deleted, what, before, near: pair.after })
    } else if (after?.kind === 'object') {
      note({ kind: words.added, what: `${words.noun} ${phraseOf(after)} is described now.`, after })
    }
  }

  #follow(pair: SchemaPair, before: JsonNode, after: JsonNode): void {
    const next = this.#pairOf(before, after, pair.role)
    if (next !== undefined) pair.next.push(next)
  }

  #tellReach(): void {
    const counts = countPaths(this.#all)
    for (const pair of this.#all) {
      for (const { group, places } of pair.changes) {
        const more = (counts.get(pair) ?? 0) * places
        group.occurrences = Math.min(group.occurrences + more, Number.MAX_SAFE_INTEGER)
      }
    }
    const changed = this.#leadingToChange()
    let named = 0
    const starts = new Map<string, { readonly node: JsonNode; readonly pairs: SchemaPair[] }>()
    for (const pair of changed) {
      for (const { id, node } of pair.tops) getOrAdd(starts, id, () => ({ node, pairs: [] })).pairs.push(pair)
    }
    for (const [id, { node, pairs }] of starts) {
      for (const pair of reachable(pairs, (from) => from.next, changed)) {
        named += pair.changes.length
        for (const { group } of pair.changes) if (named <= mostNamed) group.operations.set(id, node)
      }
      if (named > mostNamed) {
        const what = `The changes reach so many operations that those from ${id} on are not listed.`
        this.#recorder.note({ kind: 'br-not-compared', what, severity: 'warning', after: node })
        return
      }
    }
  }

  /** The pairs from which some change can be reached; in a large connector few. */
  #leadingToChange(): ReadonlySet<SchemaPair> {
    const comingFrom = new Map<SchemaPair, SchemaPair[]>()
    for (const pair of this.#all) {
      for (const next of pair.next) getOrAdd(comingFrom, next, () => []).push(pair)
    }
    const ends = this.#all.filter(({ changes }) => changes.length > 0)
    return reachable(ends, (pair) => comingFrom.get(pair) ?? [])
  }
}

function reachable<Node>(
  from: readonly Node[],
  next: (node: Node) => readonly Node[],
  within?: ReadonlySet<Node>,
): ReadonlySet<Node> {
  const found = new Set(from)
  // A set is walked in the order of insertion, what is added on the way included.
  for (const node of found) {
    for (const other of next(node)) if (within === undefined || within.has(other)) found.add(other)
  }
  return found
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  let value = map.get(key)
  if (value === undefined) {
    value = create()
    map.set(key, value)
  }
  return value
}
