import type { ContentStore } from '../journal/content-store.ts'
import type { JournalRecord } from '../journal/journal-state.ts'
import type { JsonObject } from '../model/content.ts'
import type { DeploymentIds } from '../model/deployment-ids.ts'
import type { ConnectorReference, Wanted, WantedKind } from '../model/wanted.ts'
import type { SecretSource } from '../secrets/secret-source.ts'
import type { Target, TargetOptions } from '../target/target.ts'
import type { Readings } from './readings.ts'

/** A thing as it was found in a target. */
export interface Found {
  readonly id: string
  /** What the target shows of it. */
  readonly content: JsonObject
  /** The target's own mark of its state, where it has one. */
  readonly etag?: string
  /** A person has to do something before it is of use. */
  readonly needsPerson?: true
}

/** What drivers work with: one target, what was read of it, and what the journal knows. */
export interface Workbench {
  readonly ids: DeploymentIds
  readonly target: Target
  readonly readings: Readings
  readonly records: ReadonlyMap<string, JournalRecord>
  readonly wanted: ReadonlyMap<string, Wanted>
  readonly secrets: SecretSource
  /** Where bytes are kept that a rollback may need. */
  readonly contents: ContentStore
  readonly options: TargetOptions
  /** Told before long-running work is waited for, so that it is found again after a kill. */
  readonly onAccepted: (handle: string) => void
}

/** What a person has to do before a step can go on. */
export interface WaitsForPerson {
  readonly code: string
  readonly what: string
  /** Where to do it; never kept. */
  readonly link?: string
}

/** Everything that is specific to one kind of thing; planning, applying and undoing are the same for all. */
export interface Driver<W extends Wanted = Wanted> {
  readonly kind: WantedKind
  /** What is wanted, in the shape in which {@link Found.content} shows it. */
  content(wanted: W, bench: Workbench): Promise<JsonObject>
  /** The parts that change only when somebody changes them; the whole content unless given. */
  stable?(content: JsonObject): JsonObject
  /** The parts of both that can be compared; those the target shows unless given. */
  comparable?(actual: JsonObject, wanted: JsonObject): { actual: JsonObject; wanted: JsonObject }
  find(wanted: W, bench: Workbench): Promise<Found | undefined>
  /** @returns the id in the target. */
  create(wanted: W, bench: Workbench): Promise<string>
  update(wanted: W, found: Found, bench: Workbench): Promise<void>
  /** Reads by what the journal knows, for things that are no longer described. */
  findRecorded(record: Pick<JournalRecord, 'id' | 'name'>, bench: Workbench): Promise<Found | undefined>
  remove(record: Pick<JournalRecord, 'id' | 'name'>, bench: Workbench): Promise<void>
  /** Puts an earlier content back; nothing where the kind cannot go back, with the reason. */
  readonly restore:
    | ((record: Pick<JournalRecord, 'id' | 'name'>, before: JsonObject, bench: Workbench) => Promise<void>)
    | { readonly impossible: string }
  /** What is kept before an update, where it is more than {@link Found.content}. */
  keepBefore?(wanted: W, found: Found, bench: Workbench): Promise<JsonObject>
  /** Why this earlier content cannot be put back, where it cannot. */
  cannotRestore?(before: JsonObject): string | undefined
  /** Whether {@link restore} also brings back a thing that was removed, under the id it had. */
  comesBack?(before: JsonObject): boolean
  /** Goes on with work that was accepted before the process ended. */
  resume?(handle: string, bench: Workbench): Promise<void>
  /** What keeps a thing that is there from being of use: a person has to do something. */
  waitsFor?(wanted: W, found: Found, bench: Workbench): Promise<WaitsForPerson | undefined>
  /** What is lost for good when it is removed, in one sentence. */
  readonly loses: string
}

/** The id of a connector; nothing while one of this deployment is not there yet. */
export async function connectorIdOf(reference: ConnectorReference, bench: Workbench): Promise<string | undefined> {
  if ('id' in reference) return reference.id
  const wanted = bench.wanted.get(`connector/${reference.own}`)
  if (wanted?.kind !== 'connector') return undefined
  const recorded = bench.records.get(wanted.address)?.id
  const connectors = await bench.readings.connectors()
  if (recorded !== undefined && connectors.some(({ id }) => id === recorded)) return recorded
  return connectors.find(({ displayName }) => displayName === wanted.displayName)?.id
}

/** What stands for an id that is known only after something else was made. */
function knownAfter(address: string): string {
  return `(known once ${address} is there)`
}

/** The id of a connector, or what stands for it in a plan. */
export async function shownConnectorId(reference: ConnectorReference, bench: Workbench): Promise<string> {
  return (await connectorIdOf(reference, bench)) ?? knownAfter(`connector/${'own' in reference ? reference.own : ''}`)
}

/** The id of a connector that has to be there by now. */
export async function neededConnectorId(reference: ConnectorReference, bench: Workbench): Promise<string> {
  const id = await connectorIdOf(reference, bench)
  if (id === undefined) throw new Error('A step ran before the connector it needs.')
  return id
}
