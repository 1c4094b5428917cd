import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byAddress, byAnything, byRecord, defineItems } from '../define-items.ts'

/** Where Microsoft’s clouds sign people in. */
const signInHosts = ['login.microsoftonline.com', 'login.microsoftonline.us', 'login.chinacloudapi.cn'] as const

/** Step 2: consent. */
export const consentItems: readonly ItemDefinition[] = defineItems(
  {
    step: 2,
    group: 'consent',
    citation: {
      source: 'Admin consent on the Microsoft identity platform',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-admin-consent',
      dated: '2024-10-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'authority-resolves',
      number: '2.33',
      proof: byAddress(
        {
          pages: 1,
          leadsTo: signInHosts.map((host) => ({ host, path: '/.well-known/openid-configuration' })),
          form: 'openid-configuration',
          signIn: 'ignored',
          settles: 'everything',
        },
        180,
      ),
      minutes: 5,
      title: text('The authority answers', 'De autoriteit antwoordt'),
      what: text(
        'The OpenID configuration of the chosen authority opens.',
        'De OpenID-configuratie van de gekozen autoriteit opent.',
      ),
      why: text(
        'A mistyped tenant fails only at a customer’s.',
        'Een typefout in de tenant valt pas bij een klant op.',
      ),
      how: text('Hand in the configuration’s address.', 'Lever het adres van de configuratie in.'),
    },
    {
      name: 'consent-address',
      number: '2.34',
      // Whether the redirect is registered is not to be seen from outside.
      proof: byAddress({ pages: 1, form: 'consent-address', signIn: 'ignored', settles: 'failures' }, 180),
      minutes: 10,
      when: { kinds: ['isv'] },
      after: ['2.redirect-present'],
      title: text('The admin consent address is right', 'Het adres voor beheerderstoestemming klopt'),
      what: text(
        'It names a tenant other than “common”, a registered redirect and the scopes.',
        'Het noemt een andere tenant dan “common”, een geregistreerde omleiding en de bereiken.',
      ),
      why: text(
        'Administrators open it once for the whole organisation.',
        'Beheerders openen het één keer voor de hele organisatie.',
      ),
      how: text('Hand in the address.', 'Lever het adres in.'),
    },
    {
      name: 'service-principals',
      number: '2.35',
      proof: byRecord(180),
      minutes: 15,
      when: { kinds: ['isv'] },
      title: text('Both services exist in the customer’s tenant', 'Beide services bestaan in de klanttenant'),
      what: text(
        'Service principals of your application and of Flow are there.',
        'Service-principals van uw toepassing en van Flow zijn er.',
      ),
      why: text('Consent cannot be given to what is not there.', 'Toestemming is niet te geven aan wat er niet is.'),
      how: text('Hand in the query’s result.', 'Lever het resultaat van de query in.'),
    },
    {
      name: 'grants-cover-scopes',
      number: '2.36',
      proof: byRecord(180),
      minutes: 15,
      after: ['2.consent-address'],
      title: text('Consent covers every scope', 'De toestemming dekt elk bereik'),
      what: text(
        'The recorded grants include all scopes you ask for.',
        'De vastgelegde toestemmingen bevatten alle bereiken die u vraagt.',
      ),
      why: text(
        'A missing grant shows as an error in the widget.',
        'Een ontbrekende toestemming verschijnt als fout in de widget.',
      ),
      how: text('Hand in the list of grants.', 'Lever de lijst met toestemmingen in.'),
    },
    {
      name: 'conditional-access',
      number: '2.38',
      proof: byAnything(365),
      minutes: 60,
      title: text('Conditional access and MFA were tried', 'Voorwaardelijke toegang en MFA zijn geprobeerd'),
      what: text(
        'Sign-in works for users whom a policy asks for more.',
        'Aanmelding werkt voor gebruikers van wie beleid meer vraagt.',
      ),
      why: text('Most customers have such a policy.', 'De meeste klanten hebben zulk beleid.'),
      how: text('Describe the policy and what happened.', 'Beschrijf het beleid en wat er gebeurde.'),
    },
    {
      name: 'only-entra',
      number: '2.39',
      proof: byAnything(),
      minutes: 10,
      title: text('Only Entra signs in for Flow calls', 'Alleen Entra meldt aan voor Flow-aanroepen'),
      what: text(
        'No other identity provider is used for calls to Power Automate.',
        'Geen andere identiteitsprovider wordt gebruikt voor aanroepen van Power Automate.',
      ),
      why: text('Other providers are not supported.', 'Andere providers worden niet ondersteund.'),
      how: text('State which library gets the token.', 'Meld welke bibliotheek het token haalt.'),
    },
    {
      name: 'second-tenant',
      number: '2.40',
      required: true,
      proof: byAnything(365),
      minutes: 45,
      when: { kinds: ['isv'] },
      after: ['2.sample-token'],
      title: text('A user of a second tenant signed in', 'Een gebruiker van een tweede tenant heeft zich aangemeld'),
      what: text(
        'Somebody outside your own directory went through sign-in and consent.',
        'Iemand buiten uw eigen directory doorliep aanmelding en toestemming.',
      ),
      why: text('Most mistakes show only in another tenant.', 'De meeste fouten blijken pas in een andere tenant.'),
      how: text('Hand in a recording or the sign-in log.', 'Lever een opname of het aanmeldlogboek in.'),
    },
  ],
)
