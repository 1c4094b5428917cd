import type { Child, PropsWithChildren } from 'hono/jsx'
import { LinkButton } from './button.tsx'
import type { Frame } from './frame.ts'
import { Icon, type IconName } from './icon.tsx'
import { Page } from './page.tsx'

interface ErrorPageProps {
  readonly frame: Frame
  readonly title: string
  /** What happened and what was kept. */
  readonly what: Child
  readonly todo?: Child
  readonly icon?: IconName
  readonly action?: { readonly href: string; readonly label: string }
  /** Shows the request's id to quote; for errors of ours. */
  readonly showRequest?: boolean
}

/** A page that says what happened, what was kept and what to do. The others below are this one with their own words. */
function ErrorPage(props: PropsWithChildren<ErrorPageProps>) {
  const { frame, title, what, todo, icon = 'alert', action, showRequest = false, children } = props
  return (
    <Page frame={frame} title={title} width="reading">
      <div class="prose py-12">
        <Icon name={icon} size={28} />
        <h1>{title}</h1>
        <p>{what}</p>
        {todo !== undefined && <p>{todo}</p>}
        {showRequest && (
          <p>
            <code>{frame.texts.shared.request(frame.requestId)}</code>
          </p>
        )}
        {children}
        {action !== undefined && (
          <p>
            <LinkButton kind="primary" href={action.href}>
              {action.label}
            </LinkButton>
          </p>
        )}
      </div>
    </Page>
  )
}

/** For what does not exist and for what is not the person's to see; the two answer alike. */
export function NotFoundPage({ frame }: { readonly frame: Frame }) {
  const { notFound } = frame.texts.shared.errors
  return (
    <ErrorPage
      frame={frame}
      title={notFound.title}
      what={notFound.what}
      icon="search"
      action={{ href: '/', label: notFound.action }}
    />
  )
}

/** For what the person may see but not do. */
export function ForbiddenPage({
  frame,
  roleName,
  backHref,
}: {
  readonly frame: Frame
  readonly roleName: string
  readonly backHref: string
}) {
  const { forbidden } = frame.texts.shared.errors
  return (
    <ErrorPage
      frame={frame}
      title={forbidden.title}
      what={forbidden.what(roleName)}
      todo={forbidden.todo}
      icon="lock"
      action={{ href: backHref, label: forbidden.action }}
    />
  )
}

/** When the identity provider does not answer. */
export function ProviderOfflinePage({ frame, retryHref }: { readonly frame: Frame; readonly retryHref: string }) {
  const { provider } = frame.texts.shared.errors
  return (
    <ErrorPage
      frame={frame}
      title={provider.title}
      what={provider.what}
      todo={provider.todo}
      icon="unplug"
      action={{ href: retryHref, label: provider.action }}
      showRequest
    />
  )
}

/** When we failed; the request's id leads us to the log. */
export function InternalErrorPage({ frame }: { readonly frame: Frame }) {
  const { internal } = frame.texts.shared.errors
  return (
    <ErrorPage
      frame={frame}
      title={internal.title}
      what={internal.what}
      todo={internal.todo}
      icon="warning"
      action={{ href: '/', label: internal.action }}
      showRequest
    />
  )
}

interface RateLimitedPageProps {
  readonly frame: Frame
  /** Seconds until the next try is let through. */
  readonly retryAfter: number
  readonly retryHref: string
}

/** When somebody asked too often. */
export function RateLimitedPage({ frame, retryAfter, retryHref }: RateLimitedPageProps) {
  const { rateLimited } = frame.texts.shared.errors
  return (
    <ErrorPage
      frame={frame}
      title={rateLimited.title}
      what={rateLimited.what}
      todo={rateLimited.todo(retryAfter)}
      icon="clock"
      action={{ href: retryHref, label: rateLimited.action }}
    />
  )
}
