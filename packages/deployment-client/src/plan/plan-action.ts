import { contentHash, isSameContent, type JsonObject } from '../model/content.ts'
import { type Difference, differenceOf, visibleIn } from '../model/difference.ts'
import type { Wanted } from '../model/wanted.ts'
import type { Driver, Found, Workbench } from '../things/driver.ts'
import { driverOf } from '../things/drivers.ts'
import type { PlannedAction } from './plan.ts'

/** Addresses that are written again although they look the same: a secret that was rotated, for one. */
export interface PlanActionOptions {
  readonly refresh: ReadonlySet<string>
}

/** Compares one wanted thing with the target and says what there is to do. */
export async function planAction(
  wanted: Wanted,
  bench: Workbench,
  { refresh }: PlanActionOptions,
): Promise<PlannedAction> {
  const driver = driverOf(wanted.kind)
  const { address, kind, needs } = wanted
  const found = await driver.find(wanted, bench)
  const record = bench.records.get(address)
  const common = { address, kind, name: labelOf(wanted), needs }
  if (found === undefined) {
    const reason = record === undefined ? 'It is not there yet.' : 'It was deployed from here, and is gone.'
    const difference = differenceOf({}, await driver.content(wanted, bench))
    return { ...common, verb: 'create', reason, ...(difference && { difference }) }
  }
  const { needsPerson } = found
  const there = { ...common, id: found.id, expected: fingerprintOf(found, driver), ...(needsPerson && { needsPerson }) }
  const hash = await appliedHash(wanted, driver, bench)
  // What the platform makes of a content may differ from it for good; as long as neither changes, nothing is to be done.
  const isAsLeft = record?.hash === hash && record.fingerprint === there.expected
  if (isAsLeft && !refresh.has(address)) return { ...there, verb: 'leave', reason: 'It is as the last apply left it.' }
  const difference = await compare(wanted, found, driver, bench)
  if (difference !== undefined) {
    const changed = record !== undefined && record.fingerprint !== there.expected
    const reason = changed ? 'It was changed in the target since the last apply.' : 'It differs from what is wanted.'
    return { ...there, verb: 'update', reason, difference }
  }
  if (refresh.has(address)) return { ...there, verb: 'update', reason: 'It is written again because you asked for it.' }
  if (record === undefined) {
    return { ...there, verb: 'adopt', reason: 'It is there as wanted, and is looked after from now on.' }
  }
  if (record.hash !== hash) {
    return {
      ...there,
      verb: 'update',
      reason: 'Something that the target does not show was changed since the last apply.',
    }
  }
  return { ...there, verb: 'leave', reason: 'It is as wanted.' }
}

/** The difference that can be seen between what is there and what is wanted. */
export async function compare(
  wanted: Wanted,
  found: Found,
  driver: Driver,
  bench: Workbench,
): Promise<Difference | undefined> {
  const stable = (content: JsonObject) => driver.stable?.(content) ?? content
  const [actual, asked] = [stable(found.content), stable(await driver.content(wanted, bench))]
  const sides = driver.comparable?.(actual, asked) ?? {
    actual: visibleIn(actual, asked),
    wanted: visibleIn(asked, actual),
  }
  return isSameContent(sides.actual, sides.wanted) ? undefined : differenceOf(sides.actual, sides.wanted)
}

/** Hash of what is written: everything that was given, and the ids of this target that it is put together with. */
export async function appliedHash(wanted: Wanted, driver: Driver, bench: Workbench): Promise<string> {
  return contentHash([wanted.hash, await driver.content(wanted, bench)])
}

/** What a thing looked like, as one hash; parts that change by themselves are left out. */
export function fingerprintOf(found: Found, driver: Driver): string {
  return contentHash(driver.stable?.(found.content) ?? found.content)
}

/** As people in the target see it. */
export function labelOf(wanted: Wanted): string {
  return 'displayName' in wanted && wanted.kind !== 'environment-variable' && wanted.kind !== 'connection-reference'
    ? wanted.displayName
    : wanted.name
}
