import type { ItemDefinition } from '../../item.ts'
import type { ProbeRule } from '../../probe/probe-rule.ts'
import { text } from '../../text.ts'
import { byAddress, byAnything, byFile, byRoom, defineItems } from '../define-items.ts'

const landingPage: ProbeRule = {
  pages: 1,
  signIn: 'expected',
  rules: { room: 'listing-checks', families: ['landing-page-answers'] },
  settles: 'everything',
}

/** Step 7: access. */
export const accessItems: readonly ItemDefinition[] = defineItems(
  {
    step: 7,
    group: 'access',
    citation: {
      source: 'Leads, landing page and trial',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/partner-center/marketplace-offers/azure-ad-free-or-trial-landing-page',
      dated: '2024-10-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'leads-arrive',
      number: '7.26',
      required: true,
      proof: byRoom('listing-checks', ['lead-destination', 'lead-settings', 'lead-arrives'], byAnything(180)),
      minutes: 20,
      title: text('Leads arrive', 'Leads komen aan'),
      what: text(
        'A destination is set and a test lead reached it.',
        'Een bestemming is ingesteld en een testlead kwam aan.',
      ),
      why: text('Leads are why you list.', 'Om leads is het u te doen.'),
      how: text('Hand in a screenshot of the test lead.', 'Lever een schermafbeelding van de testlead in.'),
    },
    {
      name: 'landing-page-sign-in',
      number: '7.27',
      required: true,
      proof: byRoom(
        'listing-checks',
        ['landing-page-address', 'landing-page-answers', 'landing-page-sign-in', 'technical-ids'],
        byAddress(landingPage, 90),
      ),
      minutes: 30,
      after: ['2.landing-page-scopes'],
      title: text('The landing page signs in with Entra', 'De landingspagina meldt aan met Entra'),
      what: text(
        'It opens round the clock and signs buyers in by Entra ID.',
        'Ze is dag en nacht open en meldt kopers aan met Entra ID.',
      ),
      why: text('Missing sign-in is a reason for refusal.', 'Ontbrekende aanmelding is een reden voor weigering.'),
      how: text('Hand in its address.', 'Lever het adres in.'),
    },
    {
      name: 'test-drive-valid',
      number: '7.34',
      proof: byRoom('listing-checks', ['test-drive-fields', 'test-drive-texts', 'test-drive-role'], byFile(365)),
      minutes: 60,
      editions: ['2018-02'],
      title: text('The test drive is set up', 'De proefversie is ingericht'),
      what: text(
        'Its fields are complete and a visitor can start it.',
        'De velden zijn volledig en een bezoeker kan haar starten.',
      ),
      why: text('In 2018 it was the core of a listing.', 'In 2018 was dit de kern van een vermelding.'),
      how: text('Hand in the settings and a recording.', 'Lever de instellingen en een opname in.'),
    },
    {
      name: 'test-drive-removed',
      number: '7.34',
      proof: byRoom('listing-checks', ['test-drive-removed'], byFile(365)),
      minutes: 15,
      editions: ['current'],
      title: text('The test drive is gone', 'De proefversie is verwijderd'),
      what: text(
        'The offer has none; a free trial takes its place.',
        'De aanbieding heeft er geen; een gratis proefperiode vervangt haar.',
      ),
      why: text('Microsoft has ended test drives.', 'Microsoft is met zulke proefversies gestopt.'),
      how: text('Hand in a screenshot of the offer.', 'Lever een schermafbeelding van de aanbieding in.'),
    },
  ],
)
