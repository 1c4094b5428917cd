import type { ItemDefinition } from '../../item.ts'
import { publicPages } from '../../probe/probe-rule.ts'
import { text } from '../../text.ts'
import { byAddress, byAnything, byFile, byRecord, bySubmission, defineItems } from '../define-items.ts'

/** Step 4: submission. */
export const submissionItems: readonly ItemDefinition[] = defineItems(
  {
    step: 4,
    group: 'submission',
    citation: {
      source: 'Publish your template: submit',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-automate/publish-a-template',
      dated: '2025-03-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'seller-account',
      number: '4.20',
      required: true,
      proof: bySubmission(['template-seller-enrolled'], byAnything(365)),
      minutes: 60,
      editions: ['current'],
      when: { kinds: ['isv'] },
      title: text('The seller account is vetted and enrolled', 'Het verkopersaccount is goedgekeurd en ingeschreven'),
      what: text(
        'Your Partner Center account belongs to the right programme.',
        'Uw account in Partnercentrum hoort bij het juiste programma.',
      ),
      why: text('Without it nothing can be submitted.', 'Zonder account kunt u niets indienen.'),
      how: text('Hand in a screenshot of the account’s status.', 'Lever een schermafbeelding van de accountstatus in.'),
    },
    {
      name: 'account-has-mail',
      number: '4.21',
      required: true,
      proof: bySubmission(['template-account-mail'], byAnything(365)),
      minutes: 5,
      editions: ['current'],
      when: { kinds: ['isv'] },
      title: text('The submitting account has a mail address', 'Het indienende account heeft een e-mailadres'),
      what: text(
        'The Entra account that submits has its mail attribute filled.',
        'Bij het Entra-account dat indient, is het e-mailkenmerk ingevuld.',
      ),
      why: text(
        'Without one the submission is refused automatically.',
        'Zonder e-mailadres wordt de indiening automatisch geweigerd.',
      ),
      how: text(
        'Hand in a screenshot of the account’s properties.',
        'Lever een schermafbeelding van de accounteigenschappen in.',
      ),
    },
    {
      name: 'address-valid',
      number: '4.22',
      required: true,
      proof: bySubmission(
        ['template-package-address', 'template-package-access', 'template-package-lasts'],
        byRecord(15),
      ),
      minutes: 10,
      editions: ['current'],
      when: { kinds: ['isv'] },
      after: ['4.package-readable'],
      title: text('The package’s address stays readable', 'Het adres van het pakket blijft leesbaar'),
      what: text(
        'The signed address opens for at least 15 more days.',
        'Het ondertekende adres werkt nog minstens 15 dagen.',
      ),
      why: text('It has to outlive the review.', 'Het moet de beoordeling overleven.'),
      how: text('Hand in the expiry date, without the signature.', 'Lever de vervaldatum in, zonder de handtekening.'),
    },
    {
      name: 'three-categories',
      number: '4.23',
      required: true,
      proof: bySubmission(['template-category-count'], byFile(365)),
      minutes: 5,
      when: { kinds: ['isv'] },
      title: text('At most three categories', 'Hoogstens drie categorieën'),
      what: text(
        'The template is filed under one to three categories.',
        'De sjabloon valt onder één tot drie categorieën.',
      ),
      why: text('More are refused.', 'Meer wordt geweigerd.'),
      how: text('Name them.', 'Noem ze.'),
    },
    {
      name: 'legal-links',
      number: '4.24',
      required: true,
      proof: bySubmission(
        ['template-links-https', 'template-links-answer'],
        byAddress(publicPages(2, 'privacy', 'support'), 180),
      ),
      minutes: 10,
      editions: ['current'],
      when: { kinds: ['isv'] },
      title: text('Licence terms, privacy and support links work', 'Links naar voorwaarden, privacy en hulp werken'),
      what: text(
        'All three open over https; the standard contract may replace the terms.',
        'Alle drie openen via https; het standaardcontract mag de voorwaarden vervangen.',
      ),
      why: text('The submission checks them.', 'De indiening controleert ze.'),
      how: text('Hand in the links.', 'Lever de koppelingen in.'),
    },
    {
      name: 'public-use',
      number: '4.29',
      proof: bySubmission(['template-for-everybody'], byAnything(365)),
      minutes: 5,
      when: { kinds: ['isv'] },
      title: text('Public use is accepted', 'Openbaar gebruik is aanvaard'),
      what: text(
        'You agree that everybody may use the template.',
        'U gaat akkoord dat iedereen de sjabloon mag gebruiken.',
      ),
      why: text('A private template is not shown in the gallery.', 'Een privésjabloon verschijnt niet in de galerie.'),
      how: text('State that you agree.', 'Verklaar dat u akkoord gaat.'),
    },
  ],
)
