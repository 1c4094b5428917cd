import type { z } from 'zod'
import type { Source } from './evidence.ts'

/** The services of a cloud, each with its own host and its own audience for tokens. */
export type ServiceName =
  /** Environments, packages, management applications (`Microsoft.BusinessAppPlatform`). */
  | 'business-applications'
  /** Connectors and connections as makers reach them (`Microsoft.PowerApps`). */
  | 'power-apps'
  /** Flows as makers reach them (`Microsoft.ProcessSimple`). */
  | 'flow'
  /** The newer API across environments, and its host for each environment. */
  | 'power-platform'
  | 'power-platform-environment'
  /** The Web API of one environment's database; the host differs for each organisation. */
  | 'dataverse'
  | 'graph'
  /** The Cloud Solution Provider programme: customers, catalogue, carts, subscriptions. */
  | 'partner-center'
  /** Addresses that carry their own signature and take no token. */
  | 'storage'

/** What kind of token an operation takes. */
export interface AcceptedCredentials {
  /**
   * Whether a token of an application (client credentials) is taken: `registered` only after the application was
   * registered as a management app or application user; `unknown` nobody has shown it.
   */
  readonly application: 'accepted' | 'registered' | 'refused' | 'unknown'
  readonly delegated: 'accepted' | 'refused' | 'unknown'
  /** What to do instead where an application is refused or has to be registered: one sentence for the reader. */
  readonly alternative?: string
}

/**
 * Whether a call may be repeated when nobody knows whether the first one arrived: `safe` changes nothing, `idempotent`
 * leaves the same result twice, `start` begins work a second time and is never repeated after an ambiguous answer.
 */
export type Repetition = 'safe' | 'idempotent' | 'start'

/** One way an operation is known to fail. */
export interface KnownFailure {
  readonly status: number
  /** The service's own code; nothing where it gives none. */
  readonly code?: string
  /** Key into the catalogue of failures, where what, why and fix are worded. */
  readonly failure: string
}

/** How long-running work that an operation begins is followed. */
export interface Completion {
  /**
   * `location`: 202 with `Location` and `Retry-After`, polled until the body's status is final; `async-operation`: the
   * answer names a Dataverse asyncoperation.
   */
  readonly kind: 'location' | 'async-operation'
  /** Id of the operation that reads the state of the work. */
  readonly polledBy: string
}

/**
 * Where the items and the address of the next page stand in an answer. `links.next` is Partner Center's: an address
 * below the version, and a token that goes into a header.
 */
export interface Paging {
  readonly items: string
  readonly next: 'nextLink' | '@odata.nextLink' | 'links.next'
}

/** The parts of a request, each as the schema of an object; left out where an operation has none. */
export interface RequestSchemas {
  /** Values for the `{names}` in the path, not yet encoded. */
  readonly path?: z.ZodObject
  readonly query?: z.ZodObject
  /** Headers beyond those that the pipeline sets, in lower case. */
  readonly headers?: z.ZodObject
  readonly body?: z.ZodType
}

/**
 * One operation of Microsoft's cloud, stated once: the client sends it, the emulator answers it, its page is generated
 * from it. Schemas are of what travels, tolerant of properties that nobody has described (`z.looseObject`).
 */
export interface Operation<
  Request extends RequestSchemas = RequestSchemas,
  Responses extends Readonly<Record<number, z.ZodType>> = Readonly<Record<number, z.ZodType>>,
> {
  /** `area.verb`, for example `connectors.create`; also the name of its page. */
  readonly id: string
  /** One sentence: what it does. */
  readonly title: string
  readonly service: ServiceName
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path with `{names}`, without query. */
  readonly path: string
  /** `api-version` of the query; services that have none leave it out. The client sends it, the emulator demands one. */
  readonly apiVersion?: string
  readonly request: Request
  /** What it answers when it succeeds, by status. `z.undefined()` where there is no body. */
  readonly responses: Responses
  readonly credentials: AcceptedCredentials
  readonly repetition: Repetition
  readonly failures: readonly KnownFailure[]
  readonly completion?: Completion
  readonly paging?: Paging
  readonly sources: readonly [Source, ...Source[]]
  /** What a reader has to know before relying on it; shown on its page. */
  readonly notes?: readonly string[]
}

/** Names of the parts of a request that a caller may leave out, because nothing in them is required. */
type OptionalParts<Request> = {
  [Part in keyof Request]: Request[Part] extends z.ZodType
    ? Record<never, never> extends z.input<Request[Part]>
      ? Part
      : never
    : never
}[keyof Request]

/** What a caller gives for an operation; a part in which nothing is required may be left out. */
export type InputOf<O extends Operation> = {
  readonly [Part in Exclude<keyof O['request'], OptionalParts<O['request']>> as O['request'][Part] extends z.ZodType
    ? Part
    : never]: O['request'][Part] extends z.ZodType ? z.input<O['request'][Part]> : never
} & {
  readonly [Part in OptionalParts<O['request']>]?: O['request'][Part] extends z.ZodType
    ? z.input<O['request'][Part]>
    : never
}

/** What an operation answers when it succeeds: one of its responses. */
export type OutputOf<O extends Operation> = z.output<O['responses'][keyof O['responses'] & number]>

/** Gives an operation its type, so that a slip in it is a compile error where it is written. */
export function defineOperation<
  const Request extends RequestSchemas,
  const Responses extends Readonly<Record<number, z.ZodType>>,
>(operation: Operation<Request, Responses>): Operation<Request, Responses> {
  return operation
}
