import { expect, test } from 'vitest'
import { createVirtualClock } from './virtual-clock.ts'

test('sleepers wake in the order of their times, and those of the same time in the order in which they came', async () => {
  const clock = createVirtualClock(0)
  const woken: string[] = []
  const sleep = async (name: string, milliseconds: number): Promise<void> => {
    await clock.sleep(milliseconds)
    woken.push(`${name} at ${clock.now()}`)
  }
  await Promise.all([sleep('c', 300), sleep('a', 100), sleep('b', 100), sleep('now', 0), sleep('past', -5)])
  expect(woken).toEqual(['now at 0', 'past at 0', 'a at 100', 'b at 100', 'c at 300'])
})

test('whoever sleeps again between others is woken between them', async () => {
  const clock = createVirtualClock(0)
  const woken: number[] = []
  const ticking = async (): Promise<void> => {
    for (let count = 0; count < 3; count += 1) {
      await clock.sleep(10)
      woken.push(clock.now())
    }
  }
  await Promise.all([ticking(), clock.sleep(15).then(() => woken.push(clock.now()))])
  expect(woken).toEqual([10, 15, 20, 30])
})

test('time passes without sleepers, and a sleeper who gives up does not move it', async () => {
  const clock = createVirtualClock(1000)
  clock.advance(500)
  expect(clock.now()).toBe(1500)
  const giving = new AbortController()
  const sleeping = clock.sleep(60_000, giving.signal)
  giving.abort(new Error('enough'))
  await expect(sleeping).rejects.toThrow('enough')
  await expect(clock.sleep(1, AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
  await clock.sleep(5)
  expect(clock.now()).toBe(1505)
})
