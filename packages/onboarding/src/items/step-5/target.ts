import { sevenStepPage } from '../../decision/citations.ts'
import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byAnything, byReport, defineItems } from '../define-items.ts'

/** Step 5: target. */
export const targetItems: readonly ItemDefinition[] = defineItems(
  {
    step: 5,
    group: 'target',
    citation: sevenStepPage('the requirement of this name'),
  },
  [
    {
      name: 'customer-tenant',
      number: '5.1',
      required: true,
      proof: byReport(['deployment-tenant'], ['file', 'link', 'statement'], 365),
      minutes: 10,
      title: text('The target is the customer’s own tenant', 'Het doel is de tenant van de klant zelf'),
      what: text(
        'Flows are deployed where their users sign in.',
        'Stromen komen daar waar hun gebruikers zich aanmelden.',
      ),
      why: text('A flow elsewhere cannot act for them.', 'Een stroom elders kan niet namens hen werken.'),
      how: text(
        'Name the test tenant and how it stands for a customer’s.',
        'Noem de testtenant en waarom die op een klanttenant lijkt.',
      ),
    },
    {
      name: 'token-rights',
      number: '5.4',
      required: true,
      proof: byReport(['deployment-rights'], ['file', 'link'], 180),
      minutes: 15,
      after: ['2.sample-token'],
      title: text('The token carries the rights to deploy', 'Het token heeft de rechten om te implementeren'),
      what: text(
        'It is meant for Dataverse or the Flow service and carries their scopes.',
        'Het is bestemd voor Dataverse of de Flow-service en bevat hun bereiken.',
      ),
      why: text('A token for another service is refused.', 'Een token voor een andere service wordt geweigerd.'),
      how: text(
        'Hand in the decoded claims, never the token itself.',
        'Lever de gedecodeerde claims in, nooit het token zelf.',
      ),
    },
    {
      name: 'environment-chosen',
      number: '5.5',
      proof: byReport(['deployment-environment'], ['file', 'link'], 180),
      minutes: 10,
      after: ['5.token-rights'],
      title: text('An environment is chosen', 'Een omgeving is gekozen'),
      what: text(
        'The list of environments can be read and one is chosen on purpose.',
        'De lijst met omgevingen is leesbaar en één is bewust gekozen.',
      ),
      why: text(
        'The default environment is full of other people’s work.',
        'De standaardomgeving staat vol met werk van anderen.',
      ),
      how: text('Show how the customer chooses.', 'Toon hoe de klant kiest.'),
    },
    {
      name: 'dataverse-present',
      number: '5.6',
      required: true,
      proof: byReport(['deployment-database'], ['file', 'link', 'statement'], 180),
      minutes: 10,
      editions: ['current'],
      after: ['5.token-rights'],
      title: text('The environment has Dataverse', 'De omgeving heeft Dataverse'),
      what: text(
        'A Dataverse database exists where solutions are deployed.',
        'Er is een Dataverse-database waar oplossingen worden geïmplementeerd.',
      ),
      why: text('Solutions cannot live without one.', 'Oplossingen kunnen niet zonder bestaan.'),
      how: text(
        'Hand in a screenshot, or say that you deploy packages.',
        'Lever een schermafbeelding in, of meld dat u pakketten implementeert.',
      ),
    },
    {
      name: 'admin-consented',
      number: '5.20',
      proof: byAnything(365),
      minutes: 10,
      after: ['2.consent-address'],
      title: text('The customer’s administrator consented', 'De beheerder van de klant gaf toestemming'),
      what: text('Consent was given in the customer’s tenant.', 'De toestemming is in de tenant van de klant gegeven.'),
      why: text('Without it the first call fails.', 'Zonder toestemming mislukt de eerste aanroep.'),
      how: text('Hand in the record of consent.', 'Lever de vastlegging van de toestemming in.'),
    },
    {
      name: 'policy-admits',
      number: '5.15',
      proof: byReport(['deployment-policy'], ['file', 'link'], 180),
      minutes: 15,
      title: text('Data policies admit the connectors', 'Gegevensbeleid laat de connectors toe'),
      what: text('The target’s data loss policy allows them together.', 'Het beleid van het doel staat ze samen toe.'),
      why: text('A blocked connector switches the flow off.', 'Een geblokkeerde connector zet de stroom uit.'),
      how: text('Hand in the policy’s groups.', 'Lever de groepen van het beleid in.'),
    },
    {
      name: 'owner-licensed',
      number: '5.16',
      proof: byReport(['deployment-licence'], ['file', 'link'], 180),
      minutes: 10,
      title: text('The owner’s licence suffices', 'De licentie van de eigenaar volstaat'),
      what: text(
        'The account that owns the flow holds a licence for its connectors.',
        'Het account dat de stroom bezit, heeft een licentie voor de connectors.',
      ),
      why: text('An unlicensed owner’s flow is switched off.', 'Een stroom van een eigenaar zonder licentie gaat uit.'),
      how: text('Hand in the owner’s licence details.', 'Lever de licentiegegevens van de eigenaar in.'),
    },
  ],
)
