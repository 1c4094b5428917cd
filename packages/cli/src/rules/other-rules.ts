import type { RuleDescription } from '@sevenstep/findings'
import type { LaterKindEntry } from '../kinds/kind.ts'
import { laterKinds } from '../kinds/later-kinds.ts'

/** The rules of the steps after the first, of all kinds or some; their rooms are loaded for it. */
export async function otherRules(kinds: readonly LaterKindEntry[] = laterKinds): Promise<readonly RuleDescription[]> {
  const described = await Promise.all(kinds.map(async ({ load }) => (await load()).describeRules()))
  return described.flat()
}
