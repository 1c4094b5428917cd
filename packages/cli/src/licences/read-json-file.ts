import { createLineTable } from '@sevenstep/findings'
import { readJson, toValue } from '@sevenstep/located-json'
import type * as z from 'zod/mini'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { readTextFile } from './read-text-file.ts'

/** What a file should be, for whoever gave another one. */
export interface JsonFileWords {
  /** For example "an order". */
  readonly as: string
  /** What to do about one that is not. */
  readonly fix: string
  /** `unreadable` unless given. */
  readonly exitCode?: ExitCode
}

/**
 * Reads a JSON file of one form.
 *
 * @throws Failure when it cannot be read or has another form, with line and column.
 */
export function readJsonFile<Shape extends z.ZodMiniType>(
  path: string,
  folder: string,
  shape: Shape,
  { as, fix, exitCode = exitCodes.unreadable }: JsonFileWords,
): z.output<Shape> {
  const text = readTextFile(path, folder, exitCode)
  const lines = createLineTable(text)
  const wrong = (at: number, why: string): Failure => {
    const { line, column } = lines.positionAt(at)
    return new Failure(exitCode, `${path}:${line}:${column} cannot be used as ${as}.`, why, fix)
  }
  const { root, problems } = readJson(text)
  const fault = problems.find(({ code }) => code !== 'byte-order-mark')
  if (root === undefined || fault !== undefined) {
    const why = `It is no JSON (${fault?.code ?? 'empty-text'}).`
    throw wrong(fault?.start ?? 0, why)
  }
  const parsed = shape.safeParse(toValue(root))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const steps = issue?.path ?? []
  throw wrong(root.nearest(...steps).start, `At /${steps.map(String).join('/')}: ${issue?.message ?? 'another form'}.`)
}
