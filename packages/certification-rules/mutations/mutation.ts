import type { ConnectorFile, MutableConnector, PublisherKind } from './mutable-connector.ts'

/** Line and column from 1, columns in UTF-16 code units. */
export interface TextPosition {
  readonly line: number
  readonly column: number
}

/** A place a finding may name: a file and, where it has them, a JSON pointer or a position. */
export interface PlantedPlace {
  readonly file: ConnectorFile
  readonly pointer?: string
  readonly position?: TextPosition
  /** Name of the file in question when `file` is `folder`. */
  readonly name?: string
}

/** Where a defect was planted: the place a person should be sent to, and others that would be as right. */
export interface PlantedDefect extends PlantedPlace {
  readonly alternatives?: readonly PlantedPlace[]
}

/** Where the idea for a mutation comes from; all but `requirement` are faults that people really stumbled over. */
export type Origin = 'rejection' | 'review' | 'field-complaint' | 'requirement'

/** Where a mutation is rooted: its kind of origin and the place one can read it up. */
export interface Provenance {
  readonly origin: Origin
  readonly source: string
}

/** What limits the setting in which the expected rule speaks. */
export interface MutationSetting {
  /** Judge the connector under this profile; absent: the profile of the connector itself. */
  readonly profile?: PublisherKind
  /** Judge as this kind of hand-in; absent: the repository folder. */
  readonly target?: 'repository' | 'package'
  /** The defect cannot be planted by one change alone; the number of places that differ is not checked. */
  readonly compound?: true
}

/** One kind of defect, planted one at a time into a connector that was fine before. */
export interface Mutation extends Provenance, MutationSetting {
  /** Kebab-case, says the defect. */
  readonly id: string
  /** Rules of which at least one must be reported at the place; the first is the one to hope for. */
  readonly expects: readonly string[]
  /** Changes the connector and says where; undefined, with nothing changed, when it offers no place. */
  readonly plant: (connector: MutableConnector, random: () => number) => PlantedDefect | undefined
}

/** What a planting function may answer: a pointer into the definition, or the whole defect. */
export type Planting = string | PlantedDefect | undefined

/** A mutation from its parts; a bare string answered by `plant` is a pointer into the definition. */
export function mutation(
  id: string,
  provenance: Provenance,
  expects: readonly string[],
  plant: (connector: MutableConnector, random: () => number) => Planting,
  setting: MutationSetting = {},
): Mutation {
  return {
    id,
    ...provenance,
    expects,
    plant: (connector, random) => {
      const planting = plant(connector, random)
      return typeof planting === 'string' ? { file: 'definition', pointer: planting } : planting
    },
    ...setting,
  }
}

/** Named as a reason for rejection, or a blocking item of the first step's checklist. */
export const rejection = (source: string): Provenance => ({ origin: 'rejection', source })
/** Asked for by a reviewer in a pull request. */
export const review = (source: string): Provenance => ({ origin: 'review', source })
/** Complained about by authors, or seen broken in published connectors. */
export const complaint = (source: string): Provenance => ({ origin: 'field-complaint', source })
/** Read from the requirements themselves. */
export const requirement = (source: string): Provenance => ({ origin: 'requirement', source })
