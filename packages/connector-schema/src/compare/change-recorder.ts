import { compareTexts, fingerprintOf, type Message } from '@sevenstep/findings'
import type { JsonNode } from '@sevenstep/located-json'
import type { ChangedOperation, ChangePlace, ChangeSeverity, ConnectorChange } from './change.ts'
import { type ChangeKind, changeKindEntry } from './kinds.ts'

/** One difference as it is noticed, before it is known how many operations it reaches. */
export interface NoticedChange {
  readonly kind: ChangeKind
  /** Says what changed in words that depend on the nodes alone, so that the same change gets the same fingerprint. */
  readonly what: string
  readonly before?: JsonNode | undefined
  readonly after?: JsonNode | undefined
  /** In the new version, what used to hold something that is gone. */
  readonly near?: JsonNode | undefined
  /** When it differs from that of the kind. */
  readonly severity?: ChangeSeverity | undefined
  readonly fix?: string
  /** Stands for the file when there is no node at all. */
  readonly file?: string
}

/** An operation as it is named in changes: its node in the new version, or in the old one. */
export interface ReachedOperation {
  readonly id: string
  readonly node: JsonNode
}

/** The same difference noticed in any number of places. */
export interface ChangeGroup {
  readonly noticed: NoticedChange
  near: JsonNode | undefined
  readonly operations: Map<string, JsonNode>
  occurrences: number
}

/** Collects what is noticed; the same nodes under the same kind are one change. */
export class ChangeRecorder {
  readonly #files: ReadonlyMap<JsonNode, string>
  readonly #groups = new Map<string, ChangeGroup>()
  readonly #numbers = new Map<JsonNode, number>()
  readonly #places = new Map<JsonNode, ChangePlace>()

  /** @param files the path of the file that each root node was read from */
  constructor(files: ReadonlyMap<JsonNode, string>) {
    this.#files = files
  }

  /** Notes a change that is not about operations, or whose operations are counted later. */
  note(noticed: NoticedChange): ChangeGroup {
    const { kind, before, after, near, what } = noticed
    const key = `${kind} ${this.#number(before)} ${this.#number(after)} ${what}`
    let group = this.#groups.get(key)
    if (group === undefined) {
      group = { noticed, near, operations: new Map(), occurrences: 0 }
      this.#groups.set(key, group)
    } else if (near !== undefined && (group.near === undefined || near.pointer() < group.near.pointer())) {
      group.near = near
    }
    return group
  }

  /** Notes a change in one operation. */
  noteIn(operation: ReachedOperation, noticed: NoticedChange): void {
    const group = this.note(noticed)
    group.operations.set(operation.id, operation.node)
    group.occurrences += 1
  }

  /** Everything that was noticed, gravest first, then by kind, file, pointer and text: the order of keys has no say. */
  finish(): readonly ConnectorChange[] {
    const sorted = [...this.#groups.values()]
      .map((group) => this.#changeOf(group))
      .sort((left, right) => compareTexts(sortKey(left), sortKey(right)))
    const seen = new Map<string, number>()
    return sorted.map(({ parts, change }) => {
      const plain = fingerprintOf(parts)
      const ordinal = seen.get(plain) ?? 0
      seen.set(plain, ordinal + 1)
      return { ...change, fingerprint: ordinal === 0 ? plain : fingerprintOf(parts, ordinal) }
    })
  }

  #changeOf(group: ChangeGroup): UnnumberedChange {
    const { kind, what, severity, fix, file } = group.noticed
    const entry = changeKindEntry(kind)
    const message: Message = { what, why: entry.why, fix: fix ?? entry.instead }
    const before = this.#place(group.noticed.before)
    const after = this.#place(group.noticed.after)
    const near = after ?? this.#place(group.near)
    const operations: ChangedOperation[] = [...group.operations]
      .sort(([left], [right]) => compareTexts(left, right))
      .flatMap(([id, node]) => {
        const place = this.#place(node)
        return place === undefined ? [] : [{ id, place }]
      })
    const only = operations.length === 1 ? operations[0]?.id : undefined
    const fileOfChange = (near ?? before)?.file ?? file ?? ''
    const change = {
      kind,
      severity: severity ?? entry.severity,
      message,
      file: fileOfChange,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...(near === undefined ? {} : { near }),
      ...(only === undefined ? {} : { operationId: only }),
      operations,
      occurrences: Math.max(1, group.occurrences),
    }
    const parts = {
      ruleId: kind,
      file: fileOfChange,
      ...(near === undefined ? {} : { pointer: near.pointer }),
      message,
    }
    return { change, parts }
  }

  /** Kept for each node: an operation's is asked for at every change that reaches it. */
  #place(node: JsonNode | undefined): ChangePlace | undefined {
    if (node === undefined) return undefined
    let place = this.#places.get(node)
    if (place === undefined) {
      place = { file: this.#files.get(node.root()) ?? '', pointer: node.pointer(), node }
      this.#places.set(node, place)
    }
    return place
  }

  #number(node: JsonNode | undefined): number {
    if (node === undefined) return -1
    let number = this.#numbers.get(node)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(node, number)
    }
    return number
  }
}

interface UnnumberedChange {
  readonly change: Omit<ConnectorChange, 'fingerprint'>
  readonly parts: Parameters<typeof fingerprintOf>[0]
}

const order: readonly ChangeSeverity[] = ['error', 'warning', 'info', 'none']

function sortKey({ change, parts }: UnnumberedChange): string {
  const { kind, severity, message, before } = change
  return [order.indexOf(severity), kind, parts.file, parts.pointer ?? '', message.what, before?.pointer ?? ''].join(
    '\0',
  )
}
