import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byRecord, byRules, defineItems } from '../define-items.ts'

/** Step 1: connections. */
export const connectionsItems: readonly ItemDefinition[] = defineItems(
  {
    step: 1,
    group: 'connections',
    citation: {
      source: 'Authentication for custom connectors',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/connectors/custom-connectors/connection-parameters',
      dated: '2025-01-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'supported-sign-in',
      number: '1.6',
      required: true,
      proof: byRules('security-definitions', 'security-requirements', 'connection-matches-security'),
      minutes: 45,
      title: text('One supported way to sign in', 'Eén ondersteunde manier van aanmelden'),
      what: text(
        'OAuth 2.0, an API key, basic or none, told alike in both files.',
        'OAuth 2.0, een API-sleutel, basis of geen, in beide bestanden gelijk.',
      ),
      why: text(
        'Where the two files disagree, no connection can be made.',
        'Waar de twee bestanden verschillen, lukt geen enkele verbinding.',
      ),
      how: text('Bring definition and properties in line.', 'Breng definitie en eigenschappen in overeenstemming.'),
    },
    {
      name: 'connection-fields',
      number: '1.47',
      required: true,
      proof: byRules('connection-parameter', 'connection-sets', 'connection-secret'),
      minutes: 20,
      title: text('Connection fields are clear and safe', 'Verbindingsvelden zijn duidelijk en veilig'),
      what: text(
        'Each field has a name and a tooltip, and secrets are hidden.',
        'Elk veld heeft een naam en een tip, en geheimen blijven verborgen.',
      ),
      why: text('Users type passwords into these fields.', 'Gebruikers typen wachtwoorden in deze velden.'),
      how: text('Add the texts and mark secrets as such.', 'Voeg de teksten toe en markeer geheimen als zodanig.'),
    },
    {
      name: 'oauth-complete',
      number: '1.48',
      required: true,
      proof: byRules('oauth-parameters', 'oauth-settings'),
      minutes: 30,
      title: text('OAuth settings are complete', 'OAuth-instellingen zijn volledig'),
      what: text(
        'The identity provider, addresses and redirect mode are set, and no client secret is inside.',
        'De identiteitsprovider, adressen en omleidingsmodus zijn ingesteld, en er zit geen clientgeheim in.',
      ),
      why: text('One wrong address keeps every user out.', 'Eén verkeerd adres houdt elke gebruiker buiten.'),
      how: text('Fill in what the check finds missing.', 'Vul in wat volgens de controle ontbreekt.'),
    },
    {
      name: 'no-secrets',
      number: '1.11',
      required: true,
      proof: byRules('embedded-secret'),
      minutes: 15,
      title: text('No secrets in the files', 'Geen geheimen in de bestanden'),
      what: text(
        'Nothing in the files looks like a key, a password or a token.',
        'Niets in de bestanden lijkt op een sleutel, wachtwoord of token.',
      ),
      why: text('Whoever gets the files would have it.', 'Wie de bestanden krijgt, zou het hebben.'),
      how: text(
        'Remove it and replace it at its source: it counts as leaked.',
        'Verwijder het en vervang het bij de bron: het geldt als gelekt.',
      ),
    },
    {
      name: 'test-connection',
      number: '1.45',
      proof: byRules('test-connection'),
      minutes: 15,
      title: text('A connection can be tested', 'Een verbinding is te testen'),
      what: text(
        'A simple operation checks a new connection at once.',
        'Een eenvoudige bewerking controleert een nieuwe verbinding meteen.',
      ),
      why: text(
        'Users learn of a wrong key when they type it.',
        'Gebruikers merken een verkeerde sleutel zodra zij die typen.',
      ),
      how: text(
        'Name a read operation without required parameters.',
        'Noem een leesbewerking zonder verplichte parameters.',
      ),
    },
    {
      name: 'oauth-redirect-registered',
      number: '1.23',
      proof: byRecord(),
      minutes: 10,
      title: text('The redirect address is registered', 'Het omleidingsadres is geregistreerd'),
      what: text(
        'Your identity provider knows the redirect address of connectors.',
        'Uw identiteitsprovider kent het omleidingsadres van connectors.',
      ),
      why: text(
        'Sign-in ends with an error when the address is unknown.',
        'De aanmelding eindigt met een fout als het adres onbekend is.',
      ),
      how: text('Hand in a screenshot of the registration.', 'Lever een schermafbeelding van de registratie in.'),
    },
  ],
)
