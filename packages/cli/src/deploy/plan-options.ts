import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type DataPolicy, dataPolicySchema, type PlanTargetOptions } from '@sevenstep/deployment-client'
import type { PlanFlags } from '../commands/deploy-command.ts'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/** What the flags ask of a plan. */
export function planOptions(
  flags: Pick<PlanFlags, 'serverDryRun' | 'dlpPolicy' | 'refresh'>,
  console: Console,
): PlanTargetOptions {
  const { serverDryRun, dlpPolicy, refresh } = flags
  return {
    serverDryRun,
    ...(refresh !== undefined && { refresh }),
    ...(dlpPolicy !== undefined && { policy: readPolicy(dlpPolicy, console) }),
  }
}

function readPolicy(file: string, console: Console): DataPolicy {
  try {
    return dataPolicySchema.parse(JSON.parse(readFileSync(resolve(console.folder, file), 'utf8')))
  } catch (error) {
    throw new Failure(
      exitCodes.unreadable,
      `${file} cannot be read as a data policy.`,
      error instanceof Error ? error.message : String(error),
      'Give the JSON of one policy as the administration of the tenant exports it, with connectorGroups.',
    )
  }
}
