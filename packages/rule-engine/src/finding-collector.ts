import type { DraftFinding, Range, RelatedPlace, TextEdit } from '@sevenstep/findings'
import { JsonEditor } from '@sevenstep/located-json'
import { fillTemplate } from './message-template.ts'
import type { Located, Places } from './places.ts'
import type { PlannedRule } from './planned-rule.ts'
import type { MessageData, Place, ReportOptions } from './rule-family.ts'

interface Reported<Subject> {
  readonly rule: PlannedRule<Subject>
  readonly at: Place
  readonly options: ReportOptions
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

const noOptions: ReportOptions = {}
const noData: MessageData = {}

/** What a collector works with. */
export interface CollectorParts<Subject> {
  readonly subject: Subject
  readonly places: Places
  /** The rules that run; what others report is dropped. */
  readonly rules: ReadonlyMap<string, PlannedRule<Subject>>
  /** False for a file whose bytes were replaced while decoding: offsets in its text say nothing about the file. */
  readonly isEditable: (path: string) => boolean
}

/** Keeps what the checks report and words it when all is seen. */
export class FindingCollector<Subject> {
  readonly #parts: CollectorParts<Subject>
  readonly #places: Places
  readonly #rules: ReadonlyMap<string, PlannedRule<Subject>>
  readonly #reported: Reported<Subject>[] = []

  constructor(parts: CollectorParts<Subject>) {
    this.#parts = parts
    this.#places = parts.places
    this.#rules = parts.rules
  }

  /** Keeps one finding. */
  report(id: string, at: Place, options: ReportOptions = noOptions): void {
    const rule = this.#rules.get(id)
    if (rule !== undefined) this.#reported.push({ rule, at, options })
  }

  /** Everything that was reported, worded, in the order of the reports. */
  findings(withEdits: boolean | 'automatic'): readonly DraftFinding[] {
    return this.#reported.map((reported) => this.#word(reported, withEdits))
  }

  #word({ rule, at, options }: Reported<Subject>, withEdits: boolean | 'automatic'): DraftFinding {
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

  #edits({ mend }: PlannedRule<Subject>, options: ReportOptions, located: Located): readonly TextEdit[] {
    const { path, text } = located
    if (mend === undefined || text === undefined) return []
    if (!this.#parts.isEditable(path)) return []
    const json = located.node === undefined ? undefined : this.#places.fileOf(located.node)?.json
    // Where a reading broke off nobody knows what belongs to which value; only the text itself can be mended there.
    if (json?.isComplete === false) return []
    const edit = new JsonEditor(
      json ?? { text, root: undefined, problems: [], unreportedProblems: 0, isComplete: true },
    )
    mend({
      subject: this.#parts.subject,
      path,
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
