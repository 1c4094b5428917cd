import { resolve } from 'node:path'
import { toSafeLines } from '@sevenstep/findings'
import type { FlowPackage, PackageFlow } from '@sevenstep/flow-templates'
import { drawFlow } from '@sevenstep/flow-templates/drawing'
import type { FlowDrawFlags } from '../commands/flow-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure, onOneLine } from '../failure.ts'
import { suggestWord } from '../suggest-word.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { readGivenPackage } from './read-given-package.ts'

/**
 * `sevenstep flow draw`: a flow as a picture or in words.
 *
 * @throws Failure when the package cannot be read, or which flow is meant is not clear.
 */
export function drawFlowOf(path: string, flags: FlowDrawFlags, console: Console): ExitCode {
  const flow = chosenFlow(readGivenPackage(path, console), path, flags.flow)
  const { svg, outline } = drawFlow(flow)
  const text = flags.format === 'svg' ? svg : toSafeLines(outline)
  if (flags.output === undefined) {
    console.out(`${text.trimEnd()}\n`)
    return exitCodes.fine
  }
  writeFileWhole(resolve(console.folder, flags.output), `${text.trimEnd()}\n`, flags.output)
  console.error(`Wrote ${flags.output}.\n`)
  return exitCodes.fine
}

function chosenFlow({ flows }: FlowPackage, path: string, wanted: string | undefined): PackageFlow {
  const named = wanted === undefined ? flows : flows.filter((flow) => isCalled(flow, wanted))
  const [only, ...others] = named
  if (only !== undefined && others.length === 0) return only
  const names = flows.map(({ displayName, id }) => displayName || id)
  if (flows.length === 0)
    throw slip(`${path} holds no flow.`, 'There is nothing to draw.', 'Give a package with a flow.')
  if (named.length > 1) {
    const what = `${path} holds ${named.length} flows${wanted === undefined ? '' : ' of that name'}.`
    const first = named[0]?.id ?? ''
    throw slip(
      what,
      `One is drawn at a time: ${names.map(onOneLine).join(', ')}.`,
      `Say which, for example --flow "${wanted === undefined ? names[0] : first}".`,
    )
  }
  const near = suggestWord(wanted ?? '', names)
  throw slip(
    `There is no flow "${wanted}" in ${path}.`,
    `It holds ${names.map(onOneLine).join(', ')}.`,
    near === undefined ? 'Give one of these names, or an id.' : `Did you mean "${near}"?`,
  )
}

function isCalled({ displayName, id }: PackageFlow, wanted: string): boolean {
  return [displayName, id].some((name) => name?.toLowerCase() === wanted.toLowerCase())
}

function slip(what: string, why: string, fix: string): Failure {
  return new Failure(exitCodes.usage, what, why, fix)
}
