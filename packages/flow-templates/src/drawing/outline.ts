import type { Branch, FlowShape, Step } from './flow-shape.ts'

/** The drawing in words: a line for each step, indented below what holds it. */
export function outlineOf({ triggers, body, left }: FlowShape): string {
  const lines = triggers.map((trigger) => `Trigger: ${wordsOf(trigger)}`)
  writeBranch(body, 0, lines)
  if (left > 0) lines.push(left === 1 ? 'One more step is not shown.' : `${left} more steps are not shown.`)
  return lines.join('\n')
}

/** A step in words. */
function wordsOf({ name, note }: Step): string {
  return note === '' ? name : `${name} (${note})`
}

function writeBranch({ rows, links }: Branch, depth: number, lines: string[]): void {
  const indent = '  '.repeat(depth)
  rows.forEach((row, at) => {
    for (const step of row) {
      const after = links.filter((link) => link.to === step && link.statuses !== '')
      const reasons = after.map(({ from, statuses }) => `after ${from.name} ${statuses}`)
      const beside = row.length > 1 ? ' [side by side]' : ''
      lines.push(
        `${indent}${at + 1}. ${wordsOf(step)}${beside}${reasons.length === 0 ? '' : `, ${reasons.join(', ')}`}`,
      )
      for (const branch of step.branches) {
        if (branch.label !== '') lines.push(`${indent}   ${branch.label}:${branch.rows.length === 0 ? ' nothing' : ''}`)
        writeBranch(branch, depth + (branch.label === '' ? 1 : 2), lines)
      }
    }
  })
}
