import type { JsonNode } from '@sevenstep/located-json'
import { isPlaceholder, placeholderId } from '../../text/text-checks.ts'
import { textAt } from '../fields.ts'

/** What to do with an offer that nobody filled in. */
export const fillInFirst = 'Fill in name, summary and description of the listing and the offer ID first.'

/** Whether a value is the offer ID that a new folder has, which nobody chose: a product named "To-Do" may be called so. */
export function isPlaceholderId(node: JsonNode): boolean {
  if (node.key !== 'offerId' || node.value !== placeholderId) return false
  const { parent } = node
  if (parent === undefined || parent.parent !== undefined) return false
  const name = textAt(parent, 'listing', 'name')?.text ?? ''
  return isPlaceholder(name) || !/\bto[ -]?do/i.test(name)
}

/** Whether the offer’s ID, or one of the texts that say what is offered, still waits for somebody to fill it in. */
export function isUnfilled(root: JsonNode): boolean {
  const id = root.member('offerId')
  if (id !== undefined && (isPlaceholderId(id) || isPlaceholder(String(id.value)))) return true
  return ['name', 'summary', 'description'].some((field) => isPlaceholder(textAt(root, 'listing', field)?.text ?? ''))
}
