import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { decodeText } from '@sevenstep/connector-schema'
import { createLineTable } from '@sevenstep/findings'
import { readJson, resolvePointer, toValue } from '@sevenstep/located-json'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { type Configuration, configurationFileName, configurationShape } from './configuration.ts'

/** A configuration and the file it came from. */
export interface LoadedConfiguration {
  /** Absolute path. */
  readonly path: string
  readonly configuration: Configuration
}

/** Finds and reads configuration files, each once. */
export class Configurations {
  readonly #byFolder = new Map<string, LoadedConfiguration | undefined>()

  /**
   * The nearest configuration at or above a path; nothing when there is none up to the root.
   *
   * @throws Failure when the nearest one cannot be read or is wrong, with the place.
   */
  nearest(path: string): LoadedConfiguration | undefined {
    const start = resolve(path)
    return this.#from(existsSync(start) && statSync(start).isDirectory() ? start : dirname(start))
  }

  #from(folder: string): LoadedConfiguration | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder)
    const path = join(folder, configurationFileName)
    const parent = dirname(folder)
    const found = existsSync(path) ? loadConfiguration(path) : parent === folder ? undefined : this.#from(parent)
    this.#byFolder.set(folder, found)
    return found
  }
}

function loadConfiguration(path: string): LoadedConfiguration {
  const { text } = decodeText(path, readConfigurationFile(path))
  const json = readJson(text)
  const lines = createLineTable(text)
  const problem = json.problems.find((one) => one.code !== 'byte-order-mark')
  if (problem !== undefined || json.root === undefined) {
    const { line, column } = lines.positionAt(problem?.start ?? 0)
    throw wrong(
      path,
      line,
      column,
      `is not JSON (${problem?.code ?? 'empty-text'}${problem?.expected ? `, expected ${problem.expected}` : ''}).`,
    )
  }
  const parsed = configurationShape.safeParse(toValue(json.root))
  if (parsed.success) return { path, configuration: parsed.data }
  const issue = parsed.error.issues[0]
  const pointer = (issue?.path ?? [])
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
  const node = resolvePointer(json.root, pointer) ?? json.root
  const unknown = issue?.code === 'unrecognized_keys' ? node.member(issue.keys[0] ?? '') : undefined
  const { line, column } = lines.positionAt(unknown?.keyStart ?? node.start)
  throw wrong(path, line, column, `${pointer === '' ? 'the file' : pointer}: ${describeIssue(issue)}.`)
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

function describeIssue(
  issue:
    | { readonly code?: string | undefined; readonly message?: string; readonly keys?: readonly string[] }
    | undefined,
): string {
  if (issue?.code === 'unrecognized_keys') return `"${(issue.keys ?? []).join('", "')}" is not a setting`
  return issue?.message ?? 'does not fit'
}

function wrong(path: string, line: number, column: number, what: string): Failure {
  return new Failure(
    exitCodes.usage,
    `${path}:${line}:${column}: ${what}`,
    'A configuration that is only half understood would check something else than you meant.',
    `Mend the line, or run "sevenstep init" in another folder to see what a configuration looks like.`,
  )
}
