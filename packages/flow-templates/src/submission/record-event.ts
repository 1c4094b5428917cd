import type { Message } from '@sevenstep/findings'
import { applyTextEdits, JsonEditor } from '@sevenstep/located-json'
import type { Edition } from '../checks/flow-subject.ts'
import { historyOf, stateAfter } from './history.ts'
import { readSubmission } from './read-submission.ts'
import { advanceTemplate, type TemplateEvent, type TemplateState } from './template-life-cycle.ts'

/** A file with an event added, or why there is none. */
export type Recording =
  | { readonly ok: true; readonly text: string; readonly state: TemplateState }
  | { readonly ok: false; readonly message: Message }

/** What happened, and on which day (`YYYY-MM-DD`). */
export interface EventToRecord {
  readonly event: TemplateEvent
  readonly on: string
}

/** Adds an event to the history in the text of a submission; every other byte stays. Never throws. */
export function recordEvent(text: string, { event, on }: EventToRecord): Recording {
  const known = standingOf(text)
  if (!known.ok) return known
  const move = advanceTemplate(known.edition, known.state, event)
  if (!move.ok) return move
  const { file, root } = readSubmission('', text)
  const editor = new JsonEditor(file.json)
  const history = root?.member('history')
  if (history?.kind === 'array') editor.append(history, { event, on })
  else if (root !== undefined) editor.insert(root, 'history', [{ event, on }])
  return { ok: true, text: applyTextEdits(text, editor.edits), state: move.state }
}

/** Where a submission stands, by its own history. */
export type Standing =
  | { readonly ok: true; readonly state: TemplateState; readonly edition: Edition; readonly since: string | undefined }
  | { readonly ok: false; readonly message: Message }

/** Reads where the text of a submission says that its template stands. Never throws. */
export function standingOf(text: string): Standing {
  const { file, root, edition } = readSubmission('', text)
  if (root === undefined || file.json.problems.length > 0) {
    return {
      ok: false,
      message: {
        what: 'The file is not the whole JSON of a submission.',
        why: 'Half of a history may say the opposite.',
        fix: 'Run "sevenstep check" on it, and mend what it names.',
      },
    }
  }
  const history = historyOf(root)
  const state = stateAfter(history, edition)
  if (state !== undefined) return { ok: true, state, edition, since: history.at(-1)?.on }
  return {
    ok: false,
    message: {
      what: 'The history in the file breaks off.',
      why: 'One of its events cannot have happened where it stands.',
      fix: 'Run "sevenstep check" on it, and mend what it names.',
    },
  }
}
