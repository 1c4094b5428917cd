import type { Finding } from '../finding.ts'
import { countOf } from '../report-wording.ts'
import { displayWidth, fitTo, toProse } from './display-text.ts'
import type { TextContext } from './text-finding.ts'

/** Prints advice in one line per rule: how often, what is said of its first place, and how to read on. */
export function printNotes(notes: readonly Finding[], { style, columns }: TextContext): string[] {
  const byRule = new Map<string, { first: Finding; count: number }>()
  for (const finding of notes) {
    const known = byRule.get(finding.ruleId)
    if (known === undefined) byRule.set(finding.ruleId, { first: finding, count: 1 })
    else known.count += 1
  }
  const digits = String(Math.max(...[...byRule.values()].map(({ count }) => count))).length
  const head = style.of('info')(`${style.symbols.info} ${countOf('info', notes.length)}`)
  const lines = [`${head}${style.dim(', in short; --verbose says each in full')}`]
  for (const [ruleId, { first, count }] of byRule) {
    const name = toProse(ruleId)
    const times = count === 1 ? ' '.repeat(digits + 2) : `${String(count).padStart(digits)} ×`
    const room = Math.max(Math.min(columns, 110) - digits - displayWidth(name) - 8, 30)
    lines.push(
      `  ${digits > 1 || byRule.size < notes.length ? `${times} ` : ''}${fitTo(toProse(first.message.what), room)}  ${style.dim(name)}`,
    )
  }
  return lines
}
