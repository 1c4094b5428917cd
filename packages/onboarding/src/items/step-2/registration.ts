import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byFile, byManifest, defineItems } from '../define-items.ts'

/** Step 2: registration. */
export const registrationItems: readonly ItemDefinition[] = defineItems(
  {
    step: 2,
    group: 'registration',
    citation: {
      source: 'Application manifest reference',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/entra/identity-platform/reference-app-manifest',
      dated: '2024-10-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'manifest-readable',
      number: '2.1',
      required: true,
      proof: byManifest(['manifest-format', 'manifest-size'], 180),
      minutes: 10,
      title: text('The manifest is in a known format', 'Het manifest heeft een bekende vorm'),
      what: text(
        'The exported app registration reads as one of the known manifest formats.',
        'De geëxporteerde app-registratie is leesbaar als een van de bekende manifestvormen.',
      ),
      why: text('All other points of this step are read from it.', 'Alle andere punten van deze stap volgen eruit.'),
      how: text(
        'Export the manifest from the Entra admin centre and give it to the file check, or hand it in here.',
        'Exporteer het manifest uit het Entra-beheercentrum en geef het aan de bestandscontrole, of lever het hier in.',
      ),
    },
    {
      name: 'application-id',
      number: '2.2',
      required: true,
      proof: byManifest(['application-id']),
      minutes: 5,
      after: ['2.manifest-readable'],
      title: text('The application id is a GUID', 'De toepassings-id is een GUID'),
      what: text(
        'appId holds the id that Entra gave the application.',
        'appId bevat de id die Entra aan de toepassing gaf.',
      ),
      why: text(
        'Tokens and consent name the application by it.',
        'Tokens en toestemming noemen de toepassing bij deze id.',
      ),
      how: text('Show appId in the exported manifest.', 'Toon appId in het geëxporteerde manifest.'),
    },
    {
      name: 'audience-multi-tenant',
      number: '2.3',
      required: true,
      proof: byManifest(['sign-in-audience']),
      minutes: 10,
      when: { kinds: ['isv'] },
      after: ['2.manifest-readable'],
      title: text('Users of other tenants may sign in', 'Gebruikers van andere tenants mogen zich aanmelden'),
      what: text(
        'signInAudience covers more than your own directory.',
        'signInAudience omvat meer dan uw eigen directory.',
      ),
      why: text('Your customers live in tenants of their own.', 'Uw klanten hebben hun eigen tenants.'),
      how: text('Choose accounts in any organisational directory.', 'Kies accounts in elke organisatiedirectory.'),
    },
    {
      name: 'spa-platform',
      number: '2.13',
      proof: byFile(),
      minutes: 15,
      editions: ['current'],
      after: ['2.manifest-readable'],
      title: text('Browser apps use the SPA platform', 'Browser-apps gebruiken het SPA-platform'),
      what: text(
        'Redirect URIs of browser code stand under the single-page platform.',
        'Omleidings-URI’s van browsercode staan onder het platform voor één pagina.',
      ),
      why: text(
        'Only there does the code flow with PKCE work in a browser.',
        'Alleen daar werkt de codestroom met PKCE in een browser.',
      ),
      how: text('Move the addresses to the SPA platform.', 'Verplaats de adressen naar het SPA-platform.'),
    },
    {
      name: 'implicit-off',
      number: '2.14',
      proof: byManifest(['implicit-grant']),
      minutes: 10,
      editions: ['current'],
      after: ['2.manifest-readable'],
      title: text('Implicit tokens are off', 'Impliciete tokens staan uit'),
      what: text(
        'Neither access nor id tokens are issued implicitly.',
        'Toegangs- en id-tokens worden niet impliciet verleend.',
      ),
      why: text(
        'Tokens in addresses leak; Microsoft advises against it.',
        'Tokens in adressen lekken; Microsoft raadt dit af.',
      ),
      how: text('Clear both boxes and use the code flow.', 'Schakel beide vakjes uit en gebruik de codestroom.'),
    },
    {
      name: 'implicit-on-for-sample',
      number: '2.14',
      proof: byFile(),
      minutes: 10,
      editions: ['2018-02'],
      when: { anyGoal: [{ goal: 'embed-ui', is: 'yes' }] },
      after: ['2.manifest-readable'],
      title: text('Implicit tokens are on for the sample', 'Impliciete tokens staan aan voor het voorbeeld'),
      what: text(
        'Both tokens are issued implicitly when the sample’s flow is used.',
        'Beide tokens worden impliciet verleend als u de stroom van het voorbeeld gebruikt.',
      ),
      why: text('The sample of that time could not work otherwise.', 'Het voorbeeld uit die tijd werkt anders niet.'),
      how: text(
        'Show both settings in the manifest, or say that you use another flow.',
        'Toon beide instellingen in het manifest, of meld dat u een andere stroom gebruikt.',
      ),
    },
    {
      name: 'public-client-off',
      number: '2.32',
      proof: byManifest(['public-client']),
      minutes: 5,
      after: ['2.manifest-readable'],
      title: text('The public client fallback is off', 'De terugval op een openbare client staat uit'),
      what: text(
        'It is off unless a device without a browser signs in.',
        'Deze staat uit, tenzij een apparaat zonder browser zich aanmeldt.',
      ),
      why: text(
        'Left on, anybody can pose as your application.',
        'Staat hij aan, dan kan iedereen zich als uw toepassing voordoen.',
      ),
      how: text(
        'Switch it off, or name the device that needs it.',
        'Zet hem uit, of noem het apparaat dat hem nodig heeft.',
      ),
    },
    {
      name: 'no-claims-mapping',
      number: '2.25',
      required: true,
      proof: byManifest(['mapped-claims']),
      minutes: 5,
      after: ['2.manifest-readable'],
      title: text('Mapped claims are not accepted', 'Toegewezen claims worden niet aanvaard'),
      what: text(
        'acceptMappedClaims is not true in a multi-tenant application.',
        'acceptMappedClaims is niet waar in een toepassing voor meer tenants.',
      ),
      why: text(
        'Another tenant could write claims that you trust.',
        'Een andere tenant zou claims kunnen schrijven die u vertrouwt.',
      ),
      how: text('Set it to null or false.', 'Zet het op null of false.'),
    },
  ],
)
