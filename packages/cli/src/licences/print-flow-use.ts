import { disarmJson } from '@sevenstep/findings'
import { flowEntryOf } from '@sevenstep/flow-templates/checks'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { readGivenPackage } from '../flow/read-given-package.ts'

/** `sevenstep licences flows`: the flows of packages in the form that `licences report` reads; who runs them is left to say. */
export function printFlowUse(paths: readonly string[], console: Console): ExitCode {
  const flows = paths.flatMap((path) => readGivenPackage(path, console).flows.map((flow) => flowEntryOf(flow)))
  console.out(disarmJson(`${JSON.stringify({ flows }, undefined, 2)}\n`))
  return exitCodes.fine
}
