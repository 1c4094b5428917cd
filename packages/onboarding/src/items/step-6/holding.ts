import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byRecord, byRoom, defineItems } from '../define-items.ts'

/** Step 6: holding. */
export const holdingItems: readonly ItemDefinition[] = defineItems(
  {
    step: 6,
    group: 'holding',
    citation: {
      source: 'Licences in Microsoft Graph',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/graph/api/subscribedsku-list',
      dated: '2024-10-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'subscriptions-read',
      number: '6.1',
      required: true,
      proof: byRoom('licensing-checks', ['licence-subscriptions-listed', 'licence-lists-agree'], byRecord(90)),
      minutes: 15,
      title: text('The customer’s subscriptions were read', 'De abonnementen van de klant zijn uitgelezen'),
      what: text(
        'subscribedSkus of a pilot customer shows what they hold.',
        'subscribedSkus van een proefklant toont wat die heeft.',
      ),
      why: text('Guessing leads to buying twice or too little.', 'Gokken leidt tot dubbel of te weinig kopen.'),
      how: text('Hand in the answer, which names nobody.', 'Lever het antwoord in; daarin wordt niemand genoemd.'),
    },
    {
      name: 'pilot-users-read',
      number: '6.2',
      required: true,
      proof: byRoom(
        'licensing-checks',
        ['licence-users-listed', 'licence-list-recognised', 'licence-list-readable', 'licence-product-by-id'],
        byRecord(90),
      ),
      minutes: 15,
      after: ['6.subscriptions-read'],
      title: text('Each pilot user’s licences are known', 'De licenties van elke proefgebruiker zijn bekend'),
      what: text(
        'licenseDetails was read for every pilot user.',
        'licenseDetails is voor elke proefgebruiker uitgelezen.',
      ),
      why: text('A tenant may hold seats that nobody was given.', 'Een tenant kan plaatsen hebben die niemand kreeg.'),
      how: text('Hand in the list.', 'Lever de lijst in.'),
    },
    {
      name: 'plan-active',
      number: '6.3',
      required: true,
      proof: byRoom('licensing-checks', ['plan-active'], byRecord(90)),
      minutes: 10,
      after: ['6.pilot-users-read'],
      title: text('The Power Automate plan is active', 'Het Power Automate-plan is actief'),
      what: text('Each user’s plan has the status Success.', 'Het plan van elke gebruiker heeft de status Success.'),
      why: text('Administrators often switch this plan off.', 'Beheerders zetten dit plan vaak uit.'),
      how: text('Show the status in the list.', 'Toon de status in de lijst.'),
    },
    {
      name: 'same-identity',
      number: '6.4',
      required: true,
      proof: byRoom('licensing-checks', ['same-identity', 'licence-owner-enabled'], byRecord(180)),
      minutes: 10,
      after: ['6.pilot-users-read'],
      title: text('The licence is on the sign-in account', 'De licentie staat op het aanmeldaccount'),
      what: text(
        'Users sign in with the account that holds the licence.',
        'Gebruikers melden zich aan met het account dat de licentie heeft.',
      ),
      why: text('A licence on another account does not count.', 'Een licentie op een ander account telt niet.'),
      how: text('Hand in sign-in name and licence side by side.', 'Lever aanmeldnaam en licentie naast elkaar in.'),
    },
    {
      name: 'trials-not-counted',
      number: '6.10',
      proof: byRoom('licensing-checks', ['licence-no-trial'], byRecord(90)),
      minutes: 10,
      after: ['6.subscriptions-read'],
      title: text('Free and trial plans are not counted', 'Gratis en proefplannen tellen niet mee'),
      what: text(
        'Production does not rest on free or trial licences.',
        'Productie steunt niet op gratis of proeflicenties.',
      ),
      why: text('They end, or cover too little.', 'Ze lopen af of dekken te weinig.'),
      how: text('Mark them in the list.', 'Markeer ze in de lijst.'),
    },
    {
      name: 'trial-ends-tracked',
      number: '6.11',
      proof: byRoom('licensing-checks', ['licence-trial-end'], byRecord(90)),
      minutes: 5,
      after: ['6.trials-not-counted'],
      title: text('The end of trials is tracked', 'Het einde van proefversies wordt gevolgd'),
      what: text(
        'For each trial in use the last day is known.',
        'Van elke gebruikte proefversie is de laatste dag bekend.',
      ),
      why: text('Flows stop on that day.', 'Op die dag stoppen stromen.'),
      how: text('Hand in the dates.', 'Lever de datums in.'),
    },
    {
      name: 'legacy-plans-flagged',
      number: '6.12',
      proof: byRoom('licensing-checks', ['licence-no-legacy-plan'], byRecord(180)),
      minutes: 10,
      editions: ['current'],
      after: ['6.subscriptions-read'],
      title: text('Plan 1 and Plan 2 are flagged', 'Plan 1 en Plan 2 zijn gemarkeerd'),
      what: text(
        'Old plans are known as no longer sold or renewed.',
        'Oude plannen staan bekend als niet meer verkocht of verlengd.',
      ),
      why: text('At renewal they have to be replaced.', 'Bij verlenging moeten ze worden vervangen.'),
      how: text('Name who holds them and until when.', 'Noem wie ze heeft en tot wanneer.'),
    },
  ],
)
