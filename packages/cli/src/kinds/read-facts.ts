import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type * as z from 'zod/mini'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/** What says which members facts may have: an object of zod. */
type FactsShape = z.ZodMiniObject

/**
 * Reads a file with facts that was given with `--facts`. One file may hold facts about several kinds; each takes those
 * it knows.
 *
 * @throws Failure when the file cannot be read or has another shape.
 */
export function readFacts<Facts>(path: string, folder: string, shape: FactsShape): Facts {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(resolve(folder, path), 'utf8'))
  } catch (error) {
    throw unusable(path, error instanceof Error ? error.message : String(error))
  }
  const parsed = shape.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw unusable(path, `At /${(issue?.path ?? []).join('/')}: ${issue?.message ?? 'another shape is expected'}.`)
  }
  // Undefined members are left out by zod, so the exact optional types hold; zod's output type only cannot say so.
  return parsed.data as Facts
}

function unusable(path: string, why: string): Failure {
  return new Failure(
    exitCodes.usage,
    `${path} cannot be used as facts.`,
    why,
    'For an app registration, "sevenstep tenant-facts" makes the file; or leave --facts out.',
  )
}
