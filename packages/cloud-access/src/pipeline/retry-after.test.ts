import { expect, test } from 'vitest'
import { retryAfterOf } from './retry-after.ts'

const noon = Date.UTC(2030, 0, 7, 12)
const inOneMinute = 'Mon, 07 Jan 2030 12:01:00 GMT'

test.each<[string, Record<string, string>, number, number | undefined]>([
  ['seconds', { 'retry-after': '7' }, noon, 7_000],
  ['milliseconds of Microsoft', { 'retry-after': '7', 'x-ms-retry-after-ms': '250' }, noon, 250],
  ['a date', { 'retry-after': inOneMinute }, noon, 60_000],
  ['a date that is over', { 'retry-after': inOneMinute }, noon + 90_000, 0],
  ['a date, on a machine an hour slow', { 'retry-after': inOneMinute, date: at(noon) }, noon - 3_600_000, 60_000],
  ['a date, on a machine an hour fast', { 'retry-after': inOneMinute, date: at(noon) }, noon + 3_600_000, 60_000],
  ['a date beside one that is none', { 'retry-after': inOneMinute, date: 'soon' }, noon, 60_000],
  ['nothing', {}, noon, undefined],
  ['neither', { 'retry-after': 'soon' }, noon, undefined],
])('%s', (_, headers, now, waits) => {
  expect(retryAfterOf({ get: (name) => headers[name] }, now)).toBe(waits)
})

function at(moment: number): string {
  return new Date(moment).toUTCString()
}
