import type { ItemDefinition, ItemId } from '../item.ts'
import type { StepId } from '../vocabulary.ts'
import { stepIds } from '../vocabulary.ts'
import { stepItems } from './step-items.ts'

/** Every item of the seven steps, in the order in which they are shown. */
export const items: readonly ItemDefinition[] = stepIds.flatMap((step) => stepItems[step])

const positions: ReadonlyMap<string, number> = new Map(items.map(({ id }, index) => [id, index]))

/** Where an item stands in {@link items}; -1 for an id that no item has. */
export function positionOf(id: ItemId): number {
  return positions.get(id) ?? -1
}

/** The item with this id; undefined when there is none, as when a later edition dropped it. */
export function itemById(id: string): ItemDefinition | undefined {
  return items[positions.get(id) ?? -1]
}

/** The items of a step, in order. */
export function itemsOfStep(step: StepId): readonly ItemDefinition[] {
  return stepItems[step]
}

/** Positions such that every item comes after those it depends on. */
export const dependencyOrder: readonly number[] = sortByDependency()

function sortByDependency(): readonly number[] {
  const order: number[] = []
  const seen = new Set<number>()
  const visit = (index: number): void => {
    if (index < 0 || seen.has(index)) return
    seen.add(index)
    for (const id of items[index]?.dependsOn ?? []) visit(positionOf(id))
    order.push(index)
  }
  for (const index of items.keys()) visit(index)
  return order
}

/** The rule families that items name, each by the one item that names it. */
export function ruleFamiliesNamed(): ReadonlyMap<string, ItemId> {
  const named = new Map<string, ItemId>()
  for (const item of items) for (const family of familiesOf(item)) named.set(family, item.id)
  return named
}

/** The rule families that decide an item, alone or once a run has decided them; none where only people do. */
export function familiesOf({ verification }: Pick<ItemDefinition, 'verification'>): readonly string[] {
  if (verification.by === 'automatic') return verification.families
  return verification.by === 'evidence' ? (verification.rules?.families ?? []) : []
}
