import { queryFailure } from './query-failure.ts'
import { type Token, tokensOf } from './tokens.ts'

/** How two values are compared. */
export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'

/** How a text is looked for in another. */
export type TextTest = 'contains' | 'startswith' | 'endswith'

/** A value that stands in the expression itself. */
export type Literal =
  | { readonly kind: 'null' }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly whole: boolean }
  | { readonly kind: 'text' | 'guid' | 'moment'; readonly value: string }

/** A column, or a column of the row that a lookup points to (`publisherid/uniquename`). */
export interface ColumnPath {
  readonly kind: 'column'
  readonly names: readonly string[]
}

/** A condition on a row. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'compare'; readonly comparison: Comparison; readonly left: ColumnPath; readonly right: Literal }
  | { readonly kind: 'text'; readonly test: TextTest; readonly column: ColumnPath; readonly value: Literal }
  /** Whether the rows of a relation, any or all of them, fit; `any` without a condition asks whether there are some. */
  | { readonly kind: 'any' | 'all'; readonly relation: string; readonly part: Filter | undefined }
  /** `Microsoft.Dynamics.CRM.In` and `NotIn`. */
  | { readonly kind: 'in'; readonly isIn: boolean; readonly column: ColumnPath; readonly values: readonly string[] }

const comparisons: ReadonlySet<string> = new Set<Comparison>(['eq', 'ne', 'gt', 'ge', 'lt', 'le'])
const textTests: ReadonlySet<string> = new Set<TextTest>(['contains', 'startswith', 'endswith'])
const mirrored: Readonly<Record<Comparison, Comparison>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
  lt: 'gt',
  le: 'ge',
}

/** So deep may parentheses and `not` go; real filters stay below ten. */
const deepest = 100

/**
 * Reads a `$filter`: and, or, not, comparisons, contains, startswith, endswith, any, all, In and NotIn.
 *
 * @throws EmulatedFailure for anything else, with the place.
 */
export function parseFilter(expression: string): Filter {
  const reader: Reader = { expression, tokens: tokensOf(expression), at: 0, depth: 0 }
  const filter = readAlternatives(reader)
  const rest = reader.tokens[reader.at]
  if (rest !== undefined) throw syntaxFailure(reader, rest)
  return filter
}

interface Reader {
  readonly expression: string
  readonly tokens: readonly Token[]
  at: number
  depth: number
  /** The name that rows of a relation have inside `any` and `all`. */
  variable?: string
}

function readAlternatives(reader: Reader): Filter {
  return readSequence(reader, 'or', (inner) => readSequence(inner, 'and', readCondition))
}

function readSequence(reader: Reader, word: 'and' | 'or', readPart: (reader: Reader) => Filter): Filter {
  const first = readPart(reader)
  const parts = [first]
  while (takeName(reader, word)) parts.push(readPart(reader))
  return parts.length === 1 ? first : { kind: word, parts }
}

function readCondition(reader: Reader): Filter {
  if (takeName(reader, 'not')) return { kind: 'not', part: deeper(reader, readCondition) }
  if (takeMark(reader, '(')) {
    const inside = deeper(reader, readAlternatives)
    expectMark(reader, ')')
    return inside
  }
  const [token, next, word, open] = reader.tokens.slice(reader.at, reader.at + 4)
  if (token?.kind === 'name' && isMark(next, '(')) {
    return /^Microsoft\.Dynamics\.CRM\.(Not)?In$/.test(token.text)
      ? readIn(reader, token.text)
      : readTextTest(reader, token.text)
  }
  const isLambda = word?.kind === 'name' && (word.text === 'any' || word.text === 'all')
  if (token?.kind === 'name' && isMark(next, '/') && isLambda && isMark(open, '(')) {
    reader.at += 4
    return deeper(reader, (inner) => readRelated(inner, token.text, word.text === 'any' ? 'any' : 'all'))
  }
  return readComparison(reader)
}

function readRelated(reader: Reader, relation: string, kind: 'any' | 'all'): Filter {
  if (kind === 'any' && takeMark(reader, ')')) return { kind, relation, part: undefined }
  const name = reader.tokens[reader.at]
  if (name?.kind !== 'name' || reader.variable !== undefined) throw syntaxFailure(reader, name)
  reader.at += 1
  expectMark(reader, ':')
  reader.variable = name.text
  const part = readAlternatives(reader)
  delete reader.variable
  expectMark(reader, ')')
  return { kind, relation, part }
}

