import { queryFailure } from './query-failure.ts'

/** A piece of an OData expression with the place it begins at. */
export type Token = { readonly at: number } & (
  | { readonly kind: 'name' | 'guid' | 'moment' | 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly whole: boolean }
  | { readonly kind: 'mark'; readonly text: Mark }
)

type Mark = (typeof marks)[number]

const marks = ['(', ')', ',', '/', ':', '=', '[', ']'] as const

const patterns = {
  guid: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/iy,
  moment: /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?(?![\w-])/y,
  number: /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])/iy,
  text: /'(?:[^']|'')*'/y,
  name: /[A-Za-z_][\w.]*/y,
} as const

/**
 * Takes an OData expression apart. `@balena/odata-parser`, the one parser on npm that is still kept, reads neither bare
 * GUIDs nor moments the way OData v4 writes them, and those are most of what is asked of Dataverse.
 *
 * @throws EmulatedFailure that names the place.
 */
export function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < expression.length) {
    const character = expression[at] ?? ''
    if (/\s/.test(character)) {
      at += 1
    } else if (isMark(character)) {
      tokens.push({ kind: 'mark', text: character, at })
      at += 1
    } else {
      const { token, length } = valueAt(expression, at)
      tokens.push(token)
      at += length
    }
  }
  return tokens
}

function isMark(character: string): character is Mark {
  return marks.some((mark) => mark === character)
}

function valueAt(expression: string, at: number): { readonly token: Token; readonly length: number } {
  for (const kind of ['guid', 'moment', 'number', 'text', 'name'] as const) {
    const pattern = patterns[kind]
    pattern.lastIndex = at
    const [found] = pattern.exec(expression) ?? []
    if (found === undefined) continue
    const length = found.length
    if (kind === 'number') return { token: { kind, value: Number(found), whole: /^-?\d+$/.test(found), at }, length }
    if (kind === 'text') return { token: { kind, text: found.slice(1, -1).replaceAll("''", "'"), at }, length }
    return { token: { kind, text: found, at }, length }
  }
  throw queryFailure(
    expression[at] === "'"
      ? `There is an unterminated string literal at position ${expression.length} in '${expression}'.`
      : `Syntax error: character '${expression[at]}' is not valid at position ${at} in '${expression}'.`,
  )
}
