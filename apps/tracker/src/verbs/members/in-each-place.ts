import type { ZodType } from 'zod'
import type { Place } from '../../domain/principal.ts'
import type { Action } from '../../domain/roles.ts'
import { defineVerb, type IsvContext, type Outcome, type Verb, type VerbContext } from '../define-verb.ts'

/** The same verb for the people of one ISV and for those of the programme. */
export interface VerbInEachPlace<Input, Result> {
  readonly isv: Verb<Input, Result, IsvContext>
  readonly programme: Verb<Input, Result>
}

/** Defines a verb on people twice: each in the scope of its place, so that the database keeps the two apart. */
export function inEachPlace<Input, Result>(verb: {
  readonly name: string
  readonly isv: readonly [Action, ...Action[]]
  readonly programme: readonly [Action, ...Action[]]
  readonly input: ZodType<Input>
  readonly run: (context: VerbContext, input: Input) => Promise<Outcome<Result>>
}): VerbInEachPlace<Input, Result> {
  const { name, input, run } = verb
  return {
    isv: defineVerb({ name: `${name}-isv`, where: 'isv', allowed: verb.isv, input, run }),
    programme: defineVerb({ name: `${name}-programme`, where: 'programme', allowed: verb.programme, input, run }),
  }
}

/** Who manages the people of a place. */
export const managing = {
  isv: ['members.manage-isv'],
  programme: ['members.manage-programme'],
} as const satisfies Readonly<Record<'isv' | 'programme', readonly [Action, ...Action[]]>>

/** The role without which a place has nobody who manages its people. */
export function managingRole({ isvId }: Place): 'admin' | 'isv-admin' {
  return isvId === null ? 'admin' : 'isv-admin'
}