function readIn(reader: Reader, name: string): Filter {
  reader.at += 2
  readParameter(reader, 'PropertyName')
  const [column] = readTexts(reader, 1)
  expectMark(reader, ',')
  readParameter(reader, 'PropertyValues')
  expectMark(reader, '[')
  const values = readTexts(reader)
  expectMark(reader, ']')
  expectMark(reader, ')')
  if (column === undefined || values.length === 0) throw queryFailure(`'${name}' needs a column and values.`)
  return { kind: 'in', isIn: name.endsWith('.In'), column: { kind: 'column', names: [column] }, values }
}

function readParameter(reader: Reader, name: string) {
  if (!takeName(reader, name)) throw syntaxFailure(reader, reader.tokens[reader.at])
  expectMark(reader, '=')
}

function readTexts(reader: Reader, most = Number.POSITIVE_INFINITY): readonly string[] {
  const texts: string[] = []
  for (;;) {
    const token = reader.tokens[reader.at]
    if (token?.kind !== 'text') throw syntaxFailure(reader, token)
    reader.at += 1
    texts.push(token.text)
    if (texts.length === most || !takeMark(reader, ',')) return texts
  }
}

function deeper(reader: Reader, read: (reader: Reader) => Filter): Filter {
  reader.depth += 1
  if (reader.depth > deepest) throw queryFailure('Recursion limit reached.')
  const filter = read(reader)
  reader.depth -= 1
  return filter
}

function readTextTest(reader: Reader, name: string): Filter {
  if (!textTests.has(name)) throw queryFailure(`An unknown function with name '${name}' was found in the filter.`)
  reader.at += 1
  expectMark(reader, '(')
  const column = readOperand(reader)
  expectMark(reader, ',')
  const value = readOperand(reader)
  expectMark(reader, ')')
  if (column.kind !== 'column' || value.kind === 'column') {
    throw queryFailure(`The function '${name}' takes a column and a text.`)
  }
  // Membership was just checked.
  return { kind: 'text', test: name as TextTest, column, value }
}

function readComparison(reader: Reader): Filter {
  const left = readOperand(reader)
  const operator = reader.tokens[reader.at]
  if (operator?.kind !== 'name' || !comparisons.has(operator.text)) throw syntaxFailure(reader, operator)
  reader.at += 1
  // Membership was just checked.
  const comparison = operator.text as Comparison
  const right = readOperand(reader)
  if (left.kind === 'column' && right.kind !== 'column') return { kind: 'compare', comparison, left, right }
  if (left.kind !== 'column' && right.kind === 'column') {
    return { kind: 'compare', comparison: mirrored[comparison], left: right, right: left }
  }
  throw queryFailure('A comparison needs a column on one side and a value on the other.')
}

function readOperand(reader: Reader): ColumnPath | Literal {
  const token = reader.tokens[reader.at]
  if (token === undefined || token.kind === 'mark') throw syntaxFailure(reader, token)
  reader.at += 1
  if (token.kind === 'number') return { kind: 'number', value: token.value, whole: token.whole }
  if (token.kind !== 'name') return { kind: token.kind, value: token.text }
  if (token.text === 'null') return { kind: 'null' }
  if (token.text === 'true' || token.text === 'false') return { kind: 'flag', value: token.text === 'true' }
  const names = [token.text]
  while (takeMark(reader, '/')) {
    const name = reader.tokens[reader.at]
    if (name?.kind !== 'name') throw syntaxFailure(reader, name)
    reader.at += 1
    names.push(name.text)
  }
  if (reader.variable === undefined) return { kind: 'column', names }
  // Inside a relation every column is one of its rows'.
  if (names.length < 2 || names[0] !== reader.variable) throw syntaxFailure(reader, token)
  return { kind: 'column', names: names.slice(1) }
}

function takeName(reader: Reader, name: string): boolean {
  const token = reader.tokens[reader.at]
  if (token?.kind !== 'name' || token.text !== name) return false
  reader.at += 1
  return true
}

function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === 'mark' && token.text === mark
}

function takeMark(reader: Reader, mark: string): boolean {
  if (!isMark(reader.tokens[reader.at], mark)) return false
  reader.at += 1
  return true
}

function expectMark(reader: Reader, mark: string) {
  if (!takeMark(reader, mark)) throw syntaxFailure(reader, reader.tokens[reader.at])
}

function syntaxFailure({ expression }: Reader, token: Token | undefined) {
  return queryFailure(`Syntax error at position ${token?.at ?? expression.length} in '${expression}'.`)
}
