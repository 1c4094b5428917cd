import { connectorPage } from '../../decision/citations.ts'
import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byAnything, byRecord, defineItems } from '../define-items.ts'

/** Step 1: route. */
export const routeItems: readonly ItemDefinition[] = defineItems(
  {
    step: 1,
    group: 'route',
    citation: connectorPage('the requirement of this name'),
  },
  [
    {
      name: 'scenario-fits',
      number: '1.52',
      required: true,
      proof: byAnything(),
      minutes: 20,
      title: text('A user scenario fits', 'Een gebruikersscenario past'),
      what: text(
        'There is a scenario that suits Power Automate, Power Apps or Logic Apps.',
        'Er is een scenario dat past bij Power Automate, Power Apps of Logic Apps.',
      ),
      why: text(
        'Without one, Microsoft does not take a connector on.',
        'Zonder zo’n scenario neemt Microsoft een connector niet aan.',
      ),
      how: text(
        'Describe one task of one user, before and after.',
        'Beschrijf één taak van één gebruiker, voor en na.',
      ),
    },
    {
      name: 'stable-service',
      number: '1.53',
      required: true,
      proof: byAnything(),
      minutes: 10,
      title: text('The service is public and its API stable', 'De service is openbaar en de API stabiel'),
      what: text(
        'A publicly available service with stable REST APIs stands behind it.',
        'Er staat een openbare service met stabiele REST API’s achter.',
      ),
      why: text(
        'Flows run for years; an API that moves breaks them all.',
        'Stromen draaien jaren; een API die schuift, breekt ze allemaal.',
      ),
      how: text('State how you announce changes to the API.', 'Meld hoe u wijzigingen in de API aankondigt.'),
    },
    {
      name: 'runs-in-test',
      number: '1.13',
      proof: byRecord(180),
      minutes: 30,
      after: ['1.openapi-2'],
      title: text('The connector exists in a test environment', 'De connector staat in een testomgeving'),
      what: text('It was created from exactly these files.', 'Hij is gemaakt uit precies deze bestanden.'),
      why: text('Only there do import errors show.', 'Pas daar komen importfouten aan het licht.'),
      how: text(
        'Hand in a screenshot of the connector in the environment.',
        'Lever een schermafbeelding van de connector in de omgeving in.',
      ),
    },
    {
      name: 'operations-tested',
      number: '1.14',
      required: true,
      proof: byRecord(180),
      minutes: 120,
      after: ['1.openapi-2'],
      title: text('Every operation was tried', 'Elke bewerking is geprobeerd'),
      what: text(
        'Each operation ran at least once and succeeded.',
        'Elke bewerking is minstens één keer met succes uitgevoerd.',
      ),
      why: text(
        'An operation that nobody tried is a common reason for refusal.',
        'Een bewerking die niemand probeerde, is vaak een reden voor weigering.',
      ),
      how: text(
        'Hand in the test results, one line an operation.',
        'Lever de testresultaten in, één regel per bewerking.',
      ),
    },
    {
      name: 'rights-to-service',
      number: '1.15',
      required: true,
      proof: byAnything(),
      minutes: 15,
      when: { kinds: ['isv'] },
      title: text('You may offer the service', 'U mag de service aanbieden'),
      what: text(
        'You own the service or hold the rights to publish a connector.',
        'U bezit de service of hebt het recht een connector uit te brengen.',
      ),
      why: text('Microsoft asks for this before anything else.', 'Microsoft vraagt dit vóór al het andere.'),
      how: text('State your ownership or hand in the permission.', 'Verklaar uw eigendom of lever de toestemming in.'),
    },
    {
      name: 'identity-proved',
      number: '1.51',
      required: true,
      proof: byAnything(),
      minutes: 20,
      editions: ['current'],
      when: {
        kinds: ['isv'],
        publishers: ['independent-publisher'],
        anyGoal: [{ goal: 'connector-public', is: 'yes' }],
      },
      title: text(
        'The independent publisher proved who they are',
        'De onafhankelijke uitgever heeft zich gelegitimeerd',
      ),
      what: text('Microsoft’s identity check was passed.', 'De identiteitscontrole van Microsoft is doorstaan.'),
      why: text(
        'Without it the pull request is not looked at.',
        'Zonder die controle wordt de pull request niet bekeken.',
      ),
      how: text('Hand in the confirmation.', 'Lever de bevestiging in.'),
    },
    {
      name: 'template-ideas',
      number: '1.24',
      proof: byAnything(),
      minutes: 60,
      when: { kinds: ['isv'], anyGoal: [{ goal: 'connector-public', is: 'yes' }] },
      title: text('Some ten template ideas are listed', 'Zo’n tien ideeën voor sjablonen staan op papier'),
      what: text('A list of flows that use the connector.', 'Een lijst van stromen die de connector gebruiken.'),
      why: text('The certification form of 2018 asks for them.', 'Het certificeringsformulier van 2018 vraagt erom.'),
      how: text('Hand in one sentence for each idea.', 'Lever per idee één zin in.'),
    },
    {
      name: 'throttling-respected',
      number: '1.27',
      proof: byRecord(180),
      minutes: 30,
      title: text('Limits on requests are respected', 'Aanvraaglimieten worden nageleefd'),
      what: text(
        'The service copes with 500 requests a minute on one connection.',
        'De service kan 500 aanvragen per minuut op één verbinding aan.',
      ),
      why: text('Beyond that the platform slows flows down.', 'Daarboven remt het platform stromen af.'),
      how: text('Hand in a load test or your own limit.', 'Lever een belastingproef of uw eigen limiet in.'),
    },
    {
      name: 'submitted',
      number: '1.21',
      proof: byAnything(),
      minutes: 30,
      when: { kinds: ['isv'], anyGoal: [{ goal: 'connector-public', is: 'yes' }] },
      after: ['1.operations-tested'],
      title: text('The connector has been submitted', 'De connector is ingediend'),
      what: text(
        'There is a pull request, a form or an offer in Partner Center.',
        'Er is een pull request, een formulier of een aanbieding in Partnercentrum.',
      ),
      why: text('From then on Microsoft’s clock runs.', 'Vanaf dan loopt de klok van Microsoft.'),
      how: text('Hand in its link or number.', 'Lever de koppeling of het nummer in.'),
    },
    {
      name: 'certification-status',
      number: '1.28',
      owner: 'microsoft',
      proof: byAnything(365),
      minutes: 10,
      when: { kinds: ['isv'], anyGoal: [{ goal: 'connector-public', is: 'yes' }] },
      after: ['1.submitted'],
      title: text('Microsoft’s decision is known', 'Het besluit van Microsoft is bekend'),
      what: text('Microsoft has answered the submission.', 'Microsoft heeft op de indiening geantwoord.'),
      why: text(
        'Only Microsoft certifies; we record its answer.',
        'Alleen Microsoft certificeert; wij leggen het antwoord vast.',
      ),
      how: text('Hand in Microsoft’s report.', 'Lever het verslag van Microsoft in.'),
    },
    {
      name: 'reaches-customers',
      number: '1.29',
      proof: byAnything(365),
      minutes: 30,
      when: { kinds: ['isv'] },
      title: text('The connector reaches your customers', 'De connector bereikt uw klanten'),
      what: text(
        'It is deployed in a customer’s tenant, or public after Microsoft’s decision.',
        'Hij staat in de tenant van een klant, of is openbaar na het besluit van Microsoft.',
      ),
      why: text('Until then customers cannot use it.', 'Tot dan kunnen klanten hem niet gebruiken.'),
      how: text(
        'Hand in a link or a screenshot from a customer’s tenant.',
        'Lever een koppeling of schermafbeelding uit een klanttenant in.',
      ),
    },
    {
      name: 'functions-exported',
      number: '1.54',
      proof: byRecord(365),
      minutes: 30,
      when: { kinds: ['enterprise'] },
      title: text('Azure Functions are exported as a definition', 'Azure Functions zijn als definitie geëxporteerd'),
      what: text(
        'The function app’s OpenAPI 2.0 definition is the one in the connector.',
        'De OpenAPI 2.0-definitie van de functie-app is die in de connector.',
      ),
      why: text(
        'The connector holds a copy; a change needs a new export.',
        'De connector bevat een kopie; na een wijziging is een nieuwe export nodig.',
      ),
      how: text(
        'Hand in the date of the export, or say that you use none.',
        'Lever de exportdatum in, of meld dat u geen functies gebruikt.',
      ),
    },
  ],
)
