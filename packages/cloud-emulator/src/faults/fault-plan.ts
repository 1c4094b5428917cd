import type { ArmedFault, Fault, FaultEffect, FaultTarget } from './fault.ts'

/** What a request is, as far as faults look at it. */
export type FaultSubject = { readonly [Condition in keyof FaultTarget]?: string | undefined }

/** The faults in force. The same seed and the same requests give the same faults. */
export interface FaultPlan {
  /** Puts a fault in force and gives its id. */
  readonly add: (fault: Fault) => string
  /** @returns whether there was one with this id. */
  readonly remove: (id: string) => boolean
  readonly clear: () => void
  readonly list: () => readonly ArmedFault[]
  /** Begins the row of chances anew. */
  readonly reseed: (seed: number) => void
  /** The first fault of these kinds that strikes now; what it concerns is counted whether it strikes or not. */
  readonly strike: <Kind extends FaultEffect['kind']>(
    kinds: readonly Kind[],
    subject: FaultSubject,
    fits?: (effect: FaultEffect) => boolean,
  ) => Extract<FaultEffect, { kind: Kind }> | undefined
  /** Whether any fault of this kind is in force, for whomever. */
  readonly has: (kind: FaultEffect['kind']) => boolean
}

interface Counted {
  readonly id: string
  readonly fault: Fault
  seen: number
  struck: number
}

/** Makes a plan with nothing in it. */
export function createFaultPlan(seed = 1): FaultPlan {
  let faults: Counted[] = []
  let number = 0
  let chance = chancesOf(seed)
  return {
    add: (fault) => {
      number += 1
      faults.push({ id: `fault-${number}`, fault, seen: 0, struck: 0 })
      return `fault-${number}`
    },
    remove: (id) => {
      const before = faults.length
      faults = faults.filter((each) => each.id !== id)
      return faults.length < before
    },
    clear: () => {
      faults = []
    },
    list: () => faults.map(({ id, fault, seen, struck }) => ({ id, ...fault, seen, struck })),
    reseed: (next) => {
      chance = chancesOf(next)
    },
    has: (kind) => faults.some(({ fault }) => fault.effect.kind === kind),
    strike: <Kind extends FaultEffect['kind']>(
      kinds: readonly Kind[],
      subject: FaultSubject,
      fits: (effect: FaultEffect) => boolean = () => true,
    ) => {
      for (const each of faults) {
        const { effect } = each.fault
        if (!isOneOf(effect, kinds) || !fits(effect) || !concerns(each.fault, subject)) continue
        each.seen += 1
        if (strikes(each, chance)) {
          each.struck += 1
          return effect
        }
      }
      return undefined
    },
  }
}

function isOneOf<Kind extends FaultEffect['kind']>(
  effect: FaultEffect,
  kinds: readonly Kind[],
): effect is Extract<FaultEffect, { kind: Kind }> {
  return kinds.some((kind) => kind === effect.kind)
}

/** Faults that the sign-in alone has; all others strike it only where it is named. */
const ofSignIn: ReadonlySet<FaultEffect['kind']> = new Set(['consent-withdrawn', 'expired-token'])

function concerns({ effect, target }: Fault, subject: FaultSubject): boolean {
  if (subject.service === 'identity' && target?.service === undefined && !ofSignIn.has(effect.kind)) return false
  if (target === undefined) return true
  return (Object.keys(target) as (keyof FaultTarget)[]).every((condition) => {
    const wanted = target[condition]?.toLowerCase()
    const given = subject[condition]?.toLowerCase()
    if (wanted === undefined) return true
    if (given === undefined) return false
    return wanted.endsWith('*') ? given.startsWith(wanted.slice(0, -1)) : given === wanted
  })
}

function strikes({ fault, seen, struck }: Counted, chance: () => number): boolean {
  if (seen <= (fault.after ?? 0)) return false
  if (fault.times !== undefined && struck >= fault.times) return false
  return fault.probability === undefined || chance() < fault.probability
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function chancesOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
