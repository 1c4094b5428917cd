import type { InputOf, Operation } from '@sevenstep/cloud-access/operations'
import type { z } from 'zod'
import type { EmulatorState, TenantState } from '../state/emulator-state.ts'
import type { Caller } from './caller.ts'
import type { EmulatorClock } from './emulator-clock.ts'
import type { WorkPlan } from './work-plan.ts'

/** One operation of the cloud with the code that answers it. */
export interface EmulatedOperation {
  readonly operation: Operation
  readonly answer: (call: EmulatedCall) => Answer | Promise<Answer>
  readonly options: AnswerOptions
}

/** What the engine and the page of what is covered have to know of an answer. */
export interface AnswerOptions {
  /** Ways in which this answer is known to differ from Microsoft's: one sentence each. */
  readonly differences?: readonly string[]
  /**
   * Id of the tenant that a request without token belongs to; for `storage`, whose addresses carry their own signature.
   * Nothing where the address belongs to nobody.
   */
  readonly tenantOf?: (url: URL, state: EmulatorState) => string | undefined
}

/** A request that fits the operation, from a caller whose token was checked. */
export interface EmulatedCall<O extends Operation = Operation> {
  readonly operation: O
  /** Path, query, headers and body, parsed by the operation's schemas. A part without a schema is not here. */
  readonly input: ParsedInput<O>
  /** Who calls; `anonymous` where the service takes no tokens (`storage`). */
  readonly caller: Caller
  /** The caller's tenant. Change it in place; what the answer leaves behind is kept. */
  readonly tenant: TenantState
  /** The whole cloud, for the rare case where one tenant looks at another's application. */
  readonly state: EmulatorState
  /** The address as the client meant it, with its original host. */
  readonly url: URL
  readonly headers: Headers
  /** The body as it came, for the few operations whose body is not JSON. */
  readonly bytes: () => Uint8Array
  readonly clock: EmulatorClock
  /**
   * How long work begun by this call lasts and how it is made to end; faults can make it slow, stuck or fail.
   *
   * @param kind names it in faults, for example `solution-import`.
   * @param usualMilliseconds how long it lasts without faults.
   */
  readonly planWork: (kind: string, usualMilliseconds: number) => WorkPlan
  /**
   * The form of an address that this client can follow, for `Location` and links in bodies: as it is through the proxy,
   * below the base path where the client came that way.
   *
   * @param address absolute, with the original host: `https://api.flow.microsoft.com/…`
   */
  readonly reachable: (address: string) => string
}

/** What an operation answers. */
export interface Answer {
  readonly status: number
  /** JSON, or bytes or text as they are; nothing where there is no body. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The parts of a request after the operation's schemas have read them. */
export type ParsedInput<O extends Operation> = {
  readonly [Part in keyof InputOf<O>]: Part extends keyof O['request']
    ? O['request'][Part] extends z.ZodType
      ? z.output<O['request'][Part]>
      : never
    : never
}

/**
 * Says how the emulator answers an operation. Everything around it (routing, tokens, throttling, faults, journal) is
 * the engine's; the answer only changes the tenant's state and says what comes back.
 *
 * @throws EmulatedFailure from within `answer` for everything that the service refuses.
 */
export function answerOperation<O extends Operation>(
  operation: O,
  answer: (call: EmulatedCall<O>) => Answer | Promise<Answer>,
  options: AnswerOptions = {},
): EmulatedOperation {
  // The engine parses the input with this operation's own schemas before it calls, so the call is of this operation.
  return { operation, answer: (call) => answer(call as unknown as EmulatedCall<O>), options }
}
