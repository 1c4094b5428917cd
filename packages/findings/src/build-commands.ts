/*
 * Build servers read commands out of the log of every step. Azure Pipelines obeys `##vso[` and `##[` anywhere in a
 * line, GitHub Actions obeys `##[` in the same way and `::` at the start of a line, blanks before it not counting.
 * A checked file must not be able to set a variable or switch commands off, whichever format goes to the log.
 * Source: learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands, actions/runner ActionCommand.cs.
 */

/** Pieces that stand for a character without being one the build server looks for. */
export interface CommandStandIns {
  readonly hash: string
  readonly colon: string
}

const lookAlikes: CommandStandIns = { hash: '\u2317', colon: '\u2236' }

/** Colours are no blanks, but a server may take them out of a line before it reads it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const lineStart = /^((?:[^\S\r\n\u2028\u2029]|\u001b\[[\d;]*m)*):(?=:)/gm

/** The text with everything a build server would obey taken apart: by signs of the same width, unless others are given. */
export function disarmCommands(text: string, { hash, colon }: CommandStandIns = lookAlikes): string {
  return disarmHashes(text, hash).replace(lineStart, `$1${colon}`)
}

/** The same for the commands that work anywhere in a line. */
export function disarmHashes(text: string, hash: string = lookAlikes.hash): string {
  return text.replace(/##(?=(?:vso)?\[)/gi, `#${hash}`)
}

/** JSON text with the same meaning in which no build server finds a command: `#` only ever stands in strings. */
export function disarmJson(json: string): string {
  return disarmHashes(json, '\\u0023')
}
