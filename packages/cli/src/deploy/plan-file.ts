import { resolve } from 'node:path'
import { readFileBounded } from '@sevenstep/connector-schema/node'
import { type FleetEntry, type Plan, planSchema } from '@sevenstep/deployment-client'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/** Plans for a thousand tenants take some thirty MiB. */
const largestBytes = 256 * 1024 * 1024

/** Plans as a file keeps them; none holds a secret. */
export function savedPlan(entries: readonly FleetEntry<Plan>[]): string {
  const plans = entries.flatMap((entry) => (entry.ok ? [entry.value] : []))
  return `${JSON.stringify({ version: 1, plans }, undefined, 2)}\n`
}

/**
 * Plans out of a file, by target.
 *
 * @throws Failure when it is none.
 */
export function readPlanFile(file: string, console: Console): ReadonlyMap<string, Plan> {
  const reading = readFileBounded(resolve(console.folder, file), largestBytes)
  if (!reading.ok) throw unreadable(file, reading.problem.what)
  const parsed = planSchema.array().safeParse(Object(parse(file, new TextDecoder().decode(reading.bytes))).plans)
  const [wrong] = parsed.error?.issues ?? []
  if (parsed.data === undefined) throw unreadable(file, `plans.${wrong?.path.join('.') ?? ''}: ${wrong?.message ?? ''}`)
  return new Map(parsed.data.map((plan) => [plan.target.name, plan]))
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw unreadable(file, error instanceof Error ? error.message : String(error))
  }
}

function unreadable(file: string, why: string): Failure {
  const fix = 'Give a file that "sevenstep deploy plan --out" wrote.'
  return new Failure(exitCodes.unreadable, `${file} cannot be read as a plan.`, why, fix)
}
