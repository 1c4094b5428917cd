import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byAnything, byRecord, byRoom, defineItems } from '../define-items.ts'

/** Step 6: partner. */
export const partnerItems: readonly ItemDefinition[] = defineItems(
  {
    step: 6,
    group: 'partner',
    citation: {
      source: 'Cloud Solution Provider programme',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/partner-center/csp-overview',
      dated: '2024-10-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'model-chosen',
      number: '6.13',
      required: true,
      proof: byAnything(365),
      minutes: 30,
      title: text('The CSP model is chosen', 'Het CSP-model is gekozen'),
      what: text(
        'Direct, through a provider, or customers buy elsewhere.',
        'Rechtstreeks, via een provider, of klanten kopen elders.',
      ),
      why: text('Each asks for other contracts.', 'Elk vraagt andere contracten.'),
      how: text('State the model and your reason.', 'Meld het model en uw reden.'),
    },
    {
      name: 'agreement-and-mfa',
      number: '6.14',
      required: true,
      proof: byAnything(365),
      minutes: 60,
      unneededOnce: '6.tier-covered',
      after: ['6.model-chosen'],
      title: text('Partner agreement signed, MFA on', 'Partnerovereenkomst getekend, MFA aan'),
      what: text(
        'The agreement is signed and every partner user signs in with MFA.',
        'De overeenkomst is getekend en elke partnergebruiker meldt zich aan met MFA.',
      ),
      why: text('Calls without MFA are refused.', 'Aanroepen zonder MFA worden geweigerd.'),
      how: text('Hand in the status page.', 'Lever de statuspagina in.'),
    },
    {
      name: 'relationship-exists',
      number: '6.15',
      required: true,
      proof: byRoom('licensing-checks', ['licence-partner-relationship'], byRecord(365)),
      minutes: 20,
      unneededOnce: '6.tier-covered',
      after: ['6.model-chosen'],
      title: text('The customer accepted the relationship', 'De klant heeft de relatie aanvaard'),
      what: text('The customer appears in your list of customers.', 'De klant staat in uw lijst met klanten.'),
      why: text('Only then can you order for them.', 'Pas dan kunt u voor die klant bestellen.'),
      how: text('Hand in the entry.', 'Lever de vermelding in.'),
    },
    {
      name: 'agreement-accepted',
      number: '6.16',
      required: true,
      proof: byRoom('licensing-checks', ['licence-customer-agreement'], byRecord(365)),
      minutes: 10,
      unneededOnce: '6.tier-covered',
      after: ['6.relationship-exists'],
      title: text('The customer accepted Microsoft’s agreement', 'De klant aanvaardde de overeenkomst van Microsoft'),
      what: text(
        'The customer agreement is recorded with name and date.',
        'De klantovereenkomst is vastgelegd met naam en datum.',
      ),
      why: text('Orders without it fail.', 'Bestellingen zonder mislukken.'),
      how: text('Hand in the record.', 'Lever de vastlegging in.'),
    },
  ],
)
