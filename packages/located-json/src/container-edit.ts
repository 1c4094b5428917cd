import type { JsonTextEdit } from './apply-text-edits.ts'
import { innerEnd, type Part, type PartIndex, partIndexOf } from './container-parts.ts'
import type { JsonNode, JsonValue } from './json-node.ts'
import { readJson } from './read-json.ts'
import {
  hasLineBreak,
  isOnLines,
  type Layout,
  lineIndent,
  newlineOf,
  printValue,
  unitOf,
  wrapParts,
} from './text-layout.ts'

/** A member or item to be: one that stands in the text, or a new one. */
type Item = OldItem | NewItem
interface OldItem {
  readonly is: 'old'
  readonly part: Part
  isRemoved: boolean
}
interface NewItem {
  readonly is: 'new'
  readonly key: string | undefined
  value: JsonValue
}

/** Where a new member goes. */
export interface Anchor {
  readonly before?: string
  readonly after?: string
}

/** What shall become of one object or array: members removed and added, turned into text edits at the end. */
export class ContainerEdit {
  readonly #text: string
  readonly #container: JsonNode
  readonly #parts: readonly Part[]
  readonly #index: PartIndex
  readonly #removed = new Set<number>()
  /** Only made once something is added: what is removed alone concerns its neighbours, not all that stands there. */
  #madeItems: Item[] | undefined
  #replacedByKey: ReadonlyMap<string, readonly number[]> | undefined

  constructor(text: string, container: JsonNode) {
    this.#text = text
    this.#container = container
    this.#index = partIndexOf(text, container)
    this.#parts = this.#index.parts
  }

