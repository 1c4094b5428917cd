import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callsIn, type Expression } from './expression.ts'
import { parseExpression } from './parse-expression.ts'
import { mayHoldExpressions, parseTemplate } from './parse-template.ts'

/** An expression without its places, to be compared. */
function shape(expression: Expression): unknown {
  if (expression.kind === 'call') return [expression.name, ...expression.arguments.map(shape)]
  if (expression.kind === 'member') {
    return { of: shape(expression.target), at: shape(expression.key), optional: expression.isOptional }
  }
  return expression.value
}

function parsed(text: string): unknown {
  const reading = parseExpression(text)
  if (!reading.ok) throw new Error(reading.fault.found)
  expect(reading.end).toBe(text.length)
  return shape(reading.expression)
}

describe('parseExpression', () => {
  it.each([
    ["'it''s'", "it's"],
    ["''", ''],
    ['-1.5e3', -1500],
    ['TRUE', true],
    ['null', null],
    ['utcNow()', ['utcNow']],
    ["concat( 'a' ,\n 2 )", ['concat', 'a', 2]],
    ["body('A')?['b'].c", { of: { of: ['body', 'A'], at: 'b', optional: true }, at: 'c', optional: false }],
    ["items('a')?.b[0]", { of: { of: ['items', 'a'], at: 'b', optional: true }, at: 0, optional: false }],
    ["f(g(h('(,)')))", ['f', ['g', ['h', '(,)']]]],
    ["a('x')[variables('i')]", { of: ['a', 'x'], at: ['variables', 'i'], optional: false }],
    ["outputs('é')", ['outputs', 'é']],
    ["body('a').größe_1", { of: ['body', 'a'], at: 'größe_1', optional: false }],
    ['naïve1($x())', ['naïve1', ['$x']]],
    ['名前()', ['名前']],
  ])('reads %j', (text, expected) => {
    expect(parsed(text)).toEqual(expected)
  })

  it.each([
    ['', 0, 'it ends here'],
    ['concat(', 7, 'it ends here'],
    ["concat('a'", 10, 'it ends here instead of "," or ")"'],
    ["'open", 0, 'a text in quotes does not end'],
    ['"a"', 0, 'texts stand in single quotes, not double ones'],
    ['name', 0, '"name" is neither a text in quotes nor a function with its brackets'],
    ["f('a' 'b')", 6, '"\'" stands here instead of "," or ")"'],
    ['f(,)', 2, '"," stands here'],
    ["f('a')?", 6, '"?" has to be followed by "[" or "."'],
    ["f('a').", 7, 'it ends here instead of a name behind "."'],
    ["f('a')[1", 8, 'it ends here instead of "]"'],
    ['-', 0, '"-" stands here'],
  ])('says what is wrong with %j and where', (text, start, found) => {
    const reading = parseExpression(text)
    expect(reading.ok).toBe(false)
    if (!reading.ok) expect([reading.fault.start, reading.fault.found]).toEqual([start, found])
  })

  it('refuses what is nested beyond reason, without running out of stack', () => {
    expect(parseExpression('f('.repeat(1_000_000)).ok).toBe(false)
    expect(parseExpression(`${'f('.repeat(300)}1${')'.repeat(300)}`).ok).toBe(true)
  })

  it('knows the place of every part', () => {
    const text = " concat(body('A')?['b'], 12)"
    const reading = parseExpression(text)
    if (!reading.ok) throw new Error(reading.fault.found)
    const calls = [...callsIn(reading.expression)]
    expect(calls.map(({ start, nameEnd }) => text.slice(start, nameEnd))).toEqual(['concat', 'body'])
    expect(calls.map(({ start, end }) => text.slice(start, end))).toEqual([text.trim(), "body('A')"])
  })
})

describe('parseTemplate', () => {
  const words = (text: string) => {
    const { parts, fault } = parseTemplate(text)
    const read = parts.map((part) => (part.kind === 'literal' ? part.text : [text.slice(part.start, part.end)]))
    return fault === undefined ? read : [...read, { at: fault.start }]
  }
  it.each([
    ['plain', ['plain']],
    ['', []],
    ['@utcNow()', [['@utcNow()']]],
    ['@utcNow()  ', [['@utcNow()  ']]],
    ['a @{utcNow()} b', ['a ', ['@{utcNow()}'], ' b']],
    ["@{a('}')}@{b()}", [["@{a('}')}"], ['@{b()}']]],
    ['@@utcNow()', ['@utcNow()']],
    ['@@{utcNow()}', ['@{utcNow()}']],
    ['a @@{b} @{c()}', ['a @{b} ', ['@{c()}']]],
    ['mail a@b.example', ['mail a@b.example']],
    ['a @{utcNow(}', ['a ', { at: 11 }]],
    ['@{utcNow()', [{ at: 10 }]],
    ['@utcNow() x', [{ at: 10 }]],
  ])('reads %j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })
})

const name = fc.constantFrom('concat', 'body', 'if', 'a1', '_x', '$y', 'ünter')
const expressionText = fc.letrec<{ one: string }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(
      fc.string().map((text) => `'${text.replaceAll("'", "''")}'`),
      fc.integer().map(String),
      fc.constantFrom('true', 'null'),
    ),
    fc.tuple(name, fc.array(tie('one'), { maxLength: 3 })).map(([call, list]) => `${call}(${list.join(' , ')})`),
    fc.tuple(name, tie('one'), fc.constantFrom('?[', '[')).map(([call, key, open]) => `${call}()${open}${key}]`),
  ),
})).one

describe('any text', () => {
  it('written as an expression is read whole, alone and inside a text', () => {
    fc.assert(
      fc.property(expressionText, (text) => {
        const alone = parseTemplate(`@${text}`)
        expect(alone.fault).toBeUndefined()
        const inside = parseTemplate(`before @{${text}} behind`)
        expect(inside.parts.map(({ kind }) => kind)).toEqual(['literal', 'expression', 'literal'])
      }),
    )
  })

  it('never throws, and parts follow one another within it', () => {
    const pieces = fc.constantFrom(
      '@',
      '@{',
      '}',
      "'",
      '(',
      ')',
      '[',
      ']',
      '?',
      '.',
      ',',
      'body',
      '1',
      ' ',
      'é',
      '"',
      '\n',
    )
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
      fc.string(),
    )
    fc.assert(
      fc.property(text, (given) => {
        const { parts, fault } = parseTemplate(given)
        let at = 0
        for (const part of parts) {
          expect(part.start).toBe(at)
          expect(part.end).toBeGreaterThan(part.start)
          at = part.end
        }
        if (fault === undefined) expect(at).toBe(given.length)
        else expect(fault.start >= at && fault.start <= fault.end && fault.end <= given.length).toBe(true)
        if (!mayHoldExpressions(given)) expect(parts.every(({ kind }) => kind === 'literal')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('of a megabyte is read in one pass', () => {
    for (const text of [
      "@concat('",
      '@{',
      `@concat(${"'a',".repeat(200_000)}`,
      '@@{'.repeat(300_000),
      `@${'('.repeat(500_000)}`,
    ]) {
      expect(parseTemplate(text.padEnd(1_000_000, "'a'")).parts.length).toBeGreaterThanOrEqual(0)
    }
  })
})
