import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byFile, byManifest, defineItems } from '../define-items.ts'

/** Step 2: tokens. */
export const tokensItems: readonly ItemDefinition[] = defineItems(
  {
    step: 2,
    group: 'tokens',
    citation: {
      source: 'Access tokens in the Microsoft identity platform',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/entra/identity-platform/access-tokens',
      dated: '2024-10-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'token-version',
      number: '2.24',
      required: true,
      proof: byManifest(['token-version']),
      minutes: 5,
      after: ['2.manifest-readable'],
      title: text('Token version 2 beside personal accounts', 'Tokenversie 2 naast persoonlijke accounts'),
      what: text(
        'requestedAccessTokenVersion is 2 where personal accounts may sign in.',
        'requestedAccessTokenVersion is 2 waar persoonlijke accounts zich mogen aanmelden.',
      ),
      why: text('The registration cannot be saved otherwise.', 'Anders is de registratie niet op te slaan.'),
      how: text('Set it in the manifest.', 'Stel het in het manifest in.'),
    },
    {
      name: 'credentials-valid',
      number: '2.26',
      required: true,
      proof: byManifest(['credential-expiry', 'credential-secrets'], 60),
      minutes: 15,
      after: ['2.manifest-readable'],
      title: text('No credential has run out or soon will', 'Geen referentie is verlopen of verloopt binnenkort'),
      what: text(
        'Secrets and certificates are valid for more than 60 days.',
        'Geheimen en certificaten zijn langer dan 60 dagen geldig.',
      ),
      why: text(
        'The day one runs out, sign-in stops for everybody.',
        'Op de dag van verloop kan niemand zich meer aanmelden.',
      ),
      how: text('Show the end dates in the manifest.', 'Toon de einddatums in het manifest.'),
    },
    {
      name: 'certificate-preferred',
      number: '2.27',
      proof: byManifest(['credential-kind'], 365),
      minutes: 30,
      after: ['2.manifest-readable'],
      title: text('A certificate instead of a secret', 'Een certificaat in plaats van een geheim'),
      what: text(
        'The application proves itself by certificate or federated credential.',
        'De toepassing bewijst zich met een certificaat of federatieve referentie.',
      ),
      why: text(
        'A secret that is copied once is lost for good.',
        'Een geheim dat één keer is gekopieerd, is voorgoed kwijt.',
      ),
      how: text('Show keyCredentials in the manifest.', 'Toon keyCredentials in het manifest.'),
    },
    {
      name: 'sample-token',
      number: '2.37',
      required: true,
      proof: byFile(180),
      minutes: 20,
      after: ['2.manifest-readable'],
      title: text('A sample token has the expected claims', 'Een voorbeeldtoken heeft de verwachte claims'),
      what: text(
        'Audience, scopes, times and tenant are those the service expects.',
        'Doelgroep, bereiken, tijden en tenant zijn wat de service verwacht.',
      ),
      why: text(
        'A wrong audience is the most common reason for a 401.',
        'Een verkeerde doelgroep is de meest voorkomende oorzaak van een 401.',
      ),
      how: text(
        'Hand in the decoded claims, never the token itself.',
        'Lever de gedecodeerde claims in, nooit het token zelf.',
      ),
    },
    {
      name: 'logout-address',
      number: '2.31',
      proof: byManifest(['logout-url']),
      minutes: 5,
      after: ['2.manifest-readable'],
      title: text('The sign-out address uses https', 'Het afmeldadres gebruikt https'),
      what: text('logoutUrl is set and https.', 'logoutUrl is ingevuld en https.'),
      why: text(
        'Single sign-out reaches your application only there.',
        'Eenmalige afmelding bereikt uw toepassing alleen daar.',
      ),
      how: text('Fill it in.', 'Vul het in.'),
    },
  ],
)