  /** Removes a member or item; of an object also what stood under the same key before it. */
  remove(node: JsonNode): void {
    const own = this.#index.byNode.get(node)
    if (own !== undefined) this.#removePart(own)
    if (node.key === undefined || this.#index.replaced.length === 0) return
    this.#replacedByKey ??= this.#groupReplaced()
    for (const at of this.#replacedByKey.get(node.key) ?? []) this.#removePart(at)
  }

  /** Removes whatever begins at an offset; false when nothing does. */
  removeAt(start: number): boolean {
    const at = this.#parts.findIndex((part) => part.start === start)
    if (at >= 0) this.#removePart(at)
    return at >= 0
  }

  /** Adds a member; one that was added under the same key gets the new value instead. */
  insert(key: string | undefined, value: JsonValue, anchor: Anchor): void {
    const items = this.#items()
    const added = items.find((item) => item.is === 'new' && key !== undefined && item.key === key)
    if (added?.is === 'new') added.value = value
    else items.splice(this.#placeFor(anchor, items), 0, { is: 'new', key, value })
  }

  /** Adds an item before the one that stood at an index; behind the last one when there is none. */
  insertItem(index: number, value: JsonValue): void {
    const next = this.#container.children[index]
    const items = this.#items()
    const at = items.findIndex((item) => item.is === 'old' && item.part.node === next)
    items.splice(next === undefined || at < 0 ? items.length : at, 0, { is: 'new', key: undefined, value })
  }

  /** True when the member of that key will still be there. */
  keeps(node: JsonNode): boolean {
    const at = this.#index.byNode.get(node)
    return at !== undefined && !this.#removed.has(at)
  }

  edits(): JsonTextEdit[] {
    if (this.#madeItems === undefined && this.#removed.size === 0) return []
    if (this.#removed.size === this.#parts.length) return [this.#rewrite(this.#items())]
    return this.#madeItems === undefined ? this.#cut() : this.#adjust(this.#madeItems)
  }

  /** How this container's members are laid out, judged by the ones it has, then by what surrounds it. */
  layoutAt(part: Part | undefined): Layout {
    const text = this.#text
    const container = this.#container
    const separator = separatorAt(text, this.#parts, part) ?? this.#ownSeparator()
    const closing = separator.includes('\n') ? newlineOf(text) + lineIndent(text, container.start) : ''
    return {
      separator,
      closing,
      unit: this.#unit(separator),
      colon: colonOf(text, container),
      padding: paddingOf(text, container),
    }
  }

  /** A container left without any of its old members is written anew between its brackets. */
  #rewrite(items: readonly Item[]): JsonTextEdit {
    const layout = this.layoutAt(this.#parts[0])
    const printed = items.flatMap((item) => (item.is === 'new' ? [this.#print(item, layout)] : []))
    const start = this.#container.start + 1
    const end = innerEnd(this.#text, this.#container)
    // With no member of old, whatever is not blank is a comment, and stays.
    const comment = this.#parts.length > 0 ? '' : this.#text.slice(start, end).trimEnd()
    if (comment !== '') return this.#writeBehind(start + comment.length, end, printed, layout)
    const text = wrapParts(printed, this.#container.kind === 'object' ? '{}' : '[]', layout).slice(1, -1)
    return { start, end, text }
  }

  /** The blank behind the comment is needed: it may be the line break that ends it. */
  #writeBehind(start: number, end: number, printed: readonly string[], layout: Layout): JsonTextEdit {
    const blank = this.#text.slice(start, end)
    const isSpread = isOnLines(layout)
    const text = printed.join(`,${layout.separator}`)
    return { start, end, text: `${isSpread ? layout.separator : blank}${text}${isSpread ? layout.closing : blank}` }
  }

  /** Nothing is added: of each run that goes, the comma that belongs to it goes with it. */
  #cut(): JsonTextEdit[] {
    const edits: JsonTextEdit[] = []
    const removed = [...this.#removed].sort((left, right) => left - right)
    for (let at = 0; at < removed.length; at++) {
      const first = removed[at] ?? 0
      let last = first
      while (removed[at + 1] === last + 1) last = removed[++at] ?? last
      const start = this.#parts[first]?.start ?? 0
      const next = this.#parts[last + 1]
      if (next !== undefined) edits.push({ start, end: next.start, text: '' })
      else edits.push({ start: this.#parts[first - 1]?.end ?? start, end: this.#parts[last]?.end ?? start, text: '' })
    }
    return edits
  }

  /** Between members that stay, only what goes and what comes is touched. */
  #adjust(items: readonly Item[]): JsonTextEdit[] {
    const edits: JsonTextEdit[] = []
    let kept: Part | undefined
    let fresh: NewItem[] = []
    let removed: Part[] = []
    const flush = (next: Part | undefined): void => {
      const removedFrom = removed[0]?.start
      const layout = fresh.length === 0 ? undefined : this.layoutAt(kept ?? next)
      const texts = layout === undefined ? [] : fresh.map((item) => this.#print(item, layout))
      const separator = layout?.separator ?? ''
      if (kept === undefined && next !== undefined) {
        edits.push({
          start: removedFrom ?? next.start,
          end: next.start,
          text: texts.map((text) => `${text},${separator}`).join(''),
        })
      } else if (kept !== undefined) {
        const added = texts.map((text) => `,${separator}${text}`).join('')
        const removedTo = removed.at(-1)?.end
        if (next === undefined) edits.push({ start: kept.end, end: removedTo ?? kept.end, text: added })
        else {
          edits.push({ start: kept.end, end: kept.end, text: added })
          if (removedFrom !== undefined) edits.push({ start: removedFrom, end: next.start, text: '' })
        }
      }
      fresh = []
      removed = []
    }
    for (const item of items) {
      if (item.is === 'new') fresh.push(item)
      else if (item.isRemoved) removed.push(item.part)
      else {
        flush(item.part)
        kept = item.part
      }
    }
    flush(undefined)
    return edits.filter((edit) => edit.end > edit.start || edit.text !== '')
  }

  #print(item: NewItem, layout: Layout): string {
    const value = printValue(item.value, layout)
    return item.key === undefined ? value : `${JSON.stringify(item.key)}${layout.colon}${value}`
  }

  #placeFor(anchor: Anchor, items: readonly Item[]): number {
    const name = anchor.before ?? anchor.after
    if (name === undefined) return items.length
    const at = items.findLastIndex((item) => (item.is === 'new' ? item.key : item.part.node?.key) === name)
    if (at < 0) return items.length
    return anchor.before === undefined ? at + 1 : at
  }

  /** Members that a later equal key replaced, by that key as the reader takes it. */
  #groupReplaced(): ReadonlyMap<string, readonly number[]> {
    const groups = new Map<string, number[]>()
    for (const at of this.#index.replaced) {
      const part = this.#parts[at]
      if (part === undefined) continue
      const key = readJson(`{${this.#text.slice(part.start, part.end)}}`).root?.children[0]?.key
      const same = key === undefined ? undefined : groups.get(key)
      if (same !== undefined) same.push(at)
      else if (key !== undefined) groups.set(key, [at])
    }
    return groups
  }

  #removePart(at: number): void {
    this.#removed.add(at)
    const part = this.#parts[at]
    const item = this.#madeItems?.find((one) => one.is === 'old' && one.part === part)
    if (item?.is === 'old') item.isRemoved = true
  }

  #items(): Item[] {
    this.#madeItems ??= this.#parts.map((part, at) => ({ is: 'old', part, isRemoved: this.#removed.has(at) }))
    return this.#madeItems
  }

  /** When no neighbour shows it: on one line where the container or what holds it is on one line. */
  #ownSeparator(): string {
    const text = this.#text
    const container = this.#container
    const from = container.parent?.start ?? 0
    const isSpread = hasLineBreak(text, container.start, container.end)
    const isOnOwnLine = hasLineBreak(text, from, container.parent === undefined ? text.length : container.start)
    if (!isSpread && (this.#parts.length > 0 || !isOnOwnLine)) return inlineSeparator(text, container)
    return newlineOf(text) + lineIndent(text, container.start) + this.#unit('')
  }

  #unit(separator: string): string {
    const text = this.#text
    for (let node: JsonNode | undefined = this.#container; node !== undefined; node = node.parent) {
      const outer = lineIndent(text, node.start)
      const first = node.children[0]
      const place = first === undefined ? -1 : first.key === undefined ? first.start : first.keyStart
      const inner = place < 0 ? separator.slice(separator.lastIndexOf('\n') + 1) : lineIndent(text, place)
      if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length)
    }
    return unitOf(text)
  }
}

/** The layout of a value that takes another's place: its own line's, or one line where the old one was on one. */
export function layoutFor(text: string, node: JsonNode, parent: ContainerEdit | undefined): Layout {
  const hasLines = hasLineBreak(text, node.start, node.end)
  const layout = (parent ?? new ContainerEdit(text, node)).layoutAt(undefined)
  if ((node.children.length > 0 && !hasLines) || !(isOnLines(layout) || hasLines)) {
    return { ...layout, separator: inlineSeparator(text, node), closing: '' }
  }
  return { ...layout, separator: newlineOf(text) + lineIndent(text, node.start) }
}

/** The blank before a neighbour, cut down to its last line break; nothing when no neighbour tells. */
function separatorAt(text: string, parts: readonly Part[], part: Part | undefined): string | undefined {
  const index = part === undefined ? -1 : parts.indexOf(part)
  const follower = index > 0 ? part : (parts[1] ?? undefined)
  const model = follower ?? parts[0]
  if (model === undefined) return undefined
  const gap = text.slice(model.gapStart, model.start)
  if (gap.includes('\n')) return newlineOf(text) + lineIndent(text, model.start)
  if (follower === undefined || gap.trim() !== '') return undefined
  return gap
}

/** The blank behind a comma on one line, as in the nearest container that shows it. */
function inlineSeparator(text: string, node: JsonNode): string {
  for (let place: JsonNode | undefined = node; place !== undefined; place = place.parent) {
    const [first, second] = place.children
    if (first === undefined || second === undefined) continue
    const gap = text.slice(first.end, second.key === undefined ? second.start : second.keyStart)
    const blank = /^[ \t]*,([ \t]*)$/.exec(gap)?.[1]
    if (blank !== undefined) return blank
  }
  return colonOf(text, node) === ':' ? '' : ' '
}

function colonOf(text: string, node: JsonNode): string {
  for (let place: JsonNode | undefined = node; place !== undefined; place = place.parent) {
    const member = place.key === undefined ? place.children.find((child) => child.key !== undefined) : place
    if (member === undefined) continue
    const gap = text.slice(member.keyEnd, member.start)
    if (/^[ \t]*:[ \t]*$/.test(gap)) return gap
  }
  return /^[^\n]*[:,] |\n/.test(text) ? ': ' : ':'
}

function paddingOf(text: string, node: JsonNode): string {
  for (let place: JsonNode | undefined = node; place !== undefined; place = place.parent) {
    if (place.kind !== 'object' || place.children.length === 0) continue
    const inner = text[place.start + 1] ?? ''
    if (inner !== '\n' && inner !== '\r') return inner === ' ' ? ' ' : ''
  }
  return ''
}
