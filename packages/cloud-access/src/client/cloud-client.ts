import type { TokenCredential } from '@azure/core-auth'
import type { PagedAsyncIterableIterator } from '@azure/core-paging'
import type { HttpClient } from '@azure/core-rest-pipeline'
import type { Cloud } from '../clouds/cloud.ts'
import type { InputOf, Operation, OutputOf } from '../operations/operation.ts'
import type { Clock } from '../pipeline/clock.ts'
import type { Limiters } from '../pipeline/limit-policy.ts'
import type { RetryOptions } from '../pipeline/retry-policy.ts'
import type { ServiceLimits } from '../pipeline/service-limits.ts'
import type { CloudEvent } from './cloud-event.ts'
import type { Work, WorkOptions } from './work.ts'

/** Where a call goes, for services whose host differs. */
export type Place =
  /** Origin of an organisation in Dataverse, for example `https://contoso.crm4.dynamics.com`. */
  | { readonly organization: string }
  /** Id of an environment, for its host on the Power Platform API. */
  | { readonly environment: string }
  /** A whole address: signed, for storage; or one that an answer of the same cloud gave. */
  | { readonly address: string }

/** What may be said about one call. */
export interface CallOptions {
  readonly at?: Place
  readonly signal?: AbortSignal
  /** Sent as the client's request id; made up if left out. */
  readonly requestId?: string
  /** For one attempt, in milliseconds; the client's if left out. */
  readonly timeoutMs?: number
  /** Largest answer in bytes; the client's if left out. */
  readonly largestAnswerBytes?: number
}

/** An answer with what came beside its body. */
export interface CloudAnswer<Body> {
  readonly status: number
  readonly body: Body
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Ids by which Microsoft's support finds the request, by the header that carried them. */
  readonly requestIds: Readonly<Record<string, string>>
}

/** The items of a list that comes in pages. */
export type ItemOf<O extends Operation> =
  OutputOf<O> extends { readonly value: readonly (infer Item)[] }
    ? Item
    : OutputOf<O> extends { readonly items: readonly (infer Item)[] }
      ? Item
      : unknown

/** Sends operations to one cloud and tenant with one credential. Everything it throws is a `CloudFailure`. */
export interface CloudClient {
  readonly cloud: Cloud
  readonly tenant: string
  /** Sends one operation and gives its body. */
  call<O extends Operation>(operation: O, input: InputOf<O>, options?: CallOptions): Promise<OutputOf<O>>
  /** The same with status, headers and request ids. */
  answer<O extends Operation>(operation: O, input: InputOf<O>, options?: CallOptions): Promise<CloudAnswer<OutputOf<O>>>
  /** All items over all pages; `byPage()` gives them page by page. */
  items<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options?: CallOptions,
  ): PagedAsyncIterableIterator<ItemOf<O>, ItemOf<O>[], object>
  /** Begins long-running work. `work.handle` goes into a journal, `work.result()` waits for the end. */
  begin<O extends Operation, P extends Operation = Operation>(
    operation: O,
    input: InputOf<O>,
    options?: WorkOptions<P>,
  ): Promise<Work<O, P>>
  /** Goes on with work that was begun before, by this run or another. */
  resume<P extends Operation = Operation>(handle: string, options?: WorkOptions<P>): Promise<Work<Operation, P>>
}

/** What a client is made of. */
export interface CloudClientOptions {
  readonly cloud: Cloud
  /** Id or domain of the tenant. Tokens of another tenant are refused where an id is given. */
  readonly tenant: string
  readonly credential: TokenCredential
  readonly clock?: Clock
  /** Limits by service; those left out are as known. */
  readonly limits?: ServiceLimits
  /** Shared with other clients of the same account. */
  readonly limiters?: Limiters
  readonly retry?: RetryOptions
  /** Sends the requests; core-rest-pipeline's client for Node if left out. */
  readonly transport?: HttpClient
  /** Told what happens; never bodies, tokens or signatures. */
  readonly onEvent?: (event: CloudEvent) => void
  /** For one attempt, in milliseconds, beside the time that the body needs; four minutes if left out. */
  readonly timeoutMs?: number
  /** Largest answer in bytes after decompression; 64 MiB if left out. */
  readonly largestAnswerBytes?: number
  /** Put before our own name in `User-Agent`, for example `contoso-deploy/1.2`. */
  readonly application?: string
}
