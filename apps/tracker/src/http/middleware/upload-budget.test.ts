import { expect, it } from 'vitest'
import { openUploadBudget } from './upload-budget.ts'

const budgetOf = (more: { waiting?: number; patience?: number } = {}) =>
  openUploadBudget({ bytes: 100, waiting: 4, patience: 60_000, ...more })

/** Whether a reservation is admitted once all that is ready has run. */
async function isAdmitted(reservation: Promise<unknown>): Promise<boolean> {
  const later = new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))
  return Promise.race([reservation.then(() => true), later])
}

it('admits what fits, and the next one once there is room again', async () => {
  const budget = budgetOf()
  const first = await budget.reserve(60)
  const second = await budget.reserve(40)
  const third = budget.reserve(50)
  const small = budget.reserve(10)
  second()
  // Forty are free, but who came first goes first.
  expect([await isAdmitted(third), await isAdmitted(small)]).toEqual([false, false])
  // Giving back twice frees nothing more.
  second()
  expect(await isAdmitted(third)).toBe(false)
  first()
  expect([await isAdmitted(third), await isAdmitted(small)]).toEqual([true, true])
})

it('lets one that is larger than the budget through by itself', async () => {
  const budget = budgetOf()
  const release = await budget.reserve(5000)
  const other = budget.reserve(1)
  expect(await isAdmitted(other)).toBe(false)
  release()
  expect(await isAdmitted(other)).toBe(true)
})

it('refuses where too many wait, and after a wait that is too long', async () => {
  const budget = budgetOf({ waiting: 1, patience: 5 })
  const release = await budget.reserve(100)
  const waits = budget.reserve(80)
  await expect(budget.reserve(1)).rejects.toMatchObject({ code: 'too-many-requests' })
  await expect(waits).rejects.toMatchObject({ code: 'too-many-requests' })
  release()
  // What gave up holds nothing.
  expect(await isAdmitted(budget.reserve(100))).toBe(true)
})
