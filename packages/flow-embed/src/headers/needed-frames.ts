import { mendedAddress } from '../data/known-hosts.ts'
import type { EmbedSubject } from '../engine/embed-subject.ts'
import { type EmbedEdition, widgetHosts } from '../hosts.ts'

/** An origin that the page frames. */
export interface NeededFrame {
  /** Once everything else that was found is mended. */
  readonly origin: string
  /** As the page names it today; undefined where it names none. */
  readonly now: string | undefined
}

/** Origins that the page frames, each once: the SDK's hosts, those of galleries and of frames of its own. */
export function neededFrames({ page }: EmbedSubject, edition: EmbedEdition): readonly NeededFrame[] {
  const found = new Map<string, NeededFrame>()
  const add = (address: string | undefined): void => {
    const origin = mendedAddress(address ?? '', edition, '')
    const now = address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined
    const known = found.get(origin)
    // One that is right already says more than one that is to be mended.
    if (known === undefined || now === origin) found.set(origin, { origin, now })
  }
  for (const { address } of [...page.galleries, ...page.portalFrames]) add(address)
  for (const { options, by } of page.creations) {
    const value =
      options?.kind === 'object' ? options.entries.get(by === 'microsoft' ? 'hostName' : 'host')?.value : options
    if (value?.kind === 'text') add(value.text)
    else if (value?.kind !== 'unknown' && (options?.kind !== 'object' || options.isWhole)) add(undefined)
  }
  // Where the host is worked out, the script tells at least which one it comes from.
  if (found.size === 0) {
    for (const { address } of page.sdkReferences) add(new URL(mendedAddress(address, edition, '/x')).origin)
  }
  if (found.size === 0 && page.sdkCopies.length > 0) add(widgetHosts[edition])
  return [...found.values()]
}
