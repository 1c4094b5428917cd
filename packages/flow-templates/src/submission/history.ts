import type { JsonNode } from '@sevenstep/located-json'
import type { Edition } from '../checks/flow-subject.ts'
import type { RecordedEvent } from './submission.ts'
import { advanceTemplate, type TemplateEvent, type TemplateState, templateEventNames } from './template-life-cycle.ts'

/** What a file says has happened, oldest first; entries that name no event are left to the schema. */
export function historyOf(root: JsonNode): readonly RecordedEvent[] {
  return (root.member('history')?.children ?? []).flatMap((node): RecordedEvent[] => {
    const event = node.text('event')
    return isEvent(event) ? [{ node, event, on: node.text('on') ?? '' }] : []
  })
}

/** Where a history leads from the draft; nothing where one of its events cannot have happened. */
export function stateAfter(history: readonly RecordedEvent[], edition: Edition): TemplateState | undefined {
  let state: TemplateState = 'draft'
  for (const { event } of history) {
    const move = advanceTemplate(edition, state, event)
    if (!move.ok) return undefined
    state = move.state
  }
  return state
}

function isEvent(name: string | undefined): name is TemplateEvent {
  return templateEventNames.some((event) => event === name)
}
