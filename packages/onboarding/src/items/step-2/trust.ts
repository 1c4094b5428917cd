import type { ItemDefinition } from '../../item.ts'
import { publicPages } from '../../probe/probe-rule.ts'
import { text } from '../../text.ts'
import { byAddress, byManifest, defineItems } from '../define-items.ts'

/** Step 2: trust. */
export const trustItems: readonly ItemDefinition[] = defineItems(
  {
    step: 2,
    group: 'trust',
    citation: {
      source: 'Publisher verification',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/entra/identity-platform/publisher-verification-overview',
      dated: '2024-10-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'information-addresses',
      number: '2.28',
      proof: byAddress(publicPages(3, 'terms', 'privacy', 'support'), 180),
      minutes: 10,
      after: ['2.manifest-readable'],
      title: text('Terms, privacy and support addresses work', 'Adressen voor voorwaarden, privacy en hulp werken'),
      what: text(
        'The three addresses are set and open over https.',
        'De drie adressen zijn ingevuld en openen via https.',
      ),
      why: text(
        'They stand on the consent screen that users see.',
        'Ze staan op het toestemmingsscherm dat gebruikers zien.',
      ),
      how: text('Hand in the three links.', 'Lever de drie koppelingen in.'),
    },
    {
      name: 'publisher-domain',
      number: '2.29',
      proof: byManifest(['publisher-domain']),
      minutes: 10,
      after: ['2.manifest-readable'],
      title: text('The publisher domain is your own', 'Het uitgeversdomein is van u'),
      what: text(
        'publisherDomain does not end in onmicrosoft.com.',
        'publisherDomain eindigt niet op onmicrosoft.com.',
      ),
      why: text('Users see it beside your name.', 'Gebruikers zien het naast uw naam.'),
      how: text('Verify your domain and choose it.', 'Verifieer uw domein en kies het.'),
    },
    {
      name: 'publisher-verified',
      number: '2.30',
      proof: byManifest(['verified-publisher'], 365),
      minutes: 60,
      editions: ['current'],
      when: { kinds: ['isv'] },
      after: ['2.publisher-domain'],
      title: text('The publisher is verified', 'De uitgever is geverifieerd'),
      what: text('verifiedPublisher is present on the registration.', 'verifiedPublisher staat op de registratie.'),
      why: text(
        'Users of other tenants may otherwise be barred from consenting.',
        'Anders kunnen gebruikers van andere tenants vaak geen toestemming geven.',
      ),
      how: text('Link your partner id to the registration.', 'Koppel uw partner-id aan de registratie.'),
    },
  ],
)
