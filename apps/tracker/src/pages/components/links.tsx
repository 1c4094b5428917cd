import type { Texts } from '../../texts/index.ts'
import { LinkButton } from './button.tsx'

/** A link among others of which one is where we are. */
export interface ChoiceLink {
  readonly href: string
  readonly label: string
  readonly count?: number
  readonly current?: boolean
}

interface ChoiceLinksProps {
  /** Says what is chosen among. */
  readonly label: string
  readonly links: readonly ChoiceLink[]
  readonly texts: Texts
}

/** Views of one list, each with how many it holds. */
export function FilterChips({ label, links, texts }: ChoiceLinksProps) {
  return (
    <nav class="filters" aria-label={label}>
      {links.map((link) => (
        <a class="filter" href={link.href} aria-current={link.current === true ? 'true' : undefined}>
          {link.label}
          {link.count !== undefined && <span>{texts.format.number(link.count)}</span>}
        </a>
      ))}
    </nav>
  )
}

/** Parts of one thing, each on a page of its own. */
export function Tabs({ label, links, texts }: ChoiceLinksProps) {
  return (
    <nav class="tabs" aria-label={label}>
      {links.map((link) => (
        <a class="tab" href={link.href} aria-current={link.current === true ? 'page' : undefined}>
          {link.label}
          {link.count !== undefined && <span class="count">{texts.format.number(link.count)}</span>}
        </a>
      ))}
    </nav>
  )
}

interface BreadcrumbProps {
  /** From the widest to the one above this page; the last may be without address. */
  readonly links: readonly { readonly label: string; readonly href?: string }[]
  readonly texts: Texts
}

/** Where the page lies. */
export function Breadcrumb({ links, texts }: BreadcrumbProps) {
  return (
    <nav class="breadcrumb" aria-label={texts.shared.breadcrumb}>
      <ol>
        {links.map(({ label, href }) => (
          <li>{href === undefined ? label : <a href={href}>{label}</a>}</li>
        ))}
      </ol>
    </nav>
  )
}

interface PagerProps {
  readonly from: number
  readonly to: number
  readonly total: number
  readonly texts: Texts
  readonly previousHref?: string | undefined
  readonly nextHref?: string | undefined
}

/** How much of a list is shown, and the ways on and back. */
export function Pager({ from, to, total, texts, previousHref, nextHref }: PagerProps) {
  const { pager } = texts.shared
  return (
    <nav class="pager" aria-label={pager.label}>
      <span>{pager.range(from, to, total)}</span>
      <span class="button-row">
        {previousHref !== undefined && (
          <LinkButton href={previousHref} icon="chevron-left">
            {pager.previous}
          </LinkButton>
        )}
        {nextHref !== undefined && <LinkButton href={nextHref}>{pager.next}</LinkButton>}
      </span>
    </nav>
  )
}
