import { holdsParts } from './json-shape.ts'
import { JsonListFile } from './located-value.ts'
import { looksLikeUnreadTable } from './read-csv-licences.ts'
import { looksLikeJson, recogniseLicenceList } from './read-licence-file.ts'

/** A file as far as it takes to tell what it is. */
export interface CandidateFile {
  /** With `/` between folders. */
  readonly path: string
  text(): string
}

/** Names that nothing but lists of licences or of flows has, as they stand in JSON. */
const marks =
  /"(?:userPrincipalName|assignedLicen[cs]es|licenseDetails|licenseAssignmentStates|subscribedSkus|skuPartNumber|servicePlans|prepaidUnits|consumedUnits|productSku|autoRenewEnabled|commitmentEndDate)"\s*:|"flows"\s*:\s*\[\s*\{/i

/**
 * Whether a text is a list of licences, or was meant to be one: broken JSON with the names of such a list, users without
 * their licences, a table that lacks a column. What is one and cannot be read is for the check to say.
 */
export function looksLikeLicenceList(text: string): boolean {
  if (recogniseLicenceList(text) !== undefined) return true
  if (!looksLikeJson(text)) return looksLikeUnreadTable(text)
  const file = new JsonListFile('', text, true)
  return isBroken(file) ? marks.test(text.slice(0, 65_536)) : holdsParts(file.value())
}

/**
 * The files that are lists of one or several tenants' licences, those that were meant to be included: beside a list, JSON that
 * breaks off before it says anything is taken for one, too.
 */
export function findLicenceLists<File extends CandidateFile>(files: readonly File[]): readonly File[] {
  const lists = new Set(files.filter((file) => looksLikeLicenceList(file.text())))
  if (lists.size === 0) return []
  const folders = new Set([...lists].map(folderOf))
  return files.filter((file) => {
    if (lists.has(file)) return true
    if (!/\.json$/i.test(file.path) || !folders.has(folderOf(file))) return false
    const text = file.text()
    return text.trim() === '' || (looksLikeJson(text) && isBroken(new JsonListFile('', text, true)))
  })
}

function isBroken(file: JsonListFile): boolean {
  return file.json.problems.some(({ isRecovered }) => !isRecovered)
}

function folderOf({ path }: CandidateFile): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
