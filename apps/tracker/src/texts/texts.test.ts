import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatting } from './formatting.ts'
import { type Texts, texts } from './index.ts'
import { relativeSpan } from './relative.ts'

const en = formatting('en', 'Europe/Amsterdam')
const nl = formatting('nl', 'Europe/Amsterdam')
const now = '2026-11-21T09:30:00Z'

describe('formatting', () => {
  it.each([
    ['2027-01-15', '15 January 2027', '15 januari 2027'],
    ['2026-11-21T23:30:00Z', '22 November 2026', '22 november 2026'],
    ['2026-11-01', '1 November 2026', '1 november 2026'],
  ])('tells the day %s as "%s" and "%s"', (day, english, dutch) => {
    expect(en.date(day)).toBe(english)
    expect(nl.date(day)).toBe(dutch)
  })

  it.each([
    ['2026-11-21T09:26:00Z', '4 minutes ago', '4 minuten geleden'],
    ['2026-11-21T06:30:00Z', '3 hours ago', '3 uur geleden'],
    ['2026-11-20T22:30:00Z', 'yesterday', 'gisteren'],
    ['2026-11-23T08:00:00Z', 'in 2 days', 'overmorgen'],
    ['2026-11-22T08:00:00Z', 'tomorrow', 'morgen'],
    ['2027-02-21T09:30:00Z', 'in 3 months', 'over 3 maanden'],
    ['2023-11-21T09:30:00Z', '3 years ago', '3 jaar geleden'],
  ])('speaks of %s as "%s" and "%s"', (instant, english, dutch) => {
    expect(en.relative(instant, now)).toBe(english)
    expect(nl.relative(instant, now)).toBe(dutch)
  })

  it('reckons by the days of the zone, not by 24 hours', () => {
    // 23:30 in Amsterdam; half past midnight is tomorrow there, though only an hour away.
    expect(en.relative('2026-11-21T23:30:00Z', '2026-11-21T22:29:00Z')).toBe('tomorrow')
    expect(formatting('en', 'UTC').relative('2026-11-21T23:30:00Z', '2026-11-21T22:29:00Z')).toBe('in 1 hour')
  })

  it('tells calendar days from today in the zone', () => {
    expect(en.relativeDay('2026-11-22', '2026-11-21T23:30:00Z')).toBe('today')
    expect(en.relativeDay('2026-11-22', now)).toBe('tomorrow')
    expect(nl.relativeDay('2026-11-18', now)).toBe('3 dagen geleden')
  })

  it.each([
    [0, 'less than an hour', 'minder dan een uur'],
    [3_600_000, '1 hour', '1 uur'],
    [86_400_000, '1 day', '1 dag'],
    [3 * 86_400_000, '3 days', '3 dagen'],
  ])('tells a length of %i ms', (length, english, dutch) => {
    expect(en.duration(length)).toBe(english)
    expect(nl.duration(length)).toBe(dutch)
  })

  it.each([
    [5, '5 minutes', '5 minuten'],
    [60, '1 hour', '1 uur'],
    [90, '2 hours', '2 uur'],
    [960, '2 days', '2 dagen'],
  ])('tells an effort of %i minutes', (minutes, english, dutch) => {
    expect(en.effort(minutes)).toBe(english)
    expect(nl.effort(minutes)).toBe(dutch)
  })

  it.each([
    [999, '999 B', '999 B'],
    [1234, '1.23 kB', '1,23 kB'],
    [5_000_000, '5 MB', '5 MB'],
  ])('tells a size of %i bytes', (bytes, english, dutch) => {
    expect(en.size(bytes)).toBe(english)
    expect(nl.size(bytes)).toBe(dutch)
  })

  it('never calls a moment that is past coming, or the other way round', () => {
    const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, instants, fc.constantFrom('UTC', 'Europe/Amsterdam', 'Pacific/Auckland'), (a, b, zone) => {
        const { amount } = relativeSpan(a.toISOString(), b.toISOString(), zone)
        expect(Math.sign(amount) * Math.sign(a.getTime() - b.getTime())).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('texts', () => {
  const english = strings(texts('en'))
  const dutch = strings(texts('nl'))

  it('say something under every key, in both languages', () => {
    expect([...dutch.keys()]).toEqual([...english.keys()])
    for (const [key, text] of [...english, ...dutch]) expect(text.trim(), key).not.toBe('')
  })

  it('never say that Microsoft certified something', () => {
    for (const [key, text] of [...english, ...dutch]) expect(text, key).not.toMatch(/certified|gecertificeerd/i)
  })

  it('address people in Dutch as "u"', () => {
    for (const [key, text] of dutch) expect(text, key).not.toMatch(/\b(je|jij|jouw|jullie)\b/i)
  })

  it('are the same object for the same language and zone', () => {
    expect(texts('nl')).toBe(texts('nl'))
    expect(texts('nl')).not.toBe(texts('nl', 'UTC'))
  })

  it('speak of numbers as people do', () => {
    expect(texts('en').shared.requiredProved(29, 41)).toBe('29 of 41 required items proved')
    expect(texts('nl').shared.requiredProved(29, 41)).toBe('29 van de 41 verplichte punten aangetoond')
    expect(texts('en').shared.ballSince('isv', 'isv', 3 * 86_400_000)).toBe('with you for 3 days')
    expect(texts('nl').shared.ballSince('isv', 'isv', 3 * 86_400_000)).toBe('al 3 dagen bij u')
    expect(texts('nl').shared.ballSince('us', 'us', 86_400_000)).toBe('al 1 dag bij ons')
    expect(texts('nl').shared.fields.errorTitle(1)).toBe('Kijk nog eens naar 1 antwoord')
  })
})

/** Every plain text by its key; messages with values are shown in the tests above and typed by the compiler. */
function strings({ language: _language, format: _format, ...areas }: Texts): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string') found.set(key, value)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(inner, `${key}.${name}`)
    }
  }
  walk(areas, '')
  return found
}
