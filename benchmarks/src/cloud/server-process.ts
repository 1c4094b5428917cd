import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string
  /** Milliseconds of processor time it has used so far. */
  readonly processorTime: () => Promise<number>
  /** What else the server counts. */
  readonly ask: (question: string) => Promise<unknown>
  readonly stop: () => Promise<void>
}

/** Starts one of the files below `servers`, given its name without `.ts`. */
export async function startServer(name: string, args: readonly string[] = []): Promise<ServerProcess> {
  const child = fork(join(import.meta.dirname, 'servers', `${name}.ts`), [...args])
  const url = await Promise.race([messageOf(child), endOf(child, name)])
  const ask = (question: string): Promise<unknown> => {
    child.send(question)
    return messageOf(child)
  }
  return {
    url: String(url),
    processorTime: async () => Number(await ask('processor-time')),
    ask,
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}

async function messageOf(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, 'message')
  return message
}

async function endOf(child: ChildProcess, name: string): Promise<never> {
  const [code] = await once(child, 'exit')
  throw new Error(`The server ${name} ended with ${code} before it listened.`)
}
