import { type JsonLine, jsonLines } from '../json-lines.ts'
import { type MutableConnector, writeJson } from '../mutable-connector.ts'
import { complaint, type Mutation, mutation, type PlantedDefect, type TextPosition } from '../mutation.ts'
import { choose } from '../seeded-random.ts'

type JsonFile = 'definition' | 'properties'

/** A changed text and where it went wrong, all columns from 1. */
export interface TextFault {
  readonly text: string
  readonly position: TextPosition
  readonly others?: readonly TextPosition[]
  readonly pointer?: string
}

/** Changes the lines of a JSON text written with two spaces, or gives up when none fits. */
export type TextChange = (lines: readonly JsonLine[], random: () => number) => TextFault | undefined

const broken = complaint('issues #948, #2945, #3930: broken files in the repository')
const encoder = new TextEncoder()

/** Files that are not quite JSON, as they really lay in the public repository. */
export const jsonTextComplaints: readonly Mutation[] = [
  ...inBoth('trailing-comma', ['file-json-valid'], trailingComma),
  ...inBoth('missing-comma', ['file-json-valid'], missingComma),
  textMutation('definition', 'stray-comma', ['file-json-valid'], doubledComma),
  textMutation('definition', 'leading-comma', ['file-json-valid'], (lines, random) => {
    const line = choose(
      random,
      lines.filter(({ kind }) => kind === 'open'),
    )
    return line === undefined ? undefined : edited(lines, line, `${line.text},`, line.text.length)
  }),
  ...inBoth('control-character-in-string', ['file-json-valid'], (lines, random) =>
    insideString(lines, random, '\u0001'),
  ),
  textMutation('definition', 'tab-in-string', ['file-json-valid'], (lines, random) =>
    insideString(lines, random, '\t'),
  ),
  textMutation('definition', 'line-break-in-string', ['file-json-valid'], (lines, random) =>
    insideString(lines, random, '\n'),
  ),
  textMutation('definition', 'unknown-escape', ['file-json-valid'], (lines, random) =>
    insideString(lines, random, '\\x'),
  ),
  ...inBoth('text-after-root', ['file-json-valid'], (lines) => ({
    text: `${joined(lines)}}\n`,
    position: { line: lines.length, column: (lines.at(-1)?.text.length ?? 0) + 1 },
  })),
  textMutation('definition', 'words-after-root', ['file-json-valid'], (lines) => ({
    text: `${joined(lines)}\nsaved by hand\n`,
    position: { line: lines.length + 1, column: 1 },
  })),
  ...inBoth('truncated', ['file-json-valid'], truncated),
  textMutation('definition', 'missing-colon', ['file-json-valid'], (lines, random) => {
    const line = choose(
      random,
      lines.filter(({ hasKey, kind }) => hasKey && kind === 'scalar'),
    )
    if (line === undefined) return undefined
    const colon = line.valueColumn - 2
    const text = `${line.text.slice(0, colon)}${line.text.slice(colon + 1)}`
    return edited(lines, line, text, colon, [{ line: line.index + 1, column: line.valueColumn }])
  }),
  textMutation('definition', 'single-quotes', ['file-json-valid'], (lines, random) => {
    const line = choose(random, plainStrings(lines))
    if (line === undefined) return undefined
    const text = `${line.text.slice(0, line.valueColumn)}${line.text.slice(line.valueColumn).replaceAll('"', "'")}`
    return edited(lines, line, text, line.valueColumn)
  }),
  ...inBoth('line-comment', ['file-json-no-comments', 'file-json-valid'], (lines, random) => {
    const line = choose(random, lines)
    return line === undefined ? undefined : edited(lines, line, `${line.text} // to be checked`, line.text.length + 1)
  }),
  textMutation('definition', 'block-comment', ['file-json-no-comments', 'file-json-valid'], (lines, random) => {
    const line = choose(random, lines)
    return line === undefined ? undefined : edited(lines, line, `/* ${'old'} */ ${line.text}`, 0)
  }),
  ...inBoth('key-repeated', ['file-json-no-duplicate-keys'], (lines, random) => {
    const line = choose(
      random,
      lines.filter(({ hasKey, kind, text }) => hasKey && kind === 'scalar' && text.endsWith(',')),
    )
    if (line === undefined) return undefined
    const column = line.text.search(/\S/)
    const fault = edited(lines, line, `${line.text}\n${line.text}`, 0)
    const key = { line: line.index + 2, column: column + 1 }
    const others = [
      { ...key, column: line.valueColumn + 1 },
      { line: line.index + 1, column: column + 1 },
    ]
    return { ...fault, position: key, others, pointer: line.pointer }
  }),
]

