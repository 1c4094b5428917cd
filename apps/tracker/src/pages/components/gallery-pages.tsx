import type { Language } from '@sevenstep/onboarding'
import type { Child } from 'hono/jsx'
import { openAssets } from '../../http/assets/assets.ts'
import { texts } from '../../texts/index.ts'
import { ConflictPage } from './conflict-page.tsx'
import { ForbiddenPage, InternalErrorPage, NotFoundPage, ProviderOfflinePage, RateLimitedPage } from './error-pages.tsx'
import type { Frame, Theme } from './frame.ts'
import { Gallery, galleryParts } from './gallery.tsx'

/**
 * Whole pages to look at, by name: each part of the gallery in both languages and themes, and every error page.
 *
 * @param assetsFolder where the bundler wrote its files
 */
export function galleryPages(assetsFolder: string): Readonly<Record<string, string>> {
  const { url } = openAssets(assetsFolder)
  const frame = (language: Language, theme: Theme) => sampleFrame(url, language, theme)
  const en = frame('en', 'light')
  const nl = frame('nl', 'dark')
  const looks = (['en', 'nl'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((theme) => frame(language, theme)),
  )
  const parts = looks.flatMap((look) =>
    galleryParts.map((part) => [`${part}-${look.texts.language}-${look.theme}`, <Gallery frame={look} part={part} />]),
  )
  const pages: Readonly<Record<string, Child>> = {
    ...Object.fromEntries(parts),
    'not-found': <NotFoundPage frame={en} />,
    forbidden: <ForbiddenPage frame={nl} roleName="ISV-lid" backHref="/" />,
    'provider-offline': <ProviderOfflinePage frame={signedOut(en)} retryHref="/sign-in" />,
    'internal-error': <InternalErrorPage frame={nl} />,
    'rate-limited': <RateLimitedPage frame={en} retryAfter={30} retryHref="/" />,
    conflict: (
      <ConflictPage
        frame={en}
        by="Mia"
        when="4 minutes ago"
        fields={[{ label: 'Target date', theirs: '15 January 2027', yours: '1 February 2027' }]}
        resend={{ action: '/', version: 4, idempotencyKey: 'key', values: { target: '2027-02-01' } }}
        keepHref="/"
      />
    ),
  }
  return Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, `<!doctype html>${String(page)}`]))
}

function signedOut({ account: _account, search: _search, ...frame }: Frame): Frame {
  return { ...frame, navigation: [] }
}

function sampleFrame(assetUrl: Frame['assetUrl'], language: Language, theme: Theme): Frame {
  return {
    texts: texts(language),
    theme,
    now: '2026-11-21T09:30:00Z',
    path: '/',
    navigation: [
      { href: '#portfolio', label: 'Portfolio', current: true },
      { href: '#reviews', label: 'Reviews', count: 9 },
      { href: '#submissions', label: 'Submissions' },
      { href: '#audit', label: 'Audit' },
    ],
    account: {
      name: 'Priya Contoso',
      role: 'ISV admin · Contoso Fleet',
      links: [{ href: '#account', label: 'Your sessions' }],
      signOutAction: '/sign-out',
    },
    search: { action: '/search' },
    version: '0.1.0',
    requestId: '01JD8Z6V3K',
    assetUrl,
  }
}
