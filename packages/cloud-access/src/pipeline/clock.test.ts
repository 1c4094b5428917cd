import { expect, test } from 'vitest'
import { systemClock } from './clock.ts'

test('the machine’s clock waits, and stops waiting with the signal’s reason', async () => {
  const before = systemClock.now()
  await systemClock.sleep(5)
  expect(systemClock.now()).toBeGreaterThanOrEqual(before)
  const giving = new AbortController()
  const sleeping = systemClock.sleep(60_000, giving.signal)
  giving.abort(new Error('enough'))
  await expect(sleeping).rejects.toThrow('enough')
  await expect(systemClock.sleep(0, AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
  await expect(systemClock.sleep(-1)).resolves.toBeUndefined()
})

test('a wait longer than timers can count does not end at once', async () => {
  const giving = new AbortController()
  let ended = false
  const sleeping = systemClock.sleep(2 ** 40, giving.signal).then(
    () => {
      ended = true
    },
    () => undefined,
  )
  await systemClock.sleep(10)
  expect(ended).toBe(false)
  giving.abort()
  await sleeping
})
