import type { ItemDefinition, ItemRecord } from '../item.ts'
import { dependencyOrder, items, positionOf } from '../items/catalogue.ts'
import type { ItemState, ProductInput } from '../product-state.ts'
import { text } from '../text.ts'
import type { Plan } from './applicable-items.ts'
import { ownerOf, standingOf } from './item-standing.ts'
import { isSettled } from './step-state.ts'

const nothing: ItemRecord = {}
const longAgo = '1970-01-01T00:00:00Z'
let untouched: readonly ItemState[] | undefined

/** Works out every item of the catalogue, in its order. */
export function itemStatesOf(plan: Plan, { records, now }: ProductInput): readonly ItemState[] {
  const states = items.map((item, index): ItemState => {
    const applies = plan.items[index]
    if (applies?.counts === 'no') return idle(item, 'not-needed', applies.because)
    if (applies?.counts === 'needs-answer') return idle(item, 'needs-answer', applies.because)
    const record = records[item.id]
    if (record === undefined) return untouchedStates()[index] ?? stateOf(item, nothing, now)
    return stateOf(item, record, now)
  })
  for (const index of served) letGo(states, index)
  for (const index of dependencyOrder) holdBack(states, index)
  return states
}

/** An untouched item stands the same in every product and at every time. */
function untouchedStates(): readonly ItemState[] {
  untouched ??= items.map((item) => stateOf(item, nothing, longAgo))
  return untouched
}

function stateOf(item: ItemDefinition, record: ItemRecord, now: string): ItemState {
  const { id, strength } = item
  const { verdict, because, todo, regressed, ball } = standingOf(item, record, now)
  // Written out: this runs for every item of every change, and spreading costs more than the rest of it.
  return todo === undefined
    ? { id, verdict, strength, because, ball, regressed }
    : { id, verdict, strength, because, todo, ball, regressed }
}

function idle(item: ItemDefinition, verdict: 'not-needed' | 'needs-answer', because: ItemState['because']): ItemState {
  const ball = verdict === 'needs-answer' ? 'isv' : 'nobody'
  return { id: item.id, verdict, strength: item.strength, because, ball, regressed: false }
}

/** Places of the items that another one may make unneeded. */
const served = items.flatMap(({ unneededOnce }, index) => (unneededOnce === undefined ? [] : [index]))

/** An item of which nothing is known is not asked once the item that it serves is proved without it. */
function letGo(states: ItemState[], index: number): void {
  const item = items[index]
  const state = states[index]
  const than = item?.unneededOnce
  if (item === undefined || state === undefined || than === undefined || state.verdict !== 'not-started') return
  const other = positionOf(than)
  const { title } = items[other] ?? item
  if (states[other]?.verdict !== 'proved') return
  const because = text(
    `Not asked as long as this is proved: ${title.en}.`,
    `Wordt niet gevraagd zolang dit is aangetoond: ${title.nl}.`,
  )
  states[index] = idle(item, 'not-needed', because)
}

/** An item that nobody has begun waits while one it depends on counts and is not proved. */
function holdBack(states: ItemState[], index: number): void {
  const item = items[index]
  const state = states[index]
  if (item === undefined || state === undefined || item.dependsOn.length === 0) return
  if (state.verdict !== 'not-started' && state.verdict !== 'opened') return
  for (const id of item.dependsOn) {
    const other = positionOf(id)
    const holder = states[other]
    const definition = items[other]
    if (holder === undefined || definition === undefined || isSettled(holder) || holder.verdict === 'needs-answer')
      continue
    const { title } = definition
    states[index] = {
      ...state,
      verdict: 'waiting',
      because: text(`First has to be proved: ${title.en}.`, `Eerst moet aangetoond zijn: ${title.nl}.`),
      ball: holder.ball === 'nobody' ? ownerOf(definition) : holder.ball,
    }
    return
  }
}
