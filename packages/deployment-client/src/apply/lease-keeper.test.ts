import { expect, test } from 'vitest'
import { memoryDatabase } from '../fixtures/memory-database.ts'
import { MemoryWorld } from '../fixtures/memory-target.ts'
import { virtualClock } from '../fixtures/virtual-clock.ts'
import { takeLease } from './lease-keeper.ts'

const minute = 60_000
const nine = Date.UTC(2030, 0, 7, 9)

/** A target with a clock of its own, and machines whose clocks are off by minutes. */
function targetAndMachines() {
  const world = new MemoryWorld()
  let passed = 0
  world.time = () => nine + passed
  const { lease: area } = memoryDatabase(world)
  const machine = (offBy: number) => {
    const clock = virtualClock(nine + offBy * minute)
    const later = (minutes: number) => {
      passed += minutes * minute
      clock.advance(minutes * minute)
    }
    const take = (run: string) => takeLease(area, 'lease', run, { clock, waitFor: 0 })
    return { take, later }
  }
  return { area, machine }
}

test.each([
  ['fast', 0, 600],
  ['slow', 0, -600],
  ['fast at the holder', -600, 0],
])('a clock that is %s neither takes a lease that lasts nor keeps away from one that ended', async (_, mine, other) => {
  const { machine } = targetAndMachines()
  const holder = machine(mine)
  await holder.take('first')
  holder.later(14)
  const second = machine(other)
  await expect(second.take('second')).rejects.toMatchObject({ text: { code: 'target-busy' } })
  holder.later(2)
  await expect(machine(other).take('second')).resolves.toMatchObject({ holder: expect.stringContaining('second') })
})

test('whoever lost a lease says so and leaves it to its new holder', async () => {
  const { area, machine } = targetAndMachines()
  const first = machine(0)
  const lost = await first.take('first')
  first.later(16)
  const { holder } = await machine(16).take('second')
  await expect(lost.renew()).rejects.toMatchObject({ text: { code: 'lease-lost' } })
  await lost.release()
  expect(await area.read('lease')).toMatchObject({ holder })
})

test('a lease that is renewed while it lasts does not end', async () => {
  const { machine } = targetAndMachines()
  const first = machine(0)
  const lease = await first.take('first')
  for (let round = 0; round < 6; round += 1) {
    first.later(6)
    await lease.renew()
  }
  await expect(machine(0).take('second')).rejects.toMatchObject({ text: { code: 'target-busy' } })
})
