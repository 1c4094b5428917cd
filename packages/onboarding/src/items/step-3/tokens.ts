import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byFile, byRecord, byRoom, defineItems } from '../define-items.ts'

/** Step 3: tokens. */
export const tokensItems: readonly ItemDefinition[] = defineItems(
  {
    step: 3,
    group: 'tokens',
    citation: {
      source: 'Integrate Power Automate with websites and apps: access tokens',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-automate/developer/embed-flow-dev',
      dated: '2023-02-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'token-fits',
      number: '3.20',
      required: true,
      proof: byRoom('flow-embed', ['token-fits', 'token-request'], byFile(180)),
      minutes: 15,
      after: ['2.sample-token', '2.widget-scopes'],
      title: text(
        'The token is a user’s, for the Flow service',
        'Het token is van een gebruiker, voor de Flow-service',
      ),
      what: text(
        'Audience, scopes and expiry fit, and a person stands behind it.',
        'Doelgroep, bereiken en geldigheid kloppen, en er staat een mens achter.',
      ),
      why: text(
        'A service principal’s token cannot drive a widget.',
        'Een token van een service-principal kan geen widget bedienen.',
      ),
      how: text(
        'Hand in the decoded claims, never the token itself.',
        'Lever de gedecodeerde claims in, nooit het token zelf.',
      ),
    },
    {
      name: 'token-refreshed',
      number: '3.21',
      proof: byRoom('flow-embed', ['embed-token-fresh'], byFile(180)),
      minutes: 15,
      after: ['3.token-fits'],
      title: text('The token is renewed in time', 'Het token wordt op tijd vernieuwd'),
      what: text(
        'A token about to expire is replaced before it is handed over.',
        'Een token dat bijna verloopt, wordt vervangen voordat het wordt doorgegeven.',
      ),
      why: text(
        'A stale one fails in the middle of a user’s work.',
        'Een verlopen token faalt midden in het werk van een gebruiker.',
      ),
      how: text('Show how you renew.', 'Toon hoe u vernieuwt.'),
    },
    {
      name: 'token-kept-safe',
      number: '3.22',
      required: true,
      proof: byRoom('flow-embed', ['embed-token-not-exposed', 'embed-no-token-in-code'], byFile(180)),
      minutes: 20,
      after: ['3.token-event-answered'],
      title: text('The token is kept nowhere it can leak', 'Het token staat nergens waar het kan lekken'),
      what: text(
        'It is not in addresses, local storage or logs.',
        'Het staat niet in adressen, lokale opslag of logboeken.',
      ),
      why: text('Whoever finds it acts as the user.', 'Wie het vindt, handelt als de gebruiker.'),
      how: text('Show where the token lives in your code.', 'Toon waar het token in uw code leeft.'),
    },
    {
      name: 'environment-exists',
      number: '3.35',
      proof: byRoom('flow-embed', ['embed-environment-id'], byRecord(180)),
      minutes: 10,
      title: text('The environment exists for the user', 'De omgeving bestaat voor de gebruiker'),
      what: text(
        'The environment id is one the user may use.',
        'De omgevings-id is er een die de gebruiker mag gebruiken.',
      ),
      why: text('In another the widget shows no flows.', 'In een andere toont de widget geen stromen.'),
      how: text(
        'Show how you choose it, such as the default one.',
        'Toon hoe u deze kiest, zoals de standaardomgeving.',
      ),
    },
  ],
)
