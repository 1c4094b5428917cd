import type { PropsWithChildren } from 'hono/jsx'
import type { Texts } from '../../texts/index.ts'
import { Icon, type IconName } from './icon.tsx'

/** What a banner is about. */
export type BannerLevel = 'error' | 'conflict' | 'success' | 'info'

interface BannerProps {
  readonly level: BannerLevel
  readonly title: string
  /** Read out when it appears: errors at once, the rest when the reader pauses. */
  readonly announce?: boolean
  /** Shown with errors that we have to look up. */
  readonly request?: { readonly id: string; readonly texts: Texts }
}

const icons: Readonly<Record<BannerLevel, IconName>> = {
  error: 'alert',
  conflict: 'warning',
  success: 'check',
  info: 'info',
}

/** A message across the page: what happened, what was kept, what to do. */
export function Banner({ level, title, announce = false, request, children }: PropsWithChildren<BannerProps>) {
  const role = level === 'error' ? 'alert' : 'status'
  return (
    <div class={`banner banner-${level}`} role={announce ? role : undefined}>
      <Icon name={icons[level]} size={20} />
      <div>
        <p class="banner-title">{title}</p>
        {children}
        {request !== undefined && <p class="banner-request">{request.texts.shared.request(request.id)}</p>}
      </div>
    </div>
  )
}
