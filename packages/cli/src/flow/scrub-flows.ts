import { resolve } from 'node:path'
import { disarmJson, toSafeLines } from '@sevenstep/findings'
import { type ScrubbedPlace, scrubPackage } from '@sevenstep/flow-templates/checks'
import { writePackageFile, writePackageFolder } from '@sevenstep/flow-templates/node'
import type { FlowScrubFlags } from '../commands/flow-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure, onOneLine } from '../failure.ts'
import { packageFailure, readGivenPackage } from './read-given-package.ts'

/**
 * `sevenstep flow scrub`: writes a clean copy of a package and says what is not in it any more. What was given stays.
 *
 * @throws Failure when the package cannot be read or cleaned, or something is in the copy's place.
 */
export function scrubFlows(
  path: string,
  output: string | undefined,
  flags: FlowScrubFlags,
  console: Console,
): ExitCode {
  if (output === undefined && !flags.dryRun) throw withoutPlace(path)
  const scrubbing = scrubPackage(readGivenPackage(path, console))
  if (!scrubbing.ok) throw packageFailure(path, scrubbing.problem)
  const { package: clean, places } = scrubbing
  if (output !== undefined && !flags.dryRun) {
    const target = resolve(console.folder, output)
    const written = /\.zip$/i.test(output) ? writePackageFile(clean, target) : writePackageFolder(clean, target)
    if (!written.ok) throw packageFailure(output, written.problem)
  }
  console.out(
    flags.format === 'json' ? disarmJson(`${JSON.stringify(places, undefined, 2)}\n`) : inWords(places, flags),
  )
  if (output !== undefined && !flags.dryRun) console.error(`Wrote ${output}.\n`)
  return exitCodes.fine
}

function inWords(places: readonly ScrubbedPlace[], { dryRun }: FlowScrubFlags): string {
  if (places.length === 0) return 'Nothing to take out.\n'
  const files = [...new Set(places.map(({ file }) => file))]
  const lines = files.flatMap((file) => [
    '',
    onOneLine(file),
    ...places.filter((place) => place.file === file).map((place) => `  ${onOneLine(lineOf(place))}`),
  ])
  const count = `${places.length} ${places.length === 1 ? 'place' : 'places'} ${dryRun ? 'would be' : 'were'} cleaned`
  const hadSecret = places.some(({ rule }) => rule === 'flow-no-secret' || rule === 'flow-no-sas')
  const advice = hadSecret ? ' Replace the secrets themselves: they have been in a file.' : ''
  return toSafeLines([...lines.slice(1), '', `${count}.${advice}`, ''].join('\n'))
}

/** Secrets are never shown. */
function lineOf({ rule, pointer, did, before, after }: ScrubbedPlace): string {
  const shown = before === undefined ? '•••' : before.length > 120 ? `${before.slice(0, 119)}…` : before
  const change = did === 'replaced' && after !== undefined ? `${shown} → ${after || '(nothing)'}` : shown
  return `${did.padEnd(8)}  ${pointer ?? 'the file'}  ${change}  (${rule})`
}

function withoutPlace(path: string): Failure {
  return new Failure(
    exitCodes.usage,
    'There is no place for the copy.',
    'What is given is never changed.',
    `Name it, for example: sevenstep flow scrub ${path} clean.zip. Or look first, with --dry-run.`,
  )
}
