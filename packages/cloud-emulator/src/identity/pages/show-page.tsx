import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type Language, say, texts } from './texts.ts'

/** What a page is shown with. */
export interface PageFrame {
  /** The address asked for, and the parameters that the link to the other language repeats. */
  readonly address: URL
  readonly query: URLSearchParams
  readonly status?: 200 | 400 | 401
  /** Where the page's form leads in the end: browsers apply `form-action` to redirects too. */
  readonly formTarget?: string
}

/** Answers with a page in the reader's language, under a policy that lets nothing in from elsewhere and runs no script. */
export function showPage(
  c: Context,
  frame: PageFrame,
  body: (language: Language) => Child,
): Response | Promise<Response> {
  const language: Language = c.get('language') === 'nl' ? 'nl' : 'en'
  const formAction = frame.formTarget === undefined ? "'self'" : `'self' ${new URL(frame.formTarget).origin}`
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src 'self'; img-src 'self'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
  )
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'same-origin')
  c.header('x-content-type-options', 'nosniff')
  return c.html(<Page language={language} frame={frame} body={body(language)} />, frame.status ?? 200)
}

function Page({ language, frame, body }: { language: Language; frame: PageFrame; body: Child }) {
  const other = language === 'en' ? 'nl' : 'en'
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${say(texts.banner, language)} · ${say(texts.made, language)}`}</title>
        <link rel="icon" href="/emulator/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/emulator/page.css" />
      </head>
      <body>
        <header class="banner">
          <strong>{say(texts.banner, language)}</strong> <span>{say(texts.bannerDetail, language)}</span>
        </header>
        <main>{body}</main>
        <footer>
          <span class="made">
            <img src="/emulator/icon.svg" alt="" width="20" height="20" />
            {say(texts.made, language)}
          </span>
          {frame.query.size > 0 && (
            <a href={otherLanguage(frame, other)} lang={other} hreflang={other}>
              {say(texts.otherLanguage, language)}
            </a>
          )}
        </footer>
      </body>
    </html>
  )
}

function otherLanguage({ address, query }: PageFrame, language: Language): string {
  const parameters = new URLSearchParams(query)
  parameters.set('ui_locales', language)
  return `${address.pathname}?${parameters}`
}