/** A mutation of the written text of one JSON file. */
function textMutation(file: JsonFile, name: string, expects: readonly string[], change: TextChange): Mutation {
  return mutation(`${file}-${name}`, broken, expects, (connector, random) => {
    const value = connector[file]
    if (value === undefined) return undefined
    const fault = change(jsonLines(writeJson(value)), random)
    return fault === undefined ? undefined : planted(connector, file, encoder.encode(fault.text), fault)
  })
}

function planted(connector: MutableConnector, file: JsonFile, bytes: Uint8Array, fault: TextFault): PlantedDefect {
  connector.rewritten[file] = bytes
  const alternatives = (fault.others ?? []).map((position) => ({ file, position }))
  const place = { file, position: fault.position, alternatives }
  return fault.pointer === undefined ? place : { ...place, pointer: fault.pointer }
}

function inBoth(name: string, expects: readonly string[], change: TextChange): Mutation[] {
  return [textMutation('definition', name, expects, change), textMutation('properties', name, expects, change)]
}

function trailingComma(lines: readonly JsonLine[], random: () => number): TextFault | undefined {
  const last = lines.filter(({ index, kind }) => kind !== 'open' && lines[index + 1]?.kind === 'close')
  const line = choose(random, last)
  if (line === undefined) return undefined
  const closing = lines[line.index + 1]
  const others = closing === undefined ? [] : [{ line: closing.index + 1, column: closing.text.search(/\S/) + 1 }]
  return edited(lines, line, `${line.text},`, line.text.length, others)
}

function missingComma(lines: readonly JsonLine[], random: () => number): TextFault | undefined {
  const line = choose(
    random,
    lines.filter(({ text }) => text.endsWith(',')),
  )
  if (line === undefined) return undefined
  const next = lines[line.index + 1]
  const others = next === undefined ? [] : [{ line: next.index + 1, column: next.text.search(/\S/) + 1 }]
  return edited(lines, line, line.text.slice(0, -1), line.text.length - 1, others)
}

function doubledComma(lines: readonly JsonLine[], random: () => number): TextFault | undefined {
  const line = choose(
    random,
    lines.filter(({ text }) => text.endsWith(',')),
  )
  return line === undefined ? undefined : edited(lines, line, `${line.text},`, line.text.length)
}

function truncated(lines: readonly JsonLine[], random: () => number): TextFault | undefined {
  const half = lines.slice(Math.floor(lines.length / 2), -1)
  const last = choose(random, half)
  if (last === undefined) return undefined
  const kept = lines.slice(0, last.index + 1)
  const end = { line: kept.length, column: last.text.length + 1 }
  return {
    text: joined(kept),
    position: end,
    others: [{ line: 1, column: 1 }, { line: kept.length, column: last.text.length }, ...lastLeftOpen(kept)],
  }
}

/** What was opened last and never closed: an editor marks it, and it is what has to be closed. */
function lastLeftOpen(lines: readonly JsonLine[]): readonly TextPosition[] {
  const open: JsonLine[] = []
  for (const line of lines) {
    if (line.kind === 'open') open.push(line)
    else if (line.kind === 'close') open.pop()
  }
  const last = open.at(-1)
  return last === undefined ? [] : [{ line: last.index + 1, column: last.valueColumn + 1 }]
}

function insideString(lines: readonly JsonLine[], random: () => number, character: string): TextFault | undefined {
  const line = choose(random, plainStrings(lines))
  if (line === undefined) return undefined
  const column = line.valueColumn + 2
  const text = `${line.text.slice(0, column)}${character}${line.text.slice(column)}`
  return {
    ...edited(lines, line, text, column, [{ line: line.index + 1, column: line.valueColumn + 1 }]),
    pointer: line.pointer,
  }
}

/** Lines whose value is a string of some length without escapes, so that any column inside it can be used. */
export function plainStrings(lines: readonly JsonLine[]): JsonLine[] {
  return lines.filter(({ text, valueColumn, kind, isString }) => {
    const value = text.slice(valueColumn)
    return kind === 'scalar' && isString && value.length > 6 && !/[\\']/.test(value)
  })
}

/** The text with one line replaced; the fault begins at the column, given from 0. */
function edited(
  lines: readonly JsonLine[],
  line: JsonLine,
  text: string,
  column: number,
  others: readonly TextPosition[] = [],
): TextFault {
  const changed = lines.map((one) => (one === line ? text : one.text))
  return { text: `${changed.join('\n')}\n`, position: { line: line.index + 1, column: column + 1 }, others }
}

function joined(lines: readonly JsonLine[]): string {
  return lines.map(({ text }) => text).join('\n')
}
