import type { Texts } from '../../texts/index.ts'
import { Pager } from '../components/links.tsx'

interface ListPagerProps {
  readonly page: number
  readonly pageSize: number
  readonly shown: number
  readonly total: number
  /** The address of a page of the list. */
  readonly href: (page: number) => string
  readonly texts: Texts
}

/** The ways on and back in a list that does not fit on one page; nothing where it does. */
export function ListPager({ page, pageSize, shown, total, href, texts }: ListPagerProps) {
  if (total <= pageSize && page === 1) return null
  const from = (page - 1) * pageSize
  return (
    <Pager
      from={shown === 0 ? 0 : from + 1}
      to={from + shown}
      total={total}
      texts={texts}
      previousHref={page > 1 ? href(page - 1) : undefined}
      nextHref={from + shown < total ? href(page + 1) : undefined}
    />
  )
}
