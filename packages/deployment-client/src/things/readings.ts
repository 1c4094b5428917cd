import type {
  InstalledReference,
  InstalledSolution,
  InstalledVariable,
  InstalledWorkflow,
} from '../target/database-area.ts'
import type { InstalledFlow } from '../target/flow-area.ts'
import type { InstalledConnection, Target, TargetFacts } from '../target/target.ts'

type Listed<T> = Promise<readonly T[]>

/** Reads each list of a target once, until something was changed there: a plan makes no call twice. */
export class Readings {
  readonly #target: Target
  readonly #kept = new Map<string, Promise<unknown>>()

  constructor(target: Target) {
    this.#target = target
  }

  /** Forgets what was read; the next question is asked anew. */
  forget(): void {
    const facts = this.#kept.get('facts')
    this.#kept.clear()
    if (facts !== undefined) this.#kept.set('facts', facts)
  }

  facts(): Promise<TargetFacts> {
    return this.once('facts', () => this.#target.facts())
  }

  connectors(): Listed<{ readonly id: string; readonly displayName: string }> {
    return this.once('connectors', () => this.#target.connectors.list())
  }

  connections(): Listed<InstalledConnection> {
    return this.once('connections', () => this.#target.connections.list())
  }

  solutions(): Listed<InstalledSolution> {
    return this.once('solutions', async () => (await this.#target.database?.solutions()) ?? [])
  }

  references(): Listed<InstalledReference> {
    return this.once('references', async () => (await this.#target.database?.references()) ?? [])
  }

  variables(): Listed<InstalledVariable> {
    return this.once('variables', async () => (await this.#target.database?.variables()) ?? [])
  }

  workflows(): Listed<Pick<InstalledWorkflow, 'id' | 'name' | 'isOn' | 'isManaged'>> {
    return this.once('workflows', async () => (await this.#target.database?.workflows()) ?? [])
  }

  flows(): Listed<Pick<InstalledFlow, 'id' | 'name' | 'isOn'>> {
    return this.once('flows', async () => (await this.#target.flows?.list()) ?? [])
  }

  /** Asks once, also when the question is put again while the first answer is under way. */
  once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key)
    // Each key belongs to one method, so what it holds is of that method's type.
    if (kept !== undefined) return kept as Promise<T>
    const asked = ask()
    this.#kept.set(key, asked)
    asked.catch(() => this.#kept.delete(key))
    return asked
  }
}
