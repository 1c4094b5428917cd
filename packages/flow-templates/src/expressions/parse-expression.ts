import type { Expression, ExpressionFault } from './expression.ts'

/** An expression and where it ended, or what is wrong with it. */
export type ExpressionReading =
  | { readonly ok: true; readonly expression: Expression; readonly end: number }
  | { readonly ok: false; readonly fault: ExpressionFault }

/** Deeper than anything a person or a designer writes, and shallow enough for every stack. */
const deepest = 400

/**
 * Reads one expression of the workflow language beginning at an offset: calls, texts in single quotes (a quote inside is
 * doubled), numbers, `true`, `false`, `null`, members with `.`, `[ ]`, `?.` and `?[ ]`. It takes what belongs to the
 * expression and says where that ended; what stands behind is the caller's. Never throws, and looks at each character once.
 */
export function parseExpression(text: string, start = 0): ExpressionReading {
  const parser = new Parser(text, start)
  try {
    const expression = parser.expression(0)
    return { ok: true, expression, end: parser.at }
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: { start: error.start, end: error.end, found: error.found } }
    throw error
  }
}

/** Leads out of the parser at the first thing that cannot be read; never leaves this file. */
class Fault extends Error {
  readonly start: number
  readonly end: number
  readonly found: string

  constructor(start: number, end: number, found: string) {
    super(found)
    this.start = start
    this.end = Math.max(start, end)
    this.found = found
  }
}

class Parser {
  readonly #text: string
  at: number

  constructor(text: string, at: number) {
    this.#text = text
    this.at = at
  }

  expression(depth: number): Expression {
    if (depth > deepest) throw this.#fault('it is nested too deeply')
    this.#skipBlanks()
    let expression = this.#primary(depth)
    for (;;) {
      const behind = this.at
      this.#skipBlanks()
      const next = this.#member(expression, depth)
      if (next === undefined) {
        this.at = behind
        return expression
      }
      expression = next
    }
  }

  #primary(depth: number): Expression {
    const start = this.at
    const character = this.#text[start] ?? ''
    if (character === "'") return this.#quoted()
    if (character === '"') throw this.#fault('texts stand in single quotes, not double ones', start + 1)
    if ('0123456789.+-'.includes(character) && character !== '') return this.#number()
    const name = this.#name()
    if (name === undefined) throw this.#unexpected()
    const nameEnd = this.at
    this.#skipBlanks()
    if (this.#text[this.at] === '(') {
      const list = this.#arguments(depth)
      return { kind: 'call', name, nameEnd, arguments: list, start, end: this.at }
    }
    this.at = nameEnd
    const value = constants.get(name.toLowerCase())
    if (value !== undefined) return { kind: 'constant', value, start, end: nameEnd }
    throw new Fault(start, nameEnd, `"${name}" is neither a text in quotes nor a function with its brackets`)
  }

  #arguments(depth: number): Expression[] {
    const list: Expression[] = []
    this.at++
    this.#skipBlanks()
    if (this.#take(')')) return list
    for (;;) {
      list.push(this.expression(depth + 1))
      this.#skipBlanks()
      if (this.#take(')')) return list
      if (!this.#take(',')) throw this.#unexpected(' instead of "," or ")"')
    }
  }

  #member(target: Expression, depth: number): Expression | undefined {
    const isOptional = this.#text[this.at] === '?'
    const from = this.at + (isOptional ? 1 : 0)
    const opening = this.#text[from]
    const { start } = target
    if (opening === '[') {
      this.at = from + 1
      const key = this.expression(depth + 1)
      this.#skipBlanks()
      if (!this.#take(']')) throw this.#unexpected(' instead of "]"')
      return { kind: 'member', target, key, isOptional, start, end: this.at }
    }
    // A full stop may also end the sentence in which the expression stands.
    if (opening !== '.') {
      if (isOptional) throw new Fault(this.at, from, '"?" has to be followed by "[" or "."')
      return undefined
    }
    this.at = from + 1
    const keyStart = this.at
    const name = this.#name()
    if (name === undefined) throw this.#unexpected(' instead of a name behind "."')
    const key: Expression = { kind: 'text', value: name, start: keyStart, end: this.at }
    return { kind: 'member', target, key, isOptional, start, end: this.at }
  }

  #quoted(): Expression {
    const start = this.at
    let value = ''
    let from = start + 1
    for (;;) {
      const quote = this.#text.indexOf("'", from)
      if (quote < 0) throw new Fault(start, this.#text.length, 'a text in quotes does not end')
      value += this.#text.slice(from, quote)
      if (this.#text[quote + 1] !== "'") {
        this.at = quote + 1
        return { kind: 'text', value, start, end: this.at }
      }
      value += "'"
      from = quote + 2
    }
  }

  #number(): Expression {
    const start = this.at
    numberForm.lastIndex = start
    const written = numberForm.exec(this.#text)?.[0]
    if (written === undefined) throw this.#unexpected()
    this.at = start + written.length
    return { kind: 'number', value: Number(written), start, end: this.at }
  }

  #name(): string | undefined {
    const start = this.at
    const end = endOfPlainName(this.#text, start)
    // The pattern knows the letters of all scripts, and takes its time; hardly any name has one that is not ASCII.
    if (!(this.#text.charCodeAt(end) >= 0x80)) {
      this.at = end
      return end === start ? undefined : this.#text.slice(start, end)
    }
    nameForm.lastIndex = start
    const name = nameForm.exec(this.#text)?.[0]
    if (name !== undefined) this.at += name.length
    return name
  }

  #skipBlanks(): void {
    while (this.at < this.#text.length && this.#text.charCodeAt(this.at) <= 32) this.at++
  }

  #take(character: string): boolean {
    if (this.#text[this.at] !== character) return false
    this.at++
    return true
  }

  #unexpected(instead = ''): Fault {
    const character = this.#text[this.at]
    const found = character === undefined ? 'it ends here' : `"${character}" stands here`
    return this.#fault(`${found}${instead}`, this.at + 1)
  }

  #fault(found: string, end = this.at): Fault {
    return new Fault(this.at, Math.min(end, this.#text.length), found)
  }
}

/** Where a name that begins here ends, as far as it is ASCII: the same offset where none begins. */
function endOfPlainName(text: string, start: number): number {
  let end = start
  for (;;) {
    const code = text.charCodeAt(end)
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36
    if (!isLetter && !(code >= 48 && code <= 57 && end > start)) return end
    end++
  }
}

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])
const numberForm = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y
const nameForm = /[\p{L}_$][\p{L}\p{N}_$]*/uy
