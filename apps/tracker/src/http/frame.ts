import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { instantOf } from '../domain/clock.ts'
import { may } from '../domain/principal.ts'
import type { Flash, Frame, NavigationLink } from '../pages/components/frame.ts'
import { type Menu, readMenu } from '../reads/menu/read-menu.ts'
import { type Texts, texts } from '../texts/index.ts'
import type { HttpEnvironment, HttpServices, SignedIn } from './environment.ts'

type HttpContext = Context<HttpEnvironment>

/** Which entry of the main navigation a page belongs to. */
export type NavigationKey =
  | 'portfolio'
  | 'reviews'
  | 'waivers'
  | 'submissions'
  | 'audit'
  | 'members'
  | 'checklist'
  | 'goals'
  | 'checks'

const flashCookie = 'flash'

/** Everything that stands around a page: the person's navigation, language, theme, and what was just done. */
export async function frameOf(
  services: HttpServices,
  context: HttpContext,
  page: { readonly current?: NavigationKey; readonly productId?: string; readonly search?: string } = {},
): Promise<Frame> {
  const signedIn = context.get('signedIn')
  const words = texts(context.get('language'))
  const menu = signedIn === undefined ? undefined : await readMenu(services, signedIn.principal, page.productId)
  const flash = takeFlash(context)
  const url = new URL(context.req.url)
  return {
    texts: words,
    theme: context.get('theme'),
    now: instantOf(services.clock),
    path: context.req.method === 'GET' ? `${url.pathname}${url.search}` : '/',
    navigation: signedIn === undefined || menu === undefined ? [] : navigationFor(signedIn, menu, page.current, words),
    ...(signedIn !== undefined && menu !== undefined && { account: accountFor(signedIn, menu, words) }),
    ...(signedIn !== undefined && {
      search: { action: '/search', ...(page.search !== undefined && { value: page.search }) },
    }),
    ...(signedIn !== undefined && { shortcuts: signedIn.shortcuts }),
    ...(flash !== undefined && { flash }),
    version: services.configuration.version,
    requestId: context.get('requestId'),
    assetUrl: services.assets.url,
  }
}

function navigationFor(
  { principal }: SignedIn,
  menu: Menu,
  current: NavigationKey | undefined,
  { frame }: Texts,
): NavigationLink[] {
  const link = (key: NavigationKey, href: string, count?: number): NavigationLink => ({
    href,
    label: frame.navigation[key],
    ...(current === key && { current: true }),
    ...(count !== undefined && { count }),
  })
  const links: NavigationLink[] = []
  if (menu.programme !== undefined) {
    const place = { organizationId: menu.programme.organizationId, isvId: null }
    if (may(principal, 'portfolio.read', place)) {
      const waiting = may(principal, 'review.decide', place) ? menu.programme.openReviews : undefined
      links.push(link('portfolio', '/portfolio'))
      links.push(link('reviews', '/reviews', waiting))
      links.push(link('waivers', '/waivers'))
      links.push(link('submissions', '/submissions'))
    }
    if (may(principal, 'audit.read', place)) links.push(link('audit', '/audit'))
    if (may(principal, 'members.manage-programme', place)) links.push(link('members', '/members'))
  } else if (menu.product !== undefined) {
    const base = `/products/${menu.product.id}`
    links.push(link('checklist', base))
    links.push(link('goals', `${base}/goals`))
    links.push(link('checks', `${base}/checks`))
    links.push(link('submissions', `${base}/submissions`))
    links.push(link('members', `/isvs/${menu.product.isvId}/members`))
  }
  return links
}

function accountFor({ principal, username }: SignedIn, menu: Menu, { frame }: Texts) {
  const [held] = principal.held
  const organization = menu.isv?.name ?? menu.programme?.name
  return {
    name: `${principal.name} (${username})`,
    role: [held === undefined ? frame.noRole : frame.roles[held.role], organization].filter(Boolean).join(' · '),
    links: [
      { href: '/account', label: frame.navigation.account },
      ...(menu.isv === undefined ? [] : [{ href: `/isvs/${menu.isv.id}`, label: frame.navigation.isv }]),
      ...(menu.isv !== undefined && held?.isvId === menu.isv.id && may(principal, 'audit.read', held)
        ? [{ href: `/isvs/${menu.isv.id}/audit`, label: frame.navigation.audit }]
        : []),
    ],
    signOutAction: '/sign-out',
  }
}

/** Leaves a message for the next page that is shown. */
export function leaveFlash(context: HttpContext, flash: Flash): void {
  setCookie(context, flashCookie, encodeURIComponent(JSON.stringify([flash.level, flash.message])), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: 60,
    secure: context.get('secureCookies'),
  })
}

function takeFlash(context: HttpContext): Flash | undefined {
  const stored = getCookie(context, flashCookie)
  if (stored === undefined) return undefined
  deleteCookie(context, flashCookie, { path: '/' })
  try {
    const [level, message]: unknown[] = JSON.parse(decodeURIComponent(stored))
    if (typeof message !== 'string' || (level !== 'success' && level !== 'info' && level !== 'error')) return undefined
    return { level, message: message.slice(0, 500) }
  } catch {
    // A cookie that somebody tampered with is not worth a word.
    return undefined
  }
}
