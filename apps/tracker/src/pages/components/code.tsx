import type { Child } from 'hono/jsx'
import type { Texts } from '../../texts/index.ts'

/** A range of characters in one line, as columns from 1; `to` is the first column after it. */
export interface CodeMark {
  readonly line: number
  readonly from: number
  readonly to: number
}

interface CodeFrameProps {
  /** Number of the first line shown, from 1. */
  readonly firstLine: number
  readonly lines: readonly string[]
  readonly marks?: readonly CodeMark[]
  /** Says what the code is, for screen readers: the file and the line. */
  readonly label: string
}

/** Lines of a file with their numbers; the marked ranges are the ones a finding is about. */
export function CodeFrame({ firstLine, lines, marks = [], label }: CodeFrameProps) {
  return (
    <section class="code" aria-label={label} tabindex={0}>
      <div class="code-lines">
        {lines.map((text, index) => {
          const number = firstLine + index
          return (
            <div class="code-line">
              <span>{number}</span>
              <code>
                {marked(
                  text,
                  marks.filter(({ line }) => line === number),
                )}
              </code>
            </div>
          )
        })}
      </div>
    </section>
  )
}

/** The line with its marked ranges, in order and without overlap; a range past the end is cut off there. */
function marked(text: string, marks: readonly CodeMark[]): Child[] {
  const parts: Child[] = []
  let done = 0
  for (const { from, to } of marks.toSorted((left, right) => left.from - right.from)) {
    const start = Math.max(done, Math.min(from - 1, text.length))
    const end = Math.min(to - 1, text.length)
    if (end <= start) continue
    parts.push(text.slice(done, start), <mark>{text.slice(start, end)}</mark>)
    done = end
  }
  parts.push(text.slice(done))
  return parts
}

/** One line of a difference; the numbers are those it has before and after. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
  readonly before?: number
  readonly after?: number
}

interface DiffProps {
  readonly lines: readonly DiffLine[]
  /** Says what is compared, for screen readers. */
  readonly label: string
  readonly texts: Texts
}

const diffSigns = { same: ' ', added: '+', removed: '−' } as const

/** What would change in a file: lines added and removed, by sign and colour. */
export function Diff({ lines, label, texts }: DiffProps) {
  const { code } = texts.shared
  const added = lines.filter(({ kind }) => kind === 'added').length
  const removed = lines.filter(({ kind }) => kind === 'removed').length
  return (
    <figure>
      <figcaption class="code-place mb-1">{code.numberOfChanges(added, removed)}</figcaption>
      <section class="code" aria-label={label} tabindex={0}>
        <div class="code-lines">
          {lines.map(({ kind, text, before, after }) => (
            <div class={kind === 'same' ? 'diff-line' : `diff-line diff-${kind}`}>
              <span>{before}</span>
              <span>{after}</span>
              <span aria-hidden="true">{diffSigns[kind]}</span>
              <code>
                {kind !== 'same' && <span class="visually-hidden">{`${code[kind]}: `}</span>}
                {text}
              </code>
            </div>
          ))}
        </div>
      </section>
    </figure>
  )
}
