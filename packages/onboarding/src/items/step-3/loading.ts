import type { ItemDefinition } from '../../item.ts'
import type { ProbeRule } from '../../probe/probe-rule.ts'
import { text } from '../../text.ts'
import { byAddress, byFile, byRoom, defineItems } from '../define-items.ts'

const sdkScript: ProbeRule = {
  pages: 1,
  leadsTo: ['make.powerautomate.com', 'flow.microsoft.com'].map((host) => ({ host, path: 'msflowsdk' })),
  signIn: 'refused',
  rules: { room: 'flow-embed', families: ['sdk-answers'] },
  settles: 'everything',
}

/** Step 3: loading. */
export const loadingItems: readonly ItemDefinition[] = defineItems(
  {
    step: 3,
    group: 'loading',
    citation: {
      source: 'Integrate Power Automate with websites and apps',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-automate/developer/embed-flow-dev',
      dated: '2023-02-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'sdk-from-microsoft',
      number: '3.1',
      required: true,
      proof: byRoom('flow-embed', ['embed-sdk-from-microsoft', 'embed-sdk-no-integrity'], byFile(180)),
      minutes: 10,
      title: text('The SDK comes from Microsoft’s host', 'De SDK komt van de host van Microsoft'),
      what: text(
        'The page loads the widget SDK from Microsoft and bundles no copy.',
        'De pagina laadt de widget-SDK bij Microsoft en bundelt geen kopie.',
      ),
      why: text(
        'Copies broke when the service was updated.',
        'Kopieën werkten niet meer na een update van de service.',
      ),
      how: text('Hand in the page’s source.', 'Lever de broncode van de pagina in.'),
    },
    {
      name: 'sdk-current-address',
      number: '3.2',
      proof: byRoom('flow-embed', ['embed-sdk-current-host'], byFile(180)),
      minutes: 5,
      editions: ['current'],
      after: ['3.sdk-from-microsoft'],
      title: text('The script address is the current one', 'Het scriptadres is het huidige'),
      what: text('It points to make.powerautomate.com.', 'Het verwijst naar make.powerautomate.com.'),
      why: text('The old host only redirects.', 'De oude host stuurt alleen door.'),
      how: text('Replace the address in the script tag.', 'Vervang het adres in de scripttag.'),
    },
    {
      name: 'sdk-answers',
      number: '3.3',
      required: true,
      proof: byRoom('flow-embed', ['sdk-answers'], byAddress(sdkScript, 90)),
      minutes: 5,
      after: ['3.sdk-from-microsoft'],
      title: text('The script address answers', 'Het scriptadres antwoordt'),
      what: text('It returns JavaScript with status 200.', 'Het geeft JavaScript met status 200.'),
      why: text(
        'A blocked or mistyped address leaves an empty frame.',
        'Een geblokkeerd of verkeerd adres laat een leeg kader achter.',
      ),
      how: text('Hand in the address.', 'Lever het adres in.'),
    },
    {
      name: 'sdk-constructed',
      number: '3.4',
      required: true,
      proof: byRoom(
        'flow-embed',
        ['embed-sdk-options', 'embed-sdk-loaded', 'embed-sdk-before-use', 'embed-script-readable'],
        byFile(180),
      ),
      minutes: 15,
      title: text('The SDK is created with options', 'De SDK wordt met opties gemaakt'),
      what: text('new MsFlowSdk receives an options object.', 'new MsFlowSdk krijgt een optieobject.'),
      why: text('Without options it does not know its host.', 'Zonder opties kent hij zijn host niet.'),
      how: text('Show the call in the source.', 'Toon de aanroep in de broncode.'),
    },
    {
      name: 'host-name-known',
      number: '3.5',
      proof: byRoom('flow-embed', ['embed-host-name-given', 'embed-host-name-known'], byFile(180)),
      minutes: 5,
      after: ['3.sdk-constructed'],
      title: text('The host name fits the cloud', 'De hostnaam past bij de cloud'),
      what: text(
        'hostName is https and a known host of the customer’s cloud.',
        'hostName is https en een bekende host van de cloud van de klant.',
      ),
      why: text('National clouds have hosts of their own.', 'Nationale clouds hebben eigen hosts.'),
      how: text('Name the clouds your customers use.', 'Noem de clouds die uw klanten gebruiken.'),
    },
    {
      name: 'locale-known',
      number: '3.6',
      proof: byRoom('flow-embed', ['embed-locale-known'], byFile(180)),
      minutes: 5,
      after: ['3.sdk-constructed'],
      title: text('The locale is supported', 'De landinstelling wordt ondersteund'),
      what: text('locale is one of those the widget knows.', 'locale is er een die de widget kent.'),
      why: text('An unknown one falls back to English.', 'Bij een onbekende verschijnt Engels.'),
      how: text('Show how you choose it.', 'Toon hoe u deze kiest.'),
    },
  ],
)
