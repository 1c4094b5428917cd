import type { CheckContext } from '../../engine/rule-family.ts'
import { type NeededFrame, neededFrames } from '../../headers/needed-frames.ts'
import { type NeededScript, neededScripts, showingInline } from '../../headers/needed-scripts.ts'
import { headersOptions } from '../../headers/widened-policy.ts'
import type { PageElement } from '../../page/html-page.ts'

/** What a page needs its policy to let through, once everything else that was found is mended. */
export interface PolicyNeeds {
  readonly scripts: readonly NeededScript[]
  readonly frames: readonly NeededFrame[]
  /** Elements with scripts of their own that show a widget. */
  readonly inline: readonly PageElement[]
  readonly isRegional: boolean
  /** The options with which `sevenstep embed headers` prints a policy for it. */
  readonly options: string
  /** The page's own origin, where it is known. */
  readonly own: { readonly selfOrigin?: string }
}

/** What the page that is judged needs. */
export function neededOf({ subject, edition }: CheckContext): PolicyNeeds {
  const { page, facts } = subject
  const scripts = neededScripts(subject, edition)
  const frames = neededFrames(subject, edition)
  const isRegional = page.renderings.some(({ options }) => {
    const value = options?.kind === 'object' ? options.entries.get('enableRegionalPortal')?.value : undefined
    return value?.kind === 'other' && value.literal === true
  })
  const libraries = scripts.filter(({ role }) => role === 'sign-in').map(({ address }) => new URL(address).origin)
  const base =
    facts.pageAddress !== undefined && URL.canParse(facts.pageAddress) ? new URL(facts.pageAddress) : undefined
  return {
    scripts,
    frames,
    inline: showingInline(subject),
    isRegional,
    options: headersOptions(edition, {
      frames: frames.map(({ origin }) => origin),
      libraries: [...new Set(libraries)],
      isRegional,
      isGallery: scripts.length === 0,
    }),
    own: base === undefined ? {} : { selfOrigin: base.origin },
  }
}
