import { type Connector, textFilesOf } from '@sevenstep/connector-schema'
import type { DraftFinding, Range, RelatedPlace, TextEdit } from '@sevenstep/findings'
import { JsonEditor } from '@sevenstep/located-json'
import { fillTemplate } from './message-template.ts'
import type { Located, Places } from './places.ts'
import type { MessageData, Place, ReportOptions } from './rule-family.ts'
import type { PlannedRule } from './rule-plan.ts'

interface Reported {
  readonly rule: PlannedRule
  readonly at: Place
  readonly options: ReportOptions
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

const noOptions: ReportOptions = {}
const noData: MessageData = {}

/** Keeps what the checks report and words it when all is seen. */
export class FindingCollector {
  readonly #connector: Connector
  readonly #places: Places
  readonly #rules: ReadonlyMap<string, PlannedRule>
  readonly #reported: Reported[] = []

  constructor(connector: Connector, places: Places, rules: ReadonlyMap<string, PlannedRule>) {
    this.#connector = connector
    this.#places = places
    this.#rules = rules
  }

  report(id: string, at: Place, options: ReportOptions = noOptions): void {
    const rule = this.#rules.get(id)
    if (rule !== undefined) this.#reported.push({ rule, at, options })
  }

  findings(withEdits: boolean | 'automatic'): readonly DraftFinding[] {
    return this.#reported.map((reported) => this.#word(reported, withEdits))
  }

  #word({ rule, at, options }: Reported, withEdits: boolean | 'automatic'): DraftFinding {
    const { template, severity, mend } = rule.message(options.message ?? 'found')
    const located = this.#places.locate(at, options.onKey ?? false)
    const { pointer, range } = located
    const { id: ruleId, documentation } = rule
    const message = fillTemplate(template, options.data ?? noData)
    const file = located.path
    // Nearly all findings have a place; made in one go they cost half.
    const finding: Mutable<DraftFinding> =
      pointer !== undefined && range !== undefined
        ? { ruleId, severity, message, file, pointer, range, documentation }
        : { ruleId, severity, message, file, documentation }
    if (pointer !== undefined) finding.pointer = pointer
    if (range !== undefined) finding.range = range
    if (options.related !== undefined) finding.related = options.related.map((other) => this.#relate(other))
    if (mend !== undefined && (withEdits === true || withEdits === mend)) {
      const edits = this.#edits(rule, options, located)
      if (edits.length > 0) finding.edits = edits
    }
    if (mend !== undefined) finding.mend = mend
    if (rule.code !== undefined) {
      finding.code = rule.code
      if (rule.isCodeUncertain) finding.codeConfidence = 'low'
    }
    const hides = rule.isSecret ? this.#stretchOf(located) : undefined
    if (hides !== undefined) finding.hides = hides
    return finding
  }

  /** The value itself, also where only its key is underlined. */
  #stretchOf({ path, text, node, range }: Located): Range | undefined {
    if (node === undefined || text === undefined) return range
    return this.#places.rangeOf(path, text, node.start, node.end)
  }

  #relate({ at, note }: { readonly at: Place; readonly note: string }): RelatedPlace {
    const { path: file, pointer, range } = this.#places.locate(at, false)
    return { file, ...(pointer !== undefined && { pointer }), ...(range !== undefined && { range }), note }
  }

  #edits({ mend }: PlannedRule, options: ReportOptions, located: Located): readonly TextEdit[] {
    const { path, text } = located
    if (mend === undefined || text === undefined) return []
    // In a text whose bytes were replaced while decoding, offsets say nothing about the file.
    if (textFilesOf(this.#connector).some((file) => file.path === path && !file.isUtf8)) return []
    const json = located.node === undefined ? undefined : this.#places.fileOf(located.node)?.json
    // Where a reading broke off nobody knows what belongs to which value; only the text itself can be mended there.
    if (json?.isComplete === false) return []
    const edit = new JsonEditor(
      json ?? { text, root: undefined, problems: [], unreportedProblems: 0, isComplete: true },
    )
    mend({
      connector: this.#connector,
      path: path,
      node: located.node,
      data: options.data ?? noData,
      message: options.message ?? 'found',
      start: located.start,
      end: located.end,
      edit,
    })
    return edit.edits.map(({ start, end, text: written }) => ({
      file: path,
      range: this.#places.rangeOf(path, text, start, end) ?? emptyRange,
      start,
      end,
      text: written,
    }))
  }
}

const emptyRange = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
