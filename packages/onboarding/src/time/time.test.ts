import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExternalWait } from '../product-state.ts'
import type { CalendarDate, WorkCalendar } from '../vocabulary.ts'
import { addBusinessDays, addDays, businessDaysBetween, endOfDay, isBusinessDay, localDate } from './calendar.ts'
import { countdown } from './countdown.ts'
import { timeInStage } from './time-in-stage.ts'
import { waitSettings } from './wait-settings.ts'

const amsterdam: WorkCalendar = { timeZone: 'Europe/Amsterdam', holidays: ['2026-12-25'] }
const newYork: WorkCalendar = { timeZone: 'America/New_York', holidays: [] }

describe('days', () => {
  test.each<[CalendarDate, CalendarDate, number]>([
    ['2026-11-06', '2026-11-06', 0],
    ['2026-11-06', '2026-11-08', 0],
    ['2026-11-06', '2026-11-09', 1],
    ['2026-11-07', '2026-11-09', 1],
    ['2026-11-02', '2026-11-16', 10],
    ['2026-11-09', '2026-11-06', -1],
    ['2026-12-24', '2026-12-28', 1],
    ['2026-10-23', '2026-10-26', 1],
  ])('from %s to %s are %i working days', (from, to, days) => {
    expect(businessDaysBetween(from, to, amsterdam)).toBe(days)
  })

  test('counting equals looking at every day', () => {
    const dates = fc
      .integer({ min: 20_000, max: 21_500 })
      .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
    fc.assert(
      fc.property(dates, fc.nat({ max: 90 }), fc.array(dates), (from, length, holidays) => {
        const calendar = { timeZone: 'UTC', holidays }
        let count = 0
        let to = from
        for (let day = 1; day <= length; day++) {
          to = new Date(Date.parse(from) + day * 86_400_000).toISOString().slice(0, 10)
          if (isBusinessDay(to, calendar)) count++
        }
        expect(businessDaysBetween(from, to, calendar)).toBe(count)
        expect(businessDaysBetween(from, addBusinessDays(from, count, calendar), calendar)).toBe(count)
      }),
    )
  })

  test.each([
    ['2026-11-05T22:59:59Z', amsterdam, '2026-11-05'],
    ['2026-11-05T23:00:00Z', amsterdam, '2026-11-06'],
    ['2026-07-05T22:00:00Z', amsterdam, '2026-07-06'],
    ['2026-11-06T03:00:00Z', newYork, '2026-11-05'],
  ])('%s falls on its local day', (at, calendar, date) => {
    expect(localDate(at, calendar)).toBe(date)
  })

  test.each<[CalendarDate, WorkCalendar, string]>([
    ['2026-10-25', amsterdam, '2026-10-25T23:00:00Z'],
    ['2026-03-29', amsterdam, '2026-03-29T22:00:00Z'],
    ['2026-11-01', newYork, '2026-11-02T05:00:00Z'],
  ])('%s ends at local midnight although the clock was put', (date, calendar, end) => {
    expect(endOfDay(date, calendar)).toBe(end)
  })

  test.each([
    ['2026-10-23T12:00:00Z', 2, 'business-days', amsterdam, '2026-10-27T13:00:00Z'],
    ['2026-03-27T12:00:00Z', 1, 'business-days', amsterdam, '2026-03-30T11:00:00Z'],
    ['2026-10-24T12:00:00Z', 1, 'days', amsterdam, '2026-10-25T13:00:00Z'],
    ['2026-12-24T09:00:00Z', 1, 'business-days', amsterdam, '2026-12-28T09:00:00Z'],
  ] as const)('%s and %i %s keep the clock time', (at, count, unit, calendar, expected) => {
    expect(addDays(at, count, unit, calendar)).toBe(expected)
  })
})

describe('waits', () => {
  const wait = (kind: ExternalWait['kind'], startedAt: string): ExternalWait => ({
    id: 'w',
    kind,
    state: 'running',
    startedAt,
    step: 1,
  })

  test.each<[ExternalWait['kind'], string, string]>([
    ['preview-sign-off', '2026-11-06T15:00:00Z', '2026-11-10T15:00:00Z'],
    ['template-review', '2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z'],
    ['package-address-validity', '2026-10-20T10:00:00Z', '2026-11-04T11:00:00Z'],
    ['certification-review', '2026-12-14T09:00:00Z', '2026-12-29T09:00:00Z'],
  ])('%s begun at %s ends at %s', (kind, startedAt, dueAt) => {
    expect(countdown(wait(kind, startedAt), waitSettings, amsterdam, startedAt)?.dueAt).toBe(dueAt)
  })

  test('the end itself is still in time', () => {
    const at = (now: string) =>
      countdown(wait('template-review', '2026-11-02T10:00:00Z'), waitSettings, amsterdam, now)?.overdue
    expect([at('2026-11-04T10:00:00Z'), at('2026-11-04T10:00:00.001Z')]).toEqual([false, true])
  })

  test('a wait without a setting has no end', () => {
    expect(
      countdown(wait('template-review', '2026-11-02T10:00:00Z'), [], amsterdam, '2026-11-02T10:00:00Z'),
    ).toBeUndefined()
  })

  test('each kind of wait has a dated, sourced setting', () => {
    for (const { citation, alsoSeen, kind, edition } of waitSettings) {
      for (const { source, dated } of [citation, ...alsoSeen.map((other) => other.citation)]) {
        expect(source).not.toBe('')
        expect(dated).toMatch(/^20\d\d-\d\d-\d\d$/)
      }
      expect(waitSettings.filter((other) => other.kind === kind && other.edition === edition).length).toBe(1)
    }
  })
})

describe('time in stage', () => {
  test('is split by who had the ball, nobody’s time left out', () => {
    const log = [
      { since: '2026-10-24T12:00:00Z', ball: 'isv' },
      { since: '2026-10-25T12:00:00Z', ball: 'us' },
      { since: '2026-10-25T13:00:00Z', ball: 'nobody' },
      { since: '2026-10-25T14:00:00Z', ball: 'paused' },
      { since: '2026-10-25T14:30:00Z', ball: 'isv' },
    ] as const
    const hour = 3_600_000
    expect(timeInStage(log, '2026-10-25T15:00:00Z')).toEqual({
      isv: 24.5 * hour,
      us: hour,
      microsoft: 0,
      paused: hour / 2,
    })
    expect(timeInStage([], '2026-10-25T15:00:00Z')).toEqual({ isv: 0, us: 0, microsoft: 0, paused: 0 })
  })
})
