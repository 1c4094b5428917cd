import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type FleetEntry, type Plan, planSchema } from '@sevenstep/deployment-client'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

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
  try {
    const { plans } = Object(JSON.parse(readFileSync(resolve(console.folder, file), 'utf8')))
    const parsed = planSchema.array().parse(plans)
    return new Map(parsed.map((plan) => [plan.target.name, plan]))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const fix = 'Give a file that "sevenstep deploy plan --out" wrote.'
    throw new Failure(exitCodes.unreadable, `${file} cannot be read as a plan.`, why, fix)
  }
}
