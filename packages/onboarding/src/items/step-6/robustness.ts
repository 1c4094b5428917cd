import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byAnything, byRecord, defineItems } from '../define-items.ts'

/** Step 6: robustness. */
export const robustnessItems: readonly ItemDefinition[] = defineItems(
  {
    step: 6,
    group: 'robustness',
    citation: {
      source: 'Partner Center REST reference: reliability and security',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/partner-center/developer/',
      dated: '2021-10-01',
      confidence: 'medium',
    },
  },
  [
    {
      name: 'secrets-in-vault',
      number: '6.29',
      required: true,
      proof: byAnything(365),
      minutes: 30,
      title: text('Secrets are kept in a vault', 'Geheimen staan in een kluis'),
      what: text(
        'Refresh tokens and customers’ first passwords are in a vault, nowhere else.',
        'Vernieuwingstokens en eerste wachtwoorden van klanten staan in een kluis, nergens anders.',
      ),
      why: text('They open every customer’s tenant.', 'Ze openen de tenant van elke klant.'),
      how: text('Name the vault and who may read it.', 'Noem de kluis en wie erin mag lezen.'),
    },
    {
      name: 'retry-same-id',
      number: '6.32',
      proof: byRecord(365),
      minutes: 20,
      title: text('Retries repeat the request id', 'Herhalingen gebruiken dezelfde aanvraag-id'),
      what: text(
        'A repeated order call sends the same MS-RequestId.',
        'Een herhaalde bestelaanroep stuurt dezelfde MS-RequestId.',
      ),
      why: text('Otherwise the customer pays twice.', 'Anders betaalt de klant twee keer.'),
      how: text('Show the code or a log of it.', 'Toon de code of een logboek ervan.'),
    },
    {
      name: 'back-off',
      number: '6.33',
      proof: byRecord(365),
      minutes: 20,
      title: text('Being slowed down is answered by waiting', 'Op afremmen volgt wachten'),
      what: text('Answers 429 lead to growing pauses.', 'Antwoord 429 leidt tot langere pauzes.'),
      why: text('Hammering on gets a partner locked out.', 'Wie doorgaat, wordt buitengesloten.'),
      how: text('Show the code or a log of it.', 'Toon de code of een logboek ervan.'),
    },
  ],
)
