import { jsonFilesOf } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import type { Mend, MendContext } from '../../engine/rule-family.ts'

const syntaxMends: Readonly<Record<string, Mend>> = {
  'trailing-comma': cut,
  'stray-comma': cut,
  'missing-comma': insertComma,
  'control-character': escapeCharacter,
  blank: ({ edit, start, end }) => edit.replace(start, end, ' '),
  'invalid-escape': mendEscape,
  'invalid-number': mendNumber,
  'text-after-root': cutClosingBraces,
  'single-quotes': requote,
  'unquoted-key': (context) => context.edit.replace(context.start, context.end, JSON.stringify(stretchOf(context))),
  'unexpected-word': mendWord,
}

/** Mends for the ways a JSON file can be written wrongly, where what was meant is plain. */
export const jsonProblemMends: Readonly<Record<'syntax' | 'comment' | 'duplicateKey', Mend>> = {
  syntax: (context) => syntaxMends[context.message]?.(context),
  comment: removeComment,
  duplicateKey: removeFirst,
}

function textOf({ connector, path }: MendContext): string {
  return jsonFilesOf(connector).find((file) => file.path === path)?.text ?? ''
}

function stretchOf(context: MendContext): string {
  return textOf(context).slice(context.start, context.end)
}

function cut({ edit, start, end }: MendContext): void {
  edit.replace(start, end, '')
}

/** Behind what stands before, unless that is a comment, which would swallow the comma. */
function insertComma(context: MendContext): void {
  const { edit, start } = context
  const before = textOf(context).slice(0, start)
  const trimmed = before.trimEnd()
  const lastLine = trimmed.slice(trimmed.lastIndexOf('\n') + 1)
  const isComment = lastLine.includes('//') || lastLine.endsWith('*/')
  const at = isComment ? start : trimmed.length
  edit.replace(at, at, ',')
}

function escapeCharacter(context: MendContext): void {
  const character = stretchOf(context)
  const inQuotes = JSON.stringify(character)
  const escaped = inQuotes.slice(1, -1)
  const code = character.charCodeAt(0).toString(16).padStart(4, '0')
  context.edit.replace(context.start, context.end, escaped === character ? `\\u${code}` : escaped)
}

function mendEscape(context: MendContext): void {
  const written = stretchOf(context)
  context.edit.replace(context.start, context.end, written === "\\'" ? "'" : `\\${written}`)
}

function mendNumber(context: MendContext): void {
  const match = /^([+-]?)0*([1-9]\d*|)(\.\d*)?([eE][+-]?\d+)?$/.exec(stretchOf(context))
  if (match === null) return
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match
  const digits = fraction.length > 1 ? fraction : ''
  if (whole === '' && digits === '' && !/0/.test(stretchOf(context))) return
  const minus = sign === '-' ? '-' : ''
  context.edit.replace(context.start, context.end, `${minus}${whole === '' ? '0' : whole}${digits}${exponent}`)
}

/** Only brackets and commas hold nothing that could be lost. */
function cutClosingBraces(context: MendContext): void {
  if (/^[\]},;\s]+$/.test(stretchOf(context))) cut(context)
}

function requote(context: MendContext): void {
  const text = textOf(context)
  let content = ''
  for (let at = context.start + 1; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === "'") {
      context.edit.replace(context.start, at + 1, `"${content}"`)
      return
    }
    if (character === '\\') {
      const next = text[++at] ?? ''
      content += next === "'" ? "'" : `\\${next}`
    } else content += character === '"' ? '\\"' : character
  }
}

const words: Readonly<Record<string, string>> = {
  true: 'true',
  false: 'false',
  null: 'null',
  none: 'null',
  nil: 'null',
  undefined: 'null',
  yes: 'true',
  no: 'false',
}

function mendWord(context: MendContext): void {
  const word = words[stretchOf(context).toLowerCase()]
  if (word !== undefined) context.edit.replace(context.start, context.end, word)
}

/** Takes the whole line where nothing else stands on it. */
function removeComment(context: MendContext): void {
  const { edit, start, end } = context
  const text = textOf(context)
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const isAlone = lineEnd >= 0 && text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === ''
  if (isAlone) edit.replace(lineStart, lineEnd + 1, '')
  else edit.replace(start, end, '')
}

/** The later one counts already; the earlier one goes. */
function removeFirst({ connector, path, data, start, edit }: MendContext): void {
  const json = jsonFilesOf(connector).find((file) => file.path === path)?.json
  const object = json?.root && json.isComplete ? innermostObject(json.root, start) : undefined
  if (object !== undefined && typeof data.first === 'number') edit.removeAt(object, data.first)
}

function innermostObject(root: JsonNode, offset: number): JsonNode | undefined {
  let found: JsonNode | undefined
  let node: JsonNode | undefined = root
  while (node !== undefined) {
    if (node.kind === 'object') found = node
    node = node.children.find((child) => child.start <= offset && offset < child.end)
  }
  return found
}
