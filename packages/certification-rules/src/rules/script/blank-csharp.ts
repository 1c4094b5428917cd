/**
 * C# with comments and the content of texts and characters replaced by blanks, line breaks kept, so that offsets stay
 * and patterns meet only code. There is no C# parser in npm that fits: the ones there are load megabytes of grammar or
 * need .NET, and what the rules ask (a class, a method, names) shows in the text. One pass, linear, never throws.
 */
export function blankCsharp(code: string): string {
  const scanner = new Scanner(code)
  scanner.run()
  return scanner.result()
}

/** A text that is being read and may hold code in braces. */
interface OpenText {
  readonly isVerbatim: boolean
  /** Open braces of the code within; 0 while in the text itself. */
  braces: number
}

class Scanner {
  readonly #code: string
  readonly #parts: string[] = []
  readonly #open: OpenText[] = []
  #at = 0
  #kept = 0

  constructor(code: string) {
    this.#code = code
  }

  result(): string {
    return this.#parts.join('') + this.#code.slice(this.#kept)
  }

  run(): void {
    while (this.#at < this.#code.length) {
      const text = this.#open.at(-1)
      if (text !== undefined && text.braces === 0) this.#readText(text)
      else this.#readCode(text)
    }
  }

  /** Replaces everything from here up to an offset by blanks. */
  #blankTo(end: number): void {
    this.#parts.push(this.#code.slice(this.#kept, this.#at), this.#code.slice(this.#at, end).replace(/[^\r\n]/g, ' '))
    this.#at = end
    this.#kept = end
  }

  #readCode(text: OpenText | undefined): void {
    const code = this.#code
    const character = code[this.#at]
    const next = code[this.#at + 1]
    if (character === '/' && next === '/') this.#blankTo(this.#endOf('\n', this.#at, 0))
    else if (character === '/' && next === '*') this.#blankTo(this.#endOf('*/', this.#at + 2, 2))
    else if (character === "'") this.#blankTo(this.#endOfCharacter())
    else if (character === '"') this.#beginText(this.#at)
    else if (character === '$' || character === '@') this.#beginPrefixed()
    else {
      if (text !== undefined && character === '{') text.braces++
      if (text !== undefined && character === '}') text.braces--
      this.#at++
    }
  }

  #beginPrefixed(): void {
    let at = this.#at
    while (this.#code[at] === '$' || this.#code[at] === '@') at++
    if (this.#code[at] === '"') this.#beginText(at)
    else this.#at = at
  }

  /** `quote` is where the opening quote stands, behind `$` and `@`. */
  #beginText(quote: number): void {
    const code = this.#code
    const prefix = code.slice(this.#at, quote)
    if (code.startsWith('"""', quote)) {
      let end = quote
      while (code[end] === '"') end++
      const quotes = code.slice(quote, end)
      this.#blankTo(this.#endOf(quotes, end, quotes.length))
      return
    }
    const isVerbatim = prefix.includes('@')
    if (prefix.includes('$')) {
      this.#blankTo(quote + 1)
      this.#open.push({ isVerbatim, braces: 0 })
    } else this.#blankTo(this.#endOfPlainText(quote + 1, isVerbatim))
  }

  #endOfPlainText(from: number, isVerbatim: boolean): number {
    const code = this.#code
    for (let at = from; at < code.length; at++) {
      const character = code[at]
      if (character === '\\' && !isVerbatim) at++
      else if (character === '"') {
        if (!isVerbatim || code[at + 1] !== '"') return at + 1
        at++
      } else if (character === '\n' && !isVerbatim) return at
    }
    return code.length
  }

  /** Goes on in an interpolated text, up to its end or to code within. */
  #readText(text: OpenText): void {
    const code = this.#code
    let at = this.#at
    while (at < code.length) {
      const character = code[at]
      const isDouble = code[at + 1] === character
      if (character === '\\' && !text.isVerbatim) at += 2
      else if ((character === '{' || (character === '"' && text.isVerbatim)) && isDouble) at += 2
      else if (character === '{') {
        text.braces = 1
        this.#blankTo(at + 1)
        return
      } else if (character === '"' || (character === '\n' && !text.isVerbatim)) {
        this.#open.pop()
        this.#blankTo(character === '"' ? at + 1 : at)
        return
      } else at++
    }
    this.#blankTo(code.length)
  }

  /** A character such as 'a' or '\''; an apostrophe that begins none stays alone. */
  #endOfCharacter(): number {
    const found = /^'(?:\\.[^'\r\n]{0,8}|[^\\'\r\n]{1,2})'/.exec(this.#code.slice(this.#at, this.#at + 14))
    return this.#at + (found?.[0].length ?? 1)
  }

  /** Offset of the next such text, plus `add`; the end of the code when there is none. */
  #endOf(wanted: string, from: number, add: number): number {
    const found = this.#code.indexOf(wanted, from)
    return found < 0 ? this.#code.length : found + add
  }
}
