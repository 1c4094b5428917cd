import { corpusConnectors } from '../mutations/corpus-connectors.ts'
import { exampleConnectors } from '../mutations/example-connector.ts'
import type { MutableConnector } from '../mutations/mutable-connector.ts'
import { isLongRun, sampleOf } from './long-run.ts'

/** Copying a large definition for each kind of defect takes most of the time; the long run does it. */
const mostCharacters = 150_000

/** The examples and accepted connectors that defects are planted in; opened when first asked for. */
export class Grounds {
  readonly #examples = exampleConnectors()
  readonly #corpus = sampleOf(corpusConnectors(process.env.CONNECTOR_CORPUS), 40)
  readonly #opened = new Map<number, MutableConnector | undefined>()

  #open(index: number): MutableConnector | undefined {
    if (isLongRun) return this.#corpus[index]?.open()
    if (!this.#opened.has(index)) {
      const ground = this.#corpus[index]?.open()
      const isSmall = ground !== undefined && JSON.stringify(ground.definition).length <= mostCharacters
      this.#opened.set(index, isSmall ? ground : undefined)
    }
    return this.#opened.get(index)
  }

  /** All of them, beginning elsewhere in the corpus for each turn, so that every kind of defect meets others. */
  *from(turn: number): Generator<MutableConnector> {
    yield* this.#examples
    for (let index = 0; index < this.#corpus.length; index++) {
      const ground = this.#open((index + turn * 5) % this.#corpus.length)
      if (ground !== undefined) yield ground
    }
  }
}
