/** Where a part stands in the text it was read from: UTF-16 offsets, `end` behind the last character. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** An expression of the workflow language, with the place of every part. */
export type Expression =
  | (Span & { readonly kind: 'text'; readonly value: string })
  | (Span & { readonly kind: 'number'; readonly value: number })
  | (Span & { readonly kind: 'constant'; readonly value: boolean | null })
  | CallExpression
  | (Span & {
      readonly kind: 'member'
      readonly target: Expression
      /** What stands between the brackets, or the name behind the dot as a text. */
      readonly key: Expression
      /** `?.` or `?[`: nothing when the target is nothing. */
      readonly isOptional: boolean
    })

/** A call of a function. */
export interface CallExpression extends Span {
  readonly kind: 'call'
  readonly name: string
  /** Behind the last character of the name. */
  readonly nameEnd: number
  readonly arguments: readonly Expression[]
}

/** What is wrong with an expression: one sentence's end, and where. */
export interface ExpressionFault extends Span {
  /** What was expected or found, to be put behind "at character 5:". */
  readonly found: string
}

/** One stretch of a value that may hold expressions. */
export type TemplatePart =
  | (Span & { readonly kind: 'literal'; readonly text: string })
  /** `start` and `end` take in `@`, or `@{` and `}`. */
  | (Span & { readonly kind: 'expression'; readonly isInterpolated: boolean; readonly expression: Expression })

/** A text of a definition as the service reads it. */
export interface ExpressionTemplate {
  readonly parts: readonly TemplatePart[]
  /** The first thing that cannot be read; what stands behind it was not looked at. */
  readonly fault?: ExpressionFault
}

/** Every call in an expression, outer before inner. */
export function callsIn(expression: Expression): readonly CallExpression[] {
  const calls: CallExpression[] = []
  const open: Expression[] = [expression]
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one.kind === 'call') {
      calls.push(one)
      for (let at = one.arguments.length - 1; at >= 0; at--) {
        const argument = one.arguments[at]
        if (argument !== undefined) open.push(argument)
      }
    } else if (one.kind === 'member') open.push(one.key, one.target)
  }
  return calls
}
