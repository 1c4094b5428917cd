import { readFileSync } from 'node:fs'
import { decodeText } from '@sevenstep/connector-schema'
import { createLineTable, type LineTable, type Location } from '@sevenstep/findings'
import { escapePointerStep, type JsonNode, readJson, resolvePointer, toValue } from '@sevenstep/located-json'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { suggestWord } from '../suggest-word.ts'
import { type Configuration, configurationShape, settingsWithin } from './configuration.ts'
import { configurationFileName } from './find-configuration.ts'

/** A configuration and the file it came from. */
export interface LoadedConfiguration {
  /** Absolute path. */
  readonly path: string
  /** As reports name it: relative to the folder the command runs in. */
  readonly shownPath: string
  readonly text: string
  readonly configuration: Configuration
  /** Where each of its suppressions is written, in their order. */
  readonly suppressionPlaces: readonly (Location | undefined)[]
}

/** What the messages about one file need. */
interface Place {
  readonly path: string
  readonly lines: LineTable
}

/**
 * Reads a configuration file.
 *
 * @throws Failure when it cannot be read, is no JSON, or says something that is no setting; with line and column.
 */
export async function loadConfiguration(path: string, shownPath: string): Promise<LoadedConfiguration> {
  const { text } = decodeText(path, readConfigurationFile(path))
  const json = readJson(text)
  const place: Place = { path: shownPath, lines: createLineTable(text) }
  const problem = json.problems.find((one) => one.code !== 'byte-order-mark')
  if (problem !== undefined || json.root === undefined) {
    const expected = problem?.expected ? `, expected ${problem.expected}` : ''
    throw wrong(place, problem?.start ?? 0, `is not JSON (${problem?.code ?? 'empty-text'}${expected}).`)
  }
  const parsed = configurationShape.safeParse(toValue(json.root))
  if (!parsed.success) throw describeIssue(parsed.error.issues[0], json.root, place)
  await expectKnownRules(json.root, place)
  const suppressionPlaces = (parsed.data.suppressions ?? []).map((_, at) => placeOf(json.root, at, place.lines))
  return { path, shownPath, text, configuration: parsed.data, suppressionPlaces }
}

function readConfigurationFile(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new Failure(
      exitCodes.usage,
      `The configuration ${path} cannot be read.`,
      error instanceof Error ? error.message : String(error),
      'Make the file readable, or remove it to go on with the defaults.',
    )
  }
}

interface Issue {
  readonly code?: string | undefined
  readonly message?: string
  readonly path?: readonly PropertyKey[]
  readonly keys?: readonly string[]
  readonly values?: readonly unknown[]
  readonly expected?: unknown
}

function describeIssue(issue: Issue | undefined, root: JsonNode, place: Place): Failure {
  const steps = issue?.path ?? []
  const node = resolvePointer(root, pointerOf(steps))
  if (node === undefined) {
    const around = steps.slice(0, -1)
    const start = resolvePointer(root, pointerOf(around))?.start ?? root.start
    return wrong(place, start, `${aboutOf(around)}: "${String(steps.at(-1))}" is missing`)
  }
  const [key] = issue?.keys ?? []
  if (issue?.code === 'unrecognized_keys' && key !== undefined) {
    const known = settingsWithin(steps[0] === undefined ? undefined : String(steps[0]))
    const what = `"${key}" is not a setting${didYouMean(key, known)}`
    return wrong(place, node.member(key)?.keyStart ?? node.start, `${aboutOf(steps)}: ${what}`)
  }
  const allowed = (issue?.values ?? []).map(String)
  const written = node.kind === 'string' ? String(toValue(node)) : ''
  const what = allowed.length > 0 ? `has to be one of ${allowed.join(', ')}` : wantedOf(issue)
  return wrong(place, node.start, `${aboutOf(steps)}: ${what}${didYouMean(written, allowed)}`)
}

function wantedOf(issue: Issue | undefined): string {
  const words: Readonly<Record<string, string>> = {
    string: 'a text',
    array: 'a list',
    object: 'an object',
    record: 'an object',
  }
  const wanted = issue?.code === 'invalid_type' ? words[String(issue.expected)] : undefined
  return wanted === undefined ? (issue?.message ?? 'does not fit') : `has to be ${wanted}`
}

function pointerOf(steps: readonly PropertyKey[]): string {
  return steps.map((step) => `/${escapePointerStep(String(step))}`).join('')
}

function aboutOf(steps: readonly PropertyKey[]): string {
  return steps.length === 0 ? 'the file' : pointerOf(steps)
}

function didYouMean(word: string, known: readonly string[]): string {
  const near = suggestWord(word, known)
  return near === undefined ? '' : `; did you mean "${near}"?`
}

/** A misspelt rule in a configuration would silently keep its old setting. */
async function expectKnownRules(root: JsonNode, place: Place): Promise<void> {
  const members = root.member('rules')?.children ?? []
  if (members.length === 0) return
  const { unknownAmong } = await import('../rules/known-rules.ts')
  const unknown = await unknownAmong(members.map(({ key }) => key ?? ''))
  if (unknown === undefined) return
  const { id, known } = unknown
  const hint = didYouMean(id, known) || '; "sevenstep rules" lists them'
  const member = members.find(({ key }) => key === id) ?? root
  throw wrong(place, member.keyStart, `/rules: there is no rule "${id}"${hint}`)
}

function placeOf(root: JsonNode | undefined, at: number, lines: LineTable): Location | undefined {
  const pointer = `/suppressions/${at}`
  const node = root === undefined ? undefined : resolvePointer(root, pointer)
  if (node === undefined) return undefined
  const range = { start: lines.positionAt(node.start), end: lines.positionAt(node.end) }
  return { file: configurationFileName, pointer, range }
}

function wrong({ path, lines }: Place, offset: number, what: string): Failure {
  const { line, column } = lines.positionAt(offset)
  return new Failure(
    exitCodes.usage,
    `${path}:${line}:${column}: ${what}${/[.?]$/.test(what) ? '' : '.'}`,
    'A configuration that is only half understood would check something else than you meant.',
    'Mend the line; "sevenstep init" in an empty folder shows what a configuration looks like.',
  )
}
