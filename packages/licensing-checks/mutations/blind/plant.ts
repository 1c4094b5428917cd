import type { BlindFault, Change, ListName } from './blind-fault.ts'

/** Plants a fault in clean lists, which are changed. Throws where a change finds nothing to change. */
export function plant({ changes }: BlindFault, lists: Map<ListName, string>): void {
  for (const change of changes) {
    const text = lists.get(change.in)
    if (text === undefined) throw new Error(`There is no list ${change.in}.`)
    lists.set(change.in, 'replace' in change ? replaced(text, change) : changed(text, change))
  }
}

function replaced(text: string, { replace, by }: Extract<Change, { replace: string }>): string {
  if (!text.includes(replace)) throw new Error(`The list does not hold "${replace}".`)
  return text.replace(replace, by)
}

function changed(text: string, change: Extract<Change, { set: string } | { remove: string }>): string {
  const root: unknown = JSON.parse(text)
  const names = ('set' in change ? change.set : change.remove).split('/').slice(1)
  const last = names.pop() ?? ''
  let holder: unknown = root
  for (const name of names) holder = membersOf(holder)[name]
  const members = membersOf(holder)
  if ('set' in change) members[last] = change.to
  else if (!(last in members)) throw new Error(`${change.remove} leads to nothing that could be taken out.`)
  else delete members[last]
  return `${JSON.stringify(root, undefined, 2)}\n`
}

function membersOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null)
    throw new Error('A pointer leads through something that has no parts.')
  // An object or array; both are changed by name.
  return value as Record<string, unknown>
}
