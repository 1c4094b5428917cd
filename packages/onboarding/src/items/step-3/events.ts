import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byFile, byRoom, defineItems } from '../define-items.ts'

/** Step 3: events. */
export const eventsItems: readonly ItemDefinition[] = defineItems(
  {
    step: 3,
    group: 'events',
    citation: {
      source: 'Integrate Power Automate with websites and apps: widget events',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-automate/developer/embed-flow-dev',
      dated: '2023-02-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'token-event-answered',
      number: '3.15',
      required: true,
      proof: byRoom('flow-embed', ['embed-token-listened', 'embed-token-answered', 'embed-token-shape'], byFile(180)),
      minutes: 15,
      after: ['3.sdk-constructed'],
      title: text('The token event is always answered', 'De tokengebeurtenis krijgt altijd antwoord'),
      what: text(
        'The handler of GET_ACCESS_TOKEN calls back on success and on failure.',
        'De handler van GET_ACCESS_TOKEN roept terug bij succes en bij een fout.',
      ),
      why: text('Without an answer the widget spins for ever.', 'Zonder antwoord blijft de widget draaien.'),
      how: text('Show the handler.', 'Toon de handler.'),
    },
    {
      name: 'listener-once',
      number: '3.16',
      required: true,
      proof: byRoom('flow-embed', ['embed-listen-once', 'embed-listen-at-once', 'embed-event-known'], byFile(180)),
      minutes: 10,
      after: ['3.token-event-answered'],
      title: text('The listener is registered once, in time', 'De luisteraar is één keer en op tijd geregistreerd'),
      what: text(
        'It is registered right after rendering and only once.',
        'Hij wordt direct na het weergeven en maar één keer geregistreerd.',
      ),
      why: text(
        'Late ones miss the event, double ones answer twice.',
        'Een late mist de gebeurtenis, een dubbele antwoordt twee keer.',
      ),
      how: text('Show where it is registered.', 'Toon waar hij wordt geregistreerd.'),
    },
    {
      name: 'ready-before-notify',
      number: '3.17',
      proof: byRoom('flow-embed', ['embed-notify-after-ready', 'embed-action-known', 'embed-action-data'], byFile(180)),
      minutes: 5,
      title: text('Messages wait until the widget is ready', 'Berichten wachten tot de widget gereed is'),
      what: text('Nothing is sent before WIDGET_READY.', 'Vóór WIDGET_READY wordt niets verstuurd.'),
      why: text('Earlier messages are lost.', 'Eerdere berichten gaan verloren.'),
      how: text('Show the order in the source.', 'Toon de volgorde in de broncode.'),
    },
    {
      name: 'failures-handled',
      number: '3.18',
      proof: byRoom('flow-embed', ['embed-failure-events'], byFile(180)),
      minutes: 20,
      title: text('Failures and closing are handled', 'Fouten en sluiten worden afgehandeld'),
      what: text(
        'FLOW_CREATION_FAILED, TEMPLATE_LOAD_FAILED and WIDGET_CLOSE lead somewhere.',
        'FLOW_CREATION_FAILED, TEMPLATE_LOAD_FAILED en WIDGET_CLOSE leiden ergens toe.',
      ),
      why: text('Users are otherwise left before a blank page.', 'Gebruikers zien anders een lege pagina.'),
      how: text('Show what the user sees in each case.', 'Toon wat de gebruiker in elk geval ziet.'),
    },
    {
      name: 'strings-known',
      number: '3.19',
      proof: byRoom('flow-embed', ['embed-text-key', 'embed-custom-flow-name'], byFile(180)),
      minutes: 10,
      title: text('Replaced texts have known keys', 'Vervangen teksten hebben bekende sleutels'),
      what: text(
        'Answers to GET_STRINGS use only keys the widget knows.',
        'Antwoorden op GET_STRINGS gebruiken alleen sleutels die de widget kent.',
      ),
      why: text('Unknown keys change nothing.', 'Onbekende sleutels veranderen niets.'),
      how: text('Hand in the keys you replace.', 'Lever de sleutels in die u vervangt.'),
    },
    {
      name: 'errors-and-disposal',
      number: '3.23',
      proof: byRoom('flow-embed', ['embed-error-handler', 'embed-dispose'], byFile(180)),
      minutes: 15,
      title: text('Errors are caught and widgets disposed of', 'Fouten worden opgevangen en widgets opgeruimd'),
      what: text(
        'The page uses the error handler and disposes of widgets it leaves.',
        'De pagina gebruikt de fouthandler en ruimt verlaten widgets op.',
      ),
      why: text(
        'Left widgets keep listening and asking for tokens.',
        'Achtergebleven widgets blijven luisteren en om tokens vragen.',
      ),
      how: text('Show both in the source.', 'Toon beide in de broncode.'),
    },
    {
      name: 'origins-checked',
      number: '3.38',
      proof: byRoom('flow-embed', ['message-origin'], byFile(180)),
      minutes: 10,
      title: text('Messages of strangers are ignored', 'Berichten van vreemden worden genegeerd'),
      what: text('No message handler accepts any origin.', 'Geen berichthandler aanvaardt elke herkomst.'),
      why: text('Any page could otherwise steer yours.', 'Anders kan elke pagina de uwe sturen.'),
      how: text('Show the check of the origin.', 'Toon de controle op de herkomst.'),
    },
  ],
)
