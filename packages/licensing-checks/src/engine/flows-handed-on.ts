import type { HandedOnFacts } from '@sevenstep/rule-engine/handed-on'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { isReadWhole } from '../licences/is-read-whole.ts'
import type { ReadLicenceFile } from '../licences/licence-list.ts'
import { readLicenceFile } from '../licences/read-licence-file.ts'

/** Flows that were read of packages, as a list. */
export interface FlowsHandedOn {
  /** Nothing where a list of flows is there, or none is handed on. */
  readonly list?: ReadLicenceFile
  /** One sentence: of which flows nobody knows the owner. */
  readonly ownersUnknown?: string
}

/**
 * The flows of packages beside the lists as a list of their own, the one that `sevenstep licences flows` would make of them.
 * What a person wrote down of flows counts alone: it says who owns and runs them.
 */
export function flowsHandedOn(
  files: readonly ReadLicenceFile[],
  handedOn: Pick<HandedOnFacts, 'flows'> | undefined,
  catalogue: Catalogue,
): FlowsHandedOn {
  const handed = handedOn?.flows
  if (handed?.value === undefined) return {}
  // What could not be read may be that list.
  if (files.some((file) => file.flows.length > 0 || file.format === 'flows' || !isReadWhole(file))) return {}
  const text = `${JSON.stringify({ flows: handed.value.map(({ entry }) => entry) }, undefined, 2)}\n`
  const list = readLicenceFile(flowsListName, text, { catalogue })
  const hasOwners = handed.value.every(({ owner }) => owner === 'each-user')
  if (hasOwners) return { list }
  const ownersUnknown = `Who will own the flows of ${handed.from.join(', ')} is not known. Make a list of them with "sevenstep licences flows", say who owns and runs them, and put it beside these lists.`
  return { list, ownersUnknown }
}

/** What reports call the list that is made of packages: no file of that name is there. */
const flowsListName = 'flows of packages'
