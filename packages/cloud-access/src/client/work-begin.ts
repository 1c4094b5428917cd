import { CloudFailure } from '../failures/cloud-failure.ts'
import type { Operation, OutputOf } from '../operations/operation.ts'
import type { SentAnswer } from './create-cloud-client.ts'
import { type Following, followWork } from './follow-work.ts'
import type { Work, WorkOptions } from './work.ts'
import { readWorkHandle, type WorkHandle } from './work-handle.ts'

/** Begins long-running work and gives what follows it. */
export async function beginWork<O extends Operation, P extends Operation>(
  following: Following,
  operation: O,
  input: object,
  options: WorkOptions<P>,
): Promise<Work<O, P>> {
  const startedAt = following.clock.now()
  const answer = await following.send(operation, input, options)
  const handle = handleOf(operation, answer, options, startedAt)
  const { status, headers, requestIds } = answer
  // `send` parsed the body with the operation's own schemas.
  const begun = { status, body: answer.body as OutputOf<O>, headers, requestIds }
  return followWork(following, { handle, begun, options, isOver: handle.polledBy === '' })
}

/** Goes on with work from its handle. */
export async function resumeWork<P extends Operation>(
  following: Following,
  text: string,
  options: WorkOptions<P>,
): Promise<Work<Operation, P>> {
  const handle = readWorkHandle(text)
  return followWork(following, { handle, begun: undefined, options, isOver: handle.polledBy === '' })
}

/** Where the state of the work is read; an empty `polledBy` where the answer was already the end. */
function handleOf(operation: Operation, answer: SentAnswer, options: WorkOptions, startedAt: number): WorkHandle {
  const { completion } = operation
  const common = { version: 1, operation: operation.id, startedAt, deletes: operation.method === 'DELETE' } as const
  if (completion?.kind === 'async-operation') {
    const id = asyncOperationId(answer.body)
    const organization = options.at !== undefined && 'organization' in options.at ? options.at.organization : undefined
    if (id === undefined || organization === undefined) throw untraceable(operation, answer)
    return { ...common, polledBy: completion.polledBy, at: { organization, id } }
  }
  const location = answer.headers['operation-location'] ?? answer.headers.location
  if (answer.status !== 202) return { ...common, polledBy: '', at: { address: '' } }
  if (completion === undefined || location === undefined || !URL.canParse(location, answer.address))
    throw untraceable(operation, answer)
  return { ...common, polledBy: completion.polledBy, at: { address: new URL(location, answer.address).href } }
}

function asyncOperationId(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const id = 'AsyncOperationId' in body ? body.AsyncOperationId : undefined
  return typeof id === 'string' ? id : undefined
}

function untraceable(operation: Operation, answer: SentAnswer): CloudFailure {
  return new CloudFailure('work-untraceable', {
    operation: operation.id,
    service: operation.service,
    status: answer.status,
    requestIds: answer.requestIds,
    ambiguous: true,
  })
}
