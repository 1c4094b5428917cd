import { standingOf, templateEvents, templateStates } from '@sevenstep/flow-templates/submission'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

const waits = {
  vendor: 'It waits for you.',
  microsoft: 'It waits for Microsoft.',
  nobody: 'It waits for nobody.',
} as const

/**
 * Where the text of a submission says that its template stands.
 *
 * @throws Failure when it does not say.
 */
export function statusInWords(text: string): string {
  const standing = standingOf(text)
  if (!standing.ok) throw new Failure(exitCodes.unreadable, ...wordsOf(standing.message))
  const { state, edition, since } = standing
  const { waitsFor, usually } = templateStates[state]
  const events = templateEvents(edition, state)
  return [
    `${state}${since === undefined ? '' : ` since ${since}`}`,
    `${waits[waitsFor]}${usually === undefined ? '' : ` Usually ${usually}.`}`,
    events.length === 0 ? 'Nothing more happens to it.' : `What can happen next: ${events.join(', ')}`,
    '',
  ].join('\n')
}

function wordsOf({ what, why, fix }: { readonly what: string; readonly why: string; readonly fix: string }) {
  return [what, why, fix] as const
}
