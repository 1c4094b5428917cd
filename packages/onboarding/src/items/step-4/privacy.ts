import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byFile, byRoom, defineItems } from '../define-items.ts'

/** Step 4: privacy. */
export const privacyItems: readonly ItemDefinition[] = defineItems(
  {
    step: 4,
    group: 'privacy',
    citation: {
      source: 'Publish your template: remove personal information',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-automate/publish-a-template',
      dated: '2025-03-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'no-personal-data',
      number: '4.9',
      required: true,
      proof: byRoom('flow-templates', ['personal-data', 'source-ids'], byFile(365)),
      minutes: 20,
      after: ['4.package-readable'],
      title: text('No personal data is inside', 'Er zitten geen persoonsgegevens in'),
      what: text(
        'No mail addresses, names of connections, tenant or creator ids, or site addresses.',
        'Geen e-mailadressen, verbindingsnamen, tenant- of maker-id’s of siteadressen.',
      ),
      why: text('Everybody who opens the template would see them.', 'Iedereen die de sjabloon opent, zou ze zien.'),
      how: text(
        'Search the definition and replace them by parameters.',
        'Doorzoek de definitie en vervang ze door parameters.',
      ),
    },
    {
      name: 'no-secrets-inside',
      number: '4.10',
      required: true,
      proof: byRoom('flow-templates', ['secrets'], byFile(365)),
      minutes: 15,
      after: ['4.package-readable'],
      title: text('No keys or signed addresses are inside', 'Er zitten geen sleutels of ondertekende adressen in'),
      what: text(
        'No inputs hold secrets, keys or signatures.',
        'Geen invoer bevat geheimen, sleutels of handtekeningen.',
      ),
      why: text('A published secret is a lost one.', 'Een gepubliceerd geheim is verloren.'),
      how: text(
        'Use connections or parameters and replace the secret.',
        'Gebruik verbindingen of parameters en vervang het geheim.',
      ),
    },
    {
      name: 'no-fixed-ids',
      number: '4.12',
      proof: byRoom('flow-templates', ['fixed-ids'], byFile(365)),
      minutes: 15,
      after: ['4.package-readable'],
      title: text('No ids that only your tenant has', 'Geen id’s die alleen uw tenant heeft'),
      what: text(
        'Lists, sites, teams and records are chosen by the user.',
        'Lijsten, sites, teams en records kiest de gebruiker.',
      ),
      why: text('A fixed id fails in every other tenant.', 'Een vaste id mislukt in elke andere tenant.'),
      how: text('Turn them into inputs of the template.', 'Maak er invoer van de sjabloon van.'),
    },
  ],
)
