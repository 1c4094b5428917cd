import { raw } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { Banner } from './banner.tsx'
import type { Frame } from './frame.ts'
import { KeyboardHelp } from './keyboard-help.tsx'
import { Masthead } from './masthead.tsx'
import { ThemeSwitch } from './switches.tsx'

interface PageProps {
  readonly frame: Frame
  /** Title of the browser's tab; the product's name follows it. */
  readonly title: string
  /** `page` for most, `wide` for dense tables, `reading` for forms and prose. */
  readonly width?: 'page' | 'wide' | 'reading'
}

/** A whole page: head, skip link, masthead, what was just done, the content and the foot. */
export function Page({ frame, title, width = 'page', children }: PropsWithChildren<PageProps>) {
  const { texts, theme, flash, assetUrl } = frame
  return (
    <>
      {/* Without it browsers fall back to the layout rules of the nineties; it holds nothing of anybody's. */}
      {raw('<!DOCTYPE html>')}
      <html
        lang={texts.language}
        data-theme={theme}
        data-time-zone={texts.format.timeZone}
        data-now={frame.now}
        data-shortcuts={frame.shortcuts === false ? 'off' : 'on'}
      >
        <head>
          <meta charset="utf-8" />
          <title>{`${title} · ${texts.shared.product}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
          <link
            rel="preload"
            href={assetUrl('inter-latin.woff2')}
            as="font"
            type="font/woff2"
            crossorigin="anonymous"
          />
          <link rel="stylesheet" href={assetUrl('app.css')} />
          <link rel="icon" href={assetUrl('favicon.svg')} type="image/svg+xml" />
          <script type="module" src={assetUrl('islands.js')} />
        </head>
        <body>
          <a class="skip-link" href="#content">
            {texts.shared.skipToContent}
          </a>
          <Masthead frame={frame} />
          <main id="content" class={`main main-${width}`} tabindex={-1}>
            <div id="live" class="visually-hidden" role="status" />
            {flash !== undefined && <Banner level={flash.level} title={flash.message} announce />}
            {children}
          </main>
          <Footer frame={frame} />
          <KeyboardHelp texts={texts} enabled={frame.shortcuts !== false} />
        </body>
      </html>
    </>
  )
}

function Footer({ frame }: { readonly frame: Frame }) {
  const { texts, version, requestId, account } = frame
  return (
    <footer class="footer">
      <span>{texts.shared.closing}</span>
      <span>{texts.shared.version(version)}</span>
      <span>{texts.shared.request(requestId)}</span>
      {account === undefined && <ThemeSwitch frame={frame} />}
    </footer>
  )
}

interface HeadlineProps {
  /** The answer in one line, such as "29 of 41 required items proved". */
  readonly title: Child
  /** What it counts, or until when. */
  readonly sub?: Child
  readonly breadcrumb?: Child
  readonly actions?: Child
}

/** The first heading of a page: the answer, what it counts, and the buttons that go with it. */
export function Headline({ title, sub, breadcrumb, actions }: HeadlineProps) {
  return (
    <header class="headline">
      {breadcrumb}
      <div class="headline-text">
        <h1>{title}</h1>
        {sub !== undefined && <p>{sub}</p>}
      </div>
      {actions !== undefined && <div class="headline-actions">{actions}</div>}
    </header>
  )
}
