import {
  type CallOptions,
  type CloudAnswer,
  type CloudClient,
  CloudFailure,
  type InputOf,
  type ItemOf,
  type Operation,
  type OutputOf,
  type Place,
  type Work,
  type WorkOptions,
} from '@sevenstep/cloud-access'
import { TargetFailure } from '../target-failure.ts'

/** The client's calls as this package makes them: lists whole, and failures in the words of targets. */
export interface Calls {
  call<O extends Operation>(operation: O, input: InputOf<O>, at?: Place): Promise<OutputOf<O>>
  answer<O extends Operation>(operation: O, input: InputOf<O>, at?: Place): Promise<CloudAnswer<OutputOf<O>>>
  all<O extends Operation>(operation: O, input: InputOf<O>, at?: Place): Promise<ItemOf<O>[]>
  /** Nothing where the service says that it is not there. */
  find<O extends Operation>(operation: O, input: InputOf<O>, at?: Place): Promise<OutputOf<O> | undefined>
  /** What is gone already needs no removing. */
  remove<O extends Operation>(operation: O, input: InputOf<O>, at?: Place): Promise<void>
  begin<O extends Operation>(operation: O, input: InputOf<O>, options: WorkOptions): Promise<Work<O>>
  resume(handle: string, options: WorkOptions): Promise<Work>
}

/** Makes calls through a client; those in flight end with the signal. */
export function callsOf(client: CloudClient, signal?: AbortSignal): Calls {
  const options = (at: Place | undefined): CallOptions => ({ ...(at && { at }), ...(signal && { signal }) })
  const calls: Calls = {
    call: (operation, input, at) => inOurWords(() => client.call(operation, input, options(at))),
    answer: (operation, input, at) => inOurWords(() => client.answer(operation, input, options(at))),
    all: (operation, input, at) =>
      inOurWords(async () => {
        const items: ItemOf<typeof operation>[] = []
        for await (const item of client.items(operation, input, options(at))) items.push(item)
        return items
      }),
    async find(operation, input, at) {
      try {
        return await calls.call(operation, input, at)
      } catch (error) {
        if (error instanceof TargetFailure && error.text.status === 404) return undefined
        throw error
      }
    },
    async remove(operation, input, at) {
      await calls.find(operation, input, at)
    },
    begin: (operation, input, work) =>
      inOurWords(() => client.begin(operation, input, { ...work, ...options(work.at) })),
    resume: (handle, work) => inOurWords(() => client.resume(handle, { ...work, ...options(work.at) })),
  }
  return calls
}

/** Runs a call; a failure of the cloud becomes one of the target. */
export async function inOurWords<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw error instanceof CloudFailure ? targetFailure(error) : error
  }
}

function targetFailure(failure: CloudFailure): TargetFailure {
  const { code, why, fix, status, requestIds, ambiguous, message } = failure
  const ids = Object.values(requestIds)
  return new TargetFailure(
    {
      code,
      what: message,
      why,
      fix,
      ...(status !== undefined && { status }),
      ...(ids.length > 0 && { requestIds: ids }),
    },
    { isAmbiguous: ambiguous, cause: failure },
  )
}

/** The cloud's own code of a failure, such as `ConnectionNotFound`. */
export function cloudCodeOf(error: TargetFailure): string | undefined {
  return error.cause instanceof CloudFailure ? error.cause.cloudCode : undefined
}
