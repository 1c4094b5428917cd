import { jsonLines } from '../json-lines.ts'
import { type MutableConnector, writeJson } from '../mutable-connector.ts'
import { complaint, type Mutation, mutation, type PlantedDefect } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { plainStrings } from './json-text.ts'

type JsonFile = 'definition' | 'properties'

const seen = complaint('facts 0: encodings seen in the public repository')
const encoder = new TextEncoder()
const byteOrderMark = [0xef, 0xbb, 0xbf]

/** Encodings other than plain UTF-8, and files that hold no JSON at all. */
export const jsonByteComplaints: readonly Mutation[] = [
  ...(['definition', 'properties'] as const).flatMap((file) => [
    whole(file, 'byte-order-mark', ['file-json-no-bom'], (text) => join(byteOrderMark, encoder.encode(text))),
    oneByte(file, 'windows-1252-letter', 0xe9),
    oneByte(file, 'windows-1252-quote', 0x92),
    whole(file, 'empty', ['file-json-valid'], () => new Uint8Array()),
  ]),
  whole('definition', 'utf-16', ['file-json-utf8', 'file-json-valid'], (text) => {
    const units = Array.from(text, (_, index) => text.charCodeAt(index))
    return join([0xff, 0xfe], Uint8Array.from(units.flatMap((unit) => [unit & 0xff, unit >> 8])))
  }),
  whole('definition', 'blank', ['file-json-valid'], () => encoder.encode(' \n\n')),
  whole('definition', 'saved-as-web-page', ['file-json-valid'], () =>
    encoder.encode('<!DOCTYPE html>\n<html><body>Not found</body></html>\n'),
  ),
  whole('definition', 'written-as-yaml', ['file-json-valid'], () =>
    encoder.encode('swagger: "2.0"\ninfo:\n  title: Orders\n'),
  ),
  whole('definition', 'root-is-a-list', ['file-json-valid', 'swagger-schema-valid', 'swagger-version-2'], (text) =>
    encoder.encode(`[${text}]`),
  ),
]

function whole(
  file: JsonFile,
  name: string,
  expects: readonly string[],
  change: (text: string) => Uint8Array,
): Mutation {
  return mutation(`${file}-${name}`, seen, expects, (connector) => {
    const value = connector[file]
    if (value === undefined) return undefined
    connector.rewritten[file] = change(writeJson(value))
    return { file, position: { line: 1, column: 1 }, alternatives: [{ file, pointer: '' }, { file }] }
  })
}

/** One byte that is not UTF-8 in the middle of some text. */
function oneByte(file: JsonFile, name: string, byte: number): Mutation {
  return mutation(`${file}-${name}`, seen, ['file-json-utf8'], (connector, random) =>
    insertByte(connector, random, file, byte),
  )
}

function insertByte(
  connector: MutableConnector,
  random: () => number,
  file: JsonFile,
  byte: number,
): PlantedDefect | undefined {
  const value = connector[file]
  if (value === undefined) return undefined
  const text = writeJson(value)
  const lines = jsonLines(text)
  const line = choose(
    random,
    plainStrings(lines).filter((one) => /^[\x20-\x7e]*$/.test(one.text)),
  )
  if (line === undefined) return undefined
  const before =
    lines
      .slice(0, line.index)
      .map((one) => `${one.text}\n`)
      .join('') + line.text.slice(0, line.valueColumn + 3)
  const head = encoder.encode(before)
  connector.rewritten[file] = join([...head, byte], encoder.encode(text.slice(before.length)))
  const position = { line: line.index + 1, column: line.valueColumn + 4 }
  const alternatives = [{ file, pointer: line.pointer }, { file }]
  return { file, position, pointer: line.pointer, alternatives }
}

function join(head: readonly number[], tail: Uint8Array): Uint8Array {
  return Uint8Array.from([...head, ...tail])
}
