import { describe, expect, it } from 'vitest'
import { editions } from '../checks/flow-subject.ts'
import {
  advanceTemplate,
  type TemplateEvent,
  type TemplateState,
  templateEvents,
  templateStates,
} from './template-life-cycle.ts'

function walk(edition: (typeof editions)[number], events: readonly TemplateEvent[]): TemplateState {
  return events.reduce<TemplateState>((state, event) => {
    const move = advanceTemplate(edition, state, event)
    if (!move.ok) throw new Error(move.message.what)
    return move.state
  }, 'draft')
}

describe('the life of a template', () => {
  it('leads from a draft to the gallery and round again today', () => {
    const first = ['submit', 'review-began', 'changes-asked', 'submit', 'review-began', 'approved'] as const
    expect(walk('current', [...first, 'sign-off', 'go-live'])).toBe('live')
    expect(walk('current', [...first, 'sign-off', 'go-live', 'update', 'submit'])).toBe('submitted')
  })

  it('led over a run to the gallery or back in 2018', () => {
    expect(walk('2018-02', ['run-succeeded', 'submit', 'review-began', 'approved'])).toBe('live')
    expect(walk('2018-02', ['run-succeeded', 'saved'])).toBe('draft')
    expect(walk('2018-02', ['run-succeeded', 'submit', 'review-began', 'refuse', 'saved'])).toBe('draft')
  })

  it.each([
    ['current', 'draft', 'go-live', 'A template goes live after certification and your sign-off.'],
    ['2018-02', 'draft', 'submit', 'The portal takes a flow that has run with success since it was last saved.'],
    ['current', 'withdrawn', 'submit', 'The steps of publishing follow one another.'],
  ] as const)('refuses in %s, %s: %s', (edition, state, event, why) => {
    const move = advanceTemplate(edition, state, event)
    expect(move.ok ? '' : move.message.why).toBe(why)
  })

  it('never leaves its states, and every state can be left or is an end', () => {
    for (const edition of editions) {
      const reached = new Set<TemplateState>(['draft'])
      for (const state of reached) {
        for (const event of templateEvents(edition, state)) {
          const move = advanceTemplate(edition, state, event)
          if (move.ok) reached.add(move.state)
        }
      }
      for (const state of reached) {
        const isEnd = templateEvents(edition, state).length === 0
        if (isEnd) expect(templateStates[state].waitsFor).toBe('nobody')
      }
      expect(reached.has('live')).toBe(true)
    }
  })
})
