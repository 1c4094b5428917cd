import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byAnything, byRecord, byRoom, defineItems } from '../define-items.ts'

/** Step 6: assignment. */
export const assignmentItems: readonly ItemDefinition[] = defineItems(
  {
    step: 6,
    group: 'assignment',
    citation: {
      source: 'Assign licences in Microsoft Graph',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/graph/api/user-assignlicense',
      dated: '2024-10-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'usage-location',
      number: '6.23',
      required: true,
      proof: byRoom('licensing-checks', ['usage-location'], byRecord(180)),
      minutes: 10,
      title: text('Users have a usage location', 'Gebruikers hebben een gebruikslocatie'),
      what: text(
        'usageLocation is set for everybody who gets a licence.',
        'usageLocation is ingevuld voor iedereen die een licentie krijgt.',
      ),
      why: text('Assignment fails without it.', 'Zonder mislukt de toewijzing.'),
      how: text('Hand in the list.', 'Lever de lijst in.'),
    },
    {
      name: 'licence-assigned',
      number: '6.24',
      required: true,
      proof: byRoom('licensing-checks', ['assignment-sound'], byRecord(90)),
      minutes: 10,
      after: ['6.usage-location'],
      title: text('Licences are assigned without error', 'Licenties zijn zonder fout toegewezen'),
      what: text(
        'Each user’s assignment is active and shows no error.',
        'De toewijzing van elke gebruiker is actief en zonder fout.',
      ),
      why: text('An assignment with an error gives no rights.', 'Een toewijzing met een fout geeft geen rechten.'),
      how: text('Hand in the assignment states.', 'Lever de toewijzingsstatussen in.'),
    },
    {
      name: 'seats-left',
      number: '6.25',
      proof: byRoom('licensing-checks', ['licence-seats-left'], byRecord(90)),
      minutes: 5,
      after: ['6.subscriptions-read'],
      title: text('There are seats for everybody', 'Er zijn plaatsen voor iedereen'),
      what: text(
        'Free seats are at least as many as waiting users.',
        'Er zijn minstens zoveel vrije plaatsen als wachtende gebruikers.',
      ),
      why: text('The last user gets none otherwise.', 'Anders krijgt de laatste er geen.'),
      how: text('Hand in both numbers.', 'Lever beide aantallen in.'),
    },
    {
      name: 'process-allocated',
      number: '6.28',
      proof: byRoom('licensing-checks', ['licence-process-allocated'], byAnything(180)),
      minutes: 15,
      editions: ['current'],
      title: text('Process licences are allocated', 'Proceslicenties zijn toegewezen'),
      what: text(
        'Capacity for a process is given to its environment and flow.',
        'Capaciteit voor een proces is aan omgeving en stroom gegeven.',
      ),
      why: text('Bought but not allocated, it covers nothing.', 'Gekocht maar niet toegewezen dekt zij niets.'),
      how: text(
        'Hand in a screenshot, or say that you use none.',
        'Lever een schermafbeelding in, of meld dat u er geen gebruikt.',
      ),
    },
  ],
)
