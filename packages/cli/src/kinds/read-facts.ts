import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FactsFormat, FactsReading } from '@sevenstep/rule-engine'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/**
 * Reads a file with facts that was given with `--facts`. One file may hold facts about several kinds; each takes those
 * it knows.
 *
 * @throws Failure when the file cannot be read or has another shape.
 */
export function readFacts<Facts>(path: string, folder: string, format: FactsFormat<Facts>): Facts {
  const advice = 'For an app registration, "sevenstep tenant-facts" makes the file; or leave --facts out.'
  return read(path, folder, { as: 'facts', advice, reader: (text) => format.read(text) })
}

/** How a file is read, and what to say when it cannot be. */
export interface ReadAs<Facts> {
  readonly as: string
  readonly advice: string
  reader(text: string): FactsReading<Facts>
}

/** @throws Failure when the file cannot be read or used. */
export function read<Facts>(path: string, folder: string, { as, advice, reader }: ReadAs<Facts>): Facts {
  const reading = reader(textOf(path, folder, { as, advice }))
  if (reading.ok) return reading.facts
  const { line, column, what, fix } = reading.problem
  throw new Failure(exitCodes.usage, `${path}:${line}:${column} cannot be used as ${as}.`, what, `${fix} ${advice}`)
}

function textOf(path: string, folder: string, { as, advice }: Pick<ReadAs<unknown>, 'as' | 'advice'>): string {
  try {
    return readFileSync(resolve(folder, path), 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure(exitCodes.usage, `${path} cannot be used as ${as}.`, why, advice)
  }
}
