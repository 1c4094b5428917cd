import { type Connector, textFilesOf } from '@sevenstep/connector-schema'
import type { DraftFinding, MendKind, RelatedPlace, Severity, TextEdit } from '@sevenstep/findings'
import { JsonEditor } from '@sevenstep/located-json'
import { documentationOf } from './documentation.ts'
import { fillMessage } from './message-template.ts'
import type { Located, Places } from './places.ts'
import type { Place, ReportOptions, RuleFamily } from './rule-family.ts'
import { requirementOf } from './settings.ts'

interface Reported {
  readonly family: RuleFamily
  readonly rule: string
  readonly severity: Severity
  readonly at: Place
  readonly options: ReportOptions
}

const noOptions: ReportOptions = {}
const unknownMessage = { what: '', why: '', fix: '' }

/** Keeps what the checks report and words it when all is seen. */
export class FindingCollector {
  readonly #connector: Connector
  readonly #places: Places
  readonly #severities: ReadonlyMap<string, Severity>
  readonly #reported: Reported[] = []

  constructor(connector: Connector, places: Places, severities: ReadonlyMap<string, Severity>) {
    this.#connector = connector
    this.#places = places
    this.#severities = severities
  }

  report(family: RuleFamily, rule: string, at: Place, options: ReportOptions = noOptions): void {
    const severity = this.#severities.get(rule)
    if (severity !== undefined) this.#reported.push({ family, rule, severity, at, options })
  }

  findings(withEdits: boolean): readonly DraftFinding[] {
    return this.#reported.map((reported) => this.#word(reported, withEdits))
  }

  #word(reported: Reported, withEdits: boolean): DraftFinding {
    const { family, rule, severity, at, options } = reported
    const text = family.rules[rule]
    const located = this.#places.locate(at, options.onKey ?? false)
    const range = this.#places.rangeOf(located)
    const code = requirementOf(rule)?.codes[0]
    const related = options.related?.map((other) => this.#relate(other))
    const edits = withEdits ? this.#edits(reported, located) : undefined
    const mend = this.#mendKind(reported)
    return {
      ruleId: rule,
      severity,
      message: fillMessage(text?.messages[options.message ?? 'found'] ?? unknownMessage, options.data ?? {}),
      file: located.path,
      ...(located.node !== undefined && { pointer: located.node.pointer() }),
      ...(range !== undefined && { range }),
      ...(related !== undefined && { related }),
      ...(edits !== undefined && edits.length > 0 && { edits }),
      ...(mend !== undefined && { mend }),
      ...(code !== undefined && { code }),
      documentation: documentationOf(rule),
    }
  }

  #relate({ at, note }: { readonly at: Place; readonly note: string }): RelatedPlace {
    const located = this.#places.locate(at, false)
    const range = this.#places.rangeOf(located)
    return {
      file: located.path,
      ...(located.node !== undefined && { pointer: located.node.pointer() }),
      ...(range !== undefined && { range }),
      note,
    }
  }

  #mendKind({ family, rule, options }: Reported): MendKind | undefined {
    const text = family.rules[rule]
    if (family.mends?.[rule] === undefined) return undefined
    const kind = text?.mendByMessage?.[options.message ?? 'found'] ?? text?.mend
    return kind === 'none' ? undefined : kind
  }

  #edits(reported: Reported, located: Located): readonly TextEdit[] {
    const { family, rule, options } = reported
    const mend = family.mends?.[rule]
    if (mend === undefined || located.text === undefined || this.#mendKind(reported) === undefined) return []
    // In a text whose bytes were replaced while decoding, offsets say nothing about the file.
    if (textFilesOf(this.#connector).some((file) => file.path === located.path && !file.isUtf8)) return []
    const json = located.node === undefined ? undefined : this.#places.fileOf(located.node)?.json
    const edit = new JsonEditor(
      json ?? { text: located.text, root: undefined, problems: [], unreportedProblems: 0, isComplete: true },
    )
    mend({
      connector: this.#connector,
      path: located.path,
      node: located.node,
      data: options.data ?? {},
      message: options.message ?? 'found',
      start: located.start,
      end: located.end,
      edit,
    })
    return edit.edits.map(({ start, end, text }) => ({
      file: located.path,
      range: this.#places.rangeOf({ path: located.path, text: located.text, start, end }) ?? emptyRange,
      start,
      end,
      text,
    }))
  }
}

const emptyRange = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
