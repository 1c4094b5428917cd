import type { MutableConnector } from '../mutable-connector.ts'
import type { PlantedPlace } from '../mutation.ts'

/** Where two versions differ: in the old one, in the new one, or in both. */
export interface PlantedChange {
  /** The thing as it was; absent when it is new. */
  readonly before?: PlantedPlace
  /** The thing as it is now; absent when it is gone. */
  readonly after?: PlantedPlace
  /** Places of either version that would be named as rightly. */
  readonly alternatives?: readonly PlantedPlace[]
}

/** One kind of change between two versions of a connector. */
export interface VersionChange {
  /** Kebab-case, says the change. */
  readonly id: string
  /** Kinds of change of which at least one must be told; the first is the one to hope for. */
  readonly expects: readonly string[]
  /** Turns the connector into its next version; undefined, with nothing changed, when it offers no place. */
  readonly plant: (connector: MutableConnector, random: () => number) => PlantedChange | undefined
}

/** The two pointers of a change in the definition; undefined stays undefined. */
export function inDefinition(
  before: string | undefined,
  after: string | undefined,
  ...others: readonly string[]
): PlantedChange {
  return places('definition', before, after, others)
}

/** The two pointers of a change in apiProperties.json. */
export function inProperties(
  before: string | undefined,
  after: string | undefined,
  ...others: readonly string[]
): PlantedChange {
  return places('properties', before, after, others)
}

function places(
  file: 'definition' | 'properties',
  before: string | undefined,
  after: string | undefined,
  others: readonly string[],
): PlantedChange {
  return {
    ...(before === undefined ? {} : { before: { file, pointer: before } }),
    ...(after === undefined ? {} : { after: { file, pointer: after } }),
    alternatives: others.map((pointer) => ({ file, pointer })),
  }
}
