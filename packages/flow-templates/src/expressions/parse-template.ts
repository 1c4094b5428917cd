import type { ExpressionFault, ExpressionTemplate, TemplatePart } from './expression.ts'
import { parseExpression } from './parse-expression.ts'

/**
 * Reads a text of a definition as the service does: one that begins with `@` is an expression, `@{ }` anywhere puts one
 * into a text, and `@@` is an `@`. Never throws; time goes with the length of the text.
 */
export function parseTemplate(text: string): ExpressionTemplate {
  if (text.startsWith('@') && text[1] !== '@' && text[1] !== '{') return whole(text)
  const parts: TemplatePart[] = []
  let from = 0
  let literal = ''
  const flush = (end: number): void => {
    if (literal !== '') parts.push({ kind: 'literal', text: literal, start: from, end })
    literal = ''
  }
  if (text.startsWith('@@') && text[2] !== '{') {
    // At the start alone the two stand for one; further on only `@@{` is anything but itself.
    literal = '@'
  }
  let at = literal.length * 2
  let copied = at
  for (;;) {
    const next = text.indexOf('@{', at)
    if (next < 0) break
    if (text[next - 1] === '@' && next - 1 >= copied) {
      literal += `${text.slice(copied, next - 1)}@{`
      at = next + 2
      copied = at
      continue
    }
    literal += text.slice(copied, next)
    flush(next)
    const inside = interpolation(text, next)
    if ('fault' in inside) return { parts, fault: inside.fault }
    parts.push(inside.part)
    at = inside.part.end
    copied = at
    from = at
  }
  literal += text.slice(copied)
  flush(text.length)
  return { parts }
}

/** True for a text in which there may be an expression: most have none, and need no reading. */
export function mayHoldExpressions(text: string): boolean {
  return text.startsWith('@') || text.includes('@{')
}

function whole(text: string): ExpressionTemplate {
  const reading = parseExpression(text, 1)
  if (!reading.ok) return { parts: [], fault: reading.fault }
  const end = reading.end + blanksFrom(text, reading.end)
  if (end < text.length) {
    const found = `${JSON.stringify(text.slice(end, end + 12))} stands behind the end of the expression`
    return { parts: [], fault: { start: end, end: text.length, found } }
  }
  const part: TemplatePart = {
    kind: 'expression',
    isInterpolated: false,
    expression: reading.expression,
    start: 0,
    end: text.length,
  }
  return { parts: [part] }
}

function interpolation(
  text: string,
  start: number,
): { readonly part: TemplatePart } | { readonly fault: ExpressionFault } {
  const reading = parseExpression(text, start + 2)
  if (!reading.ok) return { fault: reading.fault }
  const close = reading.end + blanksFrom(text, reading.end)
  if (text[close] !== '}') {
    const found = close < text.length ? `"${text[close]}" stands here instead of "}"` : 'the closing "}" is missing'
    return { fault: { start: close, end: Math.min(close + 1, text.length), found } }
  }
  return {
    part: { kind: 'expression', isInterpolated: true, expression: reading.expression, start, end: close + 1 },
  }
}

function blanksFrom(text: string, at: number): number {
  let end = at
  while (end < text.length && text.charCodeAt(end) <= 32) end++
  return end - at
}
