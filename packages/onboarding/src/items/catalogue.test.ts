import { describe, expect, test } from 'vitest'
import type { EvidenceRecord, FamilyFact } from '../item.ts'
import { planFor } from '../state/applicable-items.ts'
import { groups } from '../steps.ts'
import { goalsWith } from '../testing/product-input.ts'
import type { Edition, ProductKind, PublisherType } from '../vocabulary.ts'
import { goalIds, stepIds } from '../vocabulary.ts'
import {
  dependencyOrder,
  familiesOf,
  itemById,
  items,
  itemsOfStep,
  positionOf,
  ruleFamiliesNamed,
} from './catalogue.ts'

describe('the catalogue', () => {
  test('ids and step prefixes are right, and each id is used once', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    for (const { id, step, number } of items) {
      expect(id.startsWith(`${step}.`)).toBe(true)
      expect(number.startsWith(`${step}.`)).toBe(true)
    }
  })

  test.each([
    [1, 30],
    [2, 40],
    [3, 38],
    [4, 30],
    [5, 26],
    [6, 33],
    [7, 40],
  ] as const)('step %i has an item for each of its %i numbered requirements', (step, count) => {
    const numbers = new Set(itemsOfStep(step).map(({ number }) => number))
    const missing = Array.from({ length: count }, (_, index) => `${step}.${index + 1}`).filter((n) => !numbers.has(n))
    expect(missing).toEqual([])
  })

  test('each step has at most seven groups, all of them used and none unknown', () => {
    for (const step of stepIds) {
      expect(groups[step].length).toBeLessThanOrEqual(7)
      expect([...new Set(itemsOfStep(step).map(({ group }) => group))]).toEqual(groups[step].map(({ id }) => id))
    }
  })

  test('dependencies exist and make no ring', () => {
    for (const { id, dependsOn } of items) {
      for (const other of dependsOn) {
        expect(itemById(other), `${id} depends on ${other}`).toBeDefined()
      }
    }
    const place = new Map(dependencyOrder.map((position, order) => [position, order]))
    expect(place.size).toBe(items.length)
    // In a ring at least one item would come before what it depends on.
    for (const [index, { dependsOn }] of items.entries()) {
      for (const other of dependsOn) {
        expect(place.get(positionOf(other))).toBeLessThan(place.get(index) ?? -1)
      }
    }
  })

  test('required items wait only for required ones', () => {
    for (const { id, strength, dependsOn } of items) {
      if (strength === 'recommended') continue
      expect(
        dependsOn.filter((other) => itemById(other)?.strength !== 'required'),
        id,
      ).toEqual([])
    }
  })

  test('every item counts for some product', () => {
    const reached = new Set<number>()
    for (const edition of ['2018-02', 'current'] as const satisfies readonly Edition[]) {
      for (const kind of ['isv', 'enterprise'] as const satisfies readonly ProductKind[]) {
        for (const publisher of [
          'verified-publisher',
          'independent-publisher',
        ] as const satisfies readonly PublisherType[]) {
          const goals = goalsWith(Object.fromEntries(goalIds.map((goal) => [goal, 'yes'])))
          const plan = planFor({ edition, kind, publisher, goals })
          for (const [index, { counts }] of plan.items.entries()) if (counts === 'yes') reached.add(index)
        }
      }
    }
    expect(items.filter((_, index) => !reached.has(index)).map(({ id }) => id)).toEqual([])
  })

  test('every family of rules is named once', () => {
    const named = items.flatMap(familiesOf)
    expect(named.length).toBe(ruleFamiliesNamed().size)
    expect(ruleFamiliesNamed().get('redirect-scheme')).toBe('2.redirect-uris-secure')
    expect(ruleFamiliesNamed().get('info-title')).toBe('1.title-fitting')
  })

  test.each([
    ['3.token-event-answered', 'flow-embed'],
    ['4.one-trigger', 'flow-templates'],
    ['6.usage-location', 'licensing-checks'],
    ['7.summary-fitting', 'listing-checks'],
  ])('%s is shown by people until a run of %s has decided it', (id, room) => {
    const item = itemById(id)
    const verification = item?.verification
    const rules = verification?.by === 'evidence' ? verification.rules : undefined
    expect(rules?.room).toBe(room)
    const judged = (outcome: FamilyFact['outcome'], evidence?: EvidenceRecord) =>
      item?.judge({
        families: Object.fromEntries(
          (rules?.families ?? []).map((name) => [name, { outcome, errors: 0, warnings: 0 }]),
        ),
        now: '2026-11-20T12:00:00Z',
        ...(evidence && { evidence }),
      }).outcome
    const accepted: EvidenceRecord = { id: 'e', state: 'accepted', at: '2026-11-01T12:00:00Z' }
    expect(judged('not-checked')).toBe('unknown')
    expect(judged('not-checked', accepted)).toBe('done')
    expect(judged('advised')).toBe('unknown')
    expect(judged('advised', accepted)).toBe('done')
    expect(judged('not-needed')).toBe('not-needed')
    expect(judged('failed', accepted)).toBe('missing')
    expect(judged('passed')).toBe('done')
    expect(item?.judge({ families: {}, now: '2026-11-20T12:00:00Z' }).outcome).toBe('missing')
  })

  test.each([
    ['4.steps-named', 'flow-step-names'],
    ['4.parameters-declared', 'flow-parameter-used'],
    ['6.tier-covered', 'licence-coverage-answered'],
    ['6.pilot-users-read', 'licence-product-by-id'],
  ])('%s is not proved while what %s advises is open', (id, rule) => {
    const item = itemById(id)
    const named = item === undefined ? [] : familiesOf(item)
    const judged = (ofRule: 'passed' | 'advised') =>
      item?.judge({
        families: Object.fromEntries(
          named.map((name) => [name, { outcome: name === rule ? ofRule : 'passed', errors: 0, warnings: 0 }]),
        ),
        now: '2026-11-20T12:00:00Z',
      }).outcome
    expect(named).toContain(rule)
    expect(judged('passed')).toBe('done')
    expect(judged('advised')).toBe('unknown')
  })

  test.each([
    ['4.benefit-described', ['2018-02']],
    ['4.manifest-format', ['current']],
  ])('%s belongs to the edition whose way of submitting asks for it', (id, editions) => {
    expect(itemById(id)?.editions).toEqual(editions)
  })

  test('an id that no item has is told apart', () => {
    expect(itemById('1.no-such-item')).toBeUndefined()
  })
})
