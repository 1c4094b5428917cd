import type { Message } from '@sevenstep/findings'
import type { Edition } from '../checks/flow-subject.ts'

/** Where a template stands. `ready` and `refused` are of the portal of 2018; most others of Partner Center. */
export type TemplateState =
  | 'draft'
  | 'ready'
  | 'submitted'
  | 'in-certification'
  | 'attention-needed'
  | 'certified'
  | 'signed-off'
  | 'live'
  | 'update-in-progress'
  | 'refused'
  | 'withdrawn'

/** Everything that happens to templates. */
export const templateEventNames = [
  'run-succeeded',
  'saved',
  'submit',
  'review-began',
  'changes-asked',
  'approved',
  'refuse',
  'sign-off',
  'go-live',
  'update',
  'withdraw',
] as const

/** What happens to a template. */
export type TemplateEvent = (typeof templateEventNames)[number]

type Moves = Readonly<Partial<Record<TemplateState, Readonly<Partial<Record<TemplateEvent, TemplateState>>>>>>

/** The moves there are, by edition. Composed from what the pages tell of the two routes; no page draws the whole. */
const moves: Readonly<Record<Edition, Moves>> = {
  '2018-02': {
    draft: { 'run-succeeded': 'ready', saved: 'draft' },
    // Saving takes the run back: one is asked for since the last change.
    ready: { saved: 'draft', submit: 'submitted' },
    submitted: { 'review-began': 'in-certification' },
    'in-certification': { approved: 'live', refuse: 'refused' },
    refused: { saved: 'draft' },
    live: { withdraw: 'withdrawn' },
  },
  current: {
    draft: { submit: 'submitted' },
    submitted: { 'review-began': 'in-certification', withdraw: 'draft' },
    'in-certification': { 'changes-asked': 'attention-needed', approved: 'certified' },
    'attention-needed': { submit: 'submitted', withdraw: 'withdrawn' },
    certified: { 'sign-off': 'signed-off' },
    'signed-off': { 'go-live': 'live' },
    live: { update: 'update-in-progress', withdraw: 'withdrawn' },
    'update-in-progress': { submit: 'submitted', withdraw: 'live' },
  },
}

/** Whom a state waits for, and how long that usually takes. */
export const templateStates: Readonly<
  Record<TemplateState, { readonly waitsFor: 'vendor' | 'microsoft' | 'nobody'; readonly usually?: string }>
> = {
  draft: { waitsFor: 'vendor' },
  ready: { waitsFor: 'vendor' },
  submitted: { waitsFor: 'microsoft' },
  'in-certification': { waitsFor: 'microsoft', usually: '24 to 48 hours' },
  'attention-needed': { waitsFor: 'vendor' },
  certified: { waitsFor: 'vendor' },
  'signed-off': { waitsFor: 'vendor' },
  live: { waitsFor: 'nobody', usually: 'in all regions within 48 hours' },
  'update-in-progress': { waitsFor: 'vendor' },
  refused: { waitsFor: 'vendor' },
  withdrawn: { waitsFor: 'nobody' },
}

/** The next state, or why there is none. */
export type TemplateMove =
  | { readonly ok: true; readonly state: TemplateState }
  | { readonly ok: false; readonly message: Message }

/** What can happen in a state, in the edition's route. */
export function templateEvents(edition: Edition, state: TemplateState): readonly TemplateEvent[] {
  // The keys of a table of moves are events.
  return Object.keys(moves[edition][state] ?? {}) as TemplateEvent[]
}

/** The state after an event. Pure: who caused it and when is the caller's to keep. */
export function advanceTemplate(edition: Edition, state: TemplateState, event: TemplateEvent): TemplateMove {
  const next = moves[edition][state]?.[event]
  if (next !== undefined) return { ok: true, state: next }
  const possible = templateEvents(edition, state)
  return {
    ok: false,
    message: {
      what: `"${event}" cannot happen to a template that is "${state}".`,
      why: hint(edition, state, event),
      fix:
        possible.length === 0
          ? 'Nothing more happens to it; begin a new template.'
          : `What can happen now: ${possible.join(', ')}.`,
    },
  }
}

function hint(edition: Edition, state: TemplateState, event: TemplateEvent): string {
  if (edition === '2018-02' && state === 'draft' && event === 'submit')
    return 'The portal takes a flow that has run with success since it was last saved.'
  if (edition === 'current' && event === 'go-live') return 'A template goes live after certification and your sign-off.'
  return 'The steps of publishing follow one another.'
}
