import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import { csrf } from 'hono/csrf'
import type { EmulatedAccount } from '../../identity/directory.ts'
import { AccountPicker } from '../../identity/pages/account-picker.tsx'
import { showPage } from '../../identity/pages/show-page.tsx'
import { type Language, say } from '../../identity/pages/texts.ts'
import type { EmulatorState } from '../../state/emulator-state.ts'
import { findConnector } from '../connectors/find-connector.ts'
import { consentPath, giveConsent, type PendingConsent, pendingConsent } from './consent.ts'

/** What the page works with. */
export interface ConsentServices {
  readonly state: EmulatorState
  readonly clock: { readonly now: () => Date }
  /** Something in the state was changed. */
  readonly changed: () => void
}

const texts = {
  goneTitle: { en: 'This link is no longer good', nl: 'Deze koppeling is niet meer geldig' },
  goneLead: {
    en: 'Ask for a new consent link for the connection. A link is good for a quarter of an hour.',
    nl: 'Vraag een nieuwe toestemmingskoppeling voor de verbinding. Een koppeling is een kwartier geldig.',
  },
} as const

/** Adds the page on which a person signs in to the service behind a connection; here, any account of the tenant will do. */
export function addConsentRoutes(app: Hono<{ Bindings: HttpBindings }>, services: ConsentServices): void {
  const path = `${consentPath}/:code` as const
  app.use(path, csrf())
  app.get(path, (c) => {
    const consent = consentOf(c, services)
    if (consent === undefined) return showGone(c)
    return showPage(c, { ...frameOf(c), formTarget: consent.redirectUrl }, (language) => (
      <AccountPicker
        application={titleOf(consent)}
        accounts={accountsOf(consent)}
        tenantName={() => consent.tenant.name}
        preferred={undefined}
        action=""
        language={language}
      />
    ))
  })
  app.post(path, async (c) => {
    const consent = consentOf(c, services)
    if (consent === undefined) return showGone(c)
    const { account } = await c.req.parseBody()
    const chosen = typeof account === 'string' ? consent.tenant.accounts[account] : undefined
    const back = new URL(consent.redirectUrl)
    if (chosen === undefined) {
      back.searchParams.set('error', 'access_denied')
      return c.redirect(back.href)
    }
    giveConsent(consent, chosen.userPrincipalName, services.clock.now())
    services.changed()
    back.searchParams.set('code', c.req.param('code'))
    return c.redirect(back.href)
  })
}

function consentOf(c: Context, { state, clock }: ConsentServices): PendingConsent | undefined {
  return pendingConsent(state, c.req.param('code') ?? '', clock.now())
}

function titleOf({ environment, connection }: PendingConsent): string {
  return findConnector(environment, connection.connector)?.connector.displayName ?? connection.connector
}

function accountsOf({ tenant }: PendingConsent): readonly EmulatedAccount[] {
  return Object.values(tenant.accounts)
    .filter(({ enabled }) => enabled)
    .map(({ objectId, name, userPrincipalName, description = name }) => ({
      objectId,
      tenantId: tenant.tenantId,
      username: userPrincipalName,
      name,
      role: { en: description, nl: description },
    }))
}

function showGone(c: Context): Response | Promise<Response> {
  return showPage(c, { ...frameOf(c), status: 400 }, (language: Language) => (
    <>
      <h1>{say(texts.goneTitle, language)}</h1>
      <p class="lead">{say(texts.goneLead, language)}</p>
    </>
  ))
}

function frameOf(c: Context) {
  return { address: new URL(c.req.url), query: new URLSearchParams() }
}
