import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { AnswerFacts, AnswerToRead } from './worker/answer-facts.ts'

/** What reading one answer may take. */
const limits = { milliseconds: 5000, mebibytes: 128 }

/**
 * Reads what an item asks about from an answer, in a thread of its own. An answer that takes too much says nothing, as one
 * that could not be read; what it was sent with still counts.
 */
export async function readAnswer(answer: AnswerToRead): Promise<AnswerFacts> {
  // Run from source in the tests, and from the build elsewhere.
  const file = new URL(`./worker/page-worker${extname(import.meta.url)}`, import.meta.url)
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: limits.mebibytes }, env: {} })
  const signal = AbortSignal.timeout(limits.milliseconds)
  try {
    const told = once(worker, 'message', { signal })
    worker.postMessage(answer)
    const [facts]: [AnswerFacts] = (await told) as [AnswerFacts] // the only message of that worker
    return facts
  } catch {
    return {}
  } finally {
    await worker.terminate()
  }
}
