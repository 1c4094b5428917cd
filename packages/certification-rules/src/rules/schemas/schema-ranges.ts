import type { Schema } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'

/** Lower bounds with the upper bound that must not be below them. */
const upperBounds: ReadonlyMap<string, string> = new Map([
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
])

const counts = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties']
const longestPattern = 10_000

/** Bounds, lengths and patterns of values. */
export const schemaRanges = defineRuleFamily({
  id: 'schema-ranges',
  rules: {
    'schema-number-ranges': {
      title: 'Bounds, lengths and patterns make sense.',
      messages: {
        order: {
          what: '"{low}" is {lowValue}, above "{high}", which is {highValue}.',
          why: 'No value can satisfy both, so makers cannot fill in the field.',
          fix: 'Swap or correct the two.',
        },
        negative: {
          what: '"{key}" is {value}.',
          why: 'Lengths and counts are whole numbers from 0 up; the validator refuses others.',
          fix: 'Give a whole number from 0 up, or remove "{key}".',
        },
        multiple: {
          what: '"multipleOf" is {value}.',
          why: 'Nothing is a multiple of zero or of a negative step; the validator refuses it.',
          fix: 'Give a number above 0, or remove "multipleOf".',
        },
        alone: {
          what: '"{key}" stands without "{bound}".',
          why: 'It only says whether the bound itself is allowed, so without one it is refused.',
          fix: 'Add "{bound}", or remove "{key}".',
        },
        pattern: {
          what: 'The pattern is not a regular expression: {problem}.',
          why: 'Nothing can be compared with it, and the validator refuses it.',
          fix: 'Correct the expression, or remove "pattern".',
        },
      },
    },
  },
  check(context) {
    const order = (value: JsonNode, schema: Schema): void => checkOrder(context, value, schema)
    const count = (value: JsonNode, schema: Schema): void => {
      checkCount(context, value)
      order(value, schema)
    }
    return {
      schemaKeyword: {
        ...Object.fromEntries(counts.map((key) => [key, count])),
        minimum: order,
        multipleOf(value) {
          if (typeof value.value !== 'number' || value.value <= 0) reportNumber(context, 'multiple', value)
        },
        exclusiveMinimum: (value, schema) => checkAlone(context, value, schema, 'minimum'),
        exclusiveMaximum: (value, schema) => checkAlone(context, value, schema, 'maximum'),
        pattern: (value) => checkPattern(context, value),
      },
    }
  },
})

function checkOrder({ report }: CheckContext, value: JsonNode, { node }: Schema): void {
  const low = value.key ?? ''
  const high = upperBounds.get(low)
  if (high === undefined) return
  const bound = node.member(high)
  if (typeof value.value !== 'number' || typeof bound?.value !== 'number' || value.value <= bound.value) return
  const data = { low, lowValue: value.value, high, highValue: bound.value }
  report('schema-number-ranges', value, { message: 'order', data, related: [{ at: bound, note: 'The upper bound.' }] })
}

function checkCount(context: CheckContext, value: JsonNode): void {
  if (typeof value.value !== 'number' || value.value < 0 || !Number.isInteger(value.value))
    reportNumber(context, 'negative', value)
}

function reportNumber({ report }: CheckContext, message: string, value: JsonNode): void {
  const data = { key: value.key ?? '', value: value.value === undefined ? `an ${value.kind}` : String(value.value) }
  report('schema-number-ranges', value, { message, data })
}

function checkAlone({ report }: CheckContext, value: JsonNode, { node }: Schema, bound: string): void {
  if (value.value === false || node.member(bound) !== undefined) return
  report('schema-number-ranges', value, { message: 'alone', onKey: true, data: { key: value.key ?? '', bound } })
}

function checkPattern({ report }: CheckContext, value: JsonNode): void {
  if (typeof value.value !== 'string' || value.value.length > longestPattern) return
  const problem = problemOf(value.value)
  if (problem !== undefined) report('schema-number-ranges', value, { message: 'pattern', data: { problem } })
}

/**
 * Why a text is no regular expression; it is never run. Only faults every dialect refuses are named, in words of our
 * own, because the messages of engines differ and .NET, which reads these patterns, knows constructs others do not.
 */
function problemOf(pattern: string): string | undefined {
  let groups = 0
  let classStart = -1
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]
    if (character === '\\') {
      at++
      if (at >= pattern.length) return 'it ends in a backslash'
    } else if (classStart >= 0) {
      const isFirst = at === classStart + 1 || (at === classStart + 2 && pattern[classStart + 1] === '^')
      if (character === ']' && !isFirst) classStart = -1
    } else if (character === '[') classStart = at
    else if (character === '(') groups++
    else if (character === ')' && --groups < 0) return 'a closing bracket has no opening one'
    else if ((character === '*' || character === '+' || character === '?') && isStart(pattern, at))
      return `there is nothing before "${character}" to repeat`
  }
  if (classStart >= 0) return 'a square bracket is not closed'
  return groups > 0 ? 'a bracket is not closed' : undefined
}

/** True where an expression or an alternative begins, so that nothing stands there to repeat; `(?` is a group. */
function isStart(pattern: string, at: number): boolean {
  const before = pattern[at - 1]
  if (at >= 2 && pattern[at - 2] === '\\') return false
  return at === 0 || before === '|' || (before === '(' && pattern[at] !== '?')
}
