import type { ItemDefinition } from '../../item.ts'
import { hostPage } from '../../probe/probe-rule.ts'
import { text } from '../../text.ts'
import { byAddress, byFile, byRoom, defineItems } from '../define-items.ts'

/** One by one, so that what a warning speaks against does not pass beside the others. */
const contentPolicy = ['embed-csp-script', 'embed-csp-frame', 'embed-csp-connect'] as const

/** Step 3: page. */
export const pageItems: readonly ItemDefinition[] = defineItems(
  {
    step: 3,
    group: 'page',
    citation: {
      source: 'Content security for pages that host widgets',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-automate/developer/embed-flow-dev',
      dated: '2023-02-01',
      confidence: 'medium',
    },
  },
  [
    {
      name: 'width-fitting',
      number: '3.24',
      proof: byRoom('flow-embed', ['embed-container-width'], byFile(180)),
      minutes: 10,
      title: text('The widget has room', 'De widget heeft ruimte'),
      what: text('Its width is between 320 and 1200 pixels.', 'De breedte ligt tussen 320 en 1200 pixels.'),
      why: text('Outside these it cannot be used well.', 'Daarbuiten is hij slecht te gebruiken.'),
      how: text('Show the smallest and the widest layout.', 'Toon de smalste en de breedste opmaak.'),
    },
    {
      name: 'frame-named',
      number: '3.25',
      proof: byRoom('flow-embed', ['embed-widget-title', 'embed-frame-title'], byFile(180)),
      minutes: 5,
      title: text('The frame has an accessible name', 'Het kader heeft een toegankelijke naam'),
      what: text(
        'The iframe has a title that says what it holds.',
        'Het iframe heeft een titel die zegt wat erin staat.',
      ),
      why: text('Screen readers announce it by this title.', 'Schermlezers noemen het bij deze titel.'),
      how: text('Show the title.', 'Toon de titel.'),
    },
    {
      name: 'headers-admit',
      number: '3.26',
      required: true,
      proof: byRoom('flow-embed', contentPolicy, byAddress(hostPage(...contentPolicy), 90)),
      minutes: 15,
      title: text('Security headers admit the widget', 'Beveiligingsheaders laten de widget toe'),
      what: text(
        'The content security policy allows Microsoft’s scripts, frames and calls.',
        'Het beveiligingsbeleid staat scripts, kaders en aanroepen van Microsoft toe.',
      ),
      why: text('Otherwise the browser blocks it for everybody.', 'Anders blokkeert de browser hem voor iedereen.'),
      how: text(
        'Hand in the page’s address; our server reads its headers.',
        'Lever het adres van de pagina in; onze server leest de headers.',
      ),
    },
    {
      name: 'isolation-compatible',
      number: '3.27',
      proof: byRoom(
        'flow-embed',
        ['embed-isolation', 'embed-frame-sandbox'],
        byAddress({ ...hostPage('embed-isolation'), alsoFails: ['embed-frame-sandbox'] }, 90),
      ),
      minutes: 10,
      title: text('Isolation does not shut the widget out', 'Isolatie sluit de widget niet buiten'),
      what: text('COEP, COOP and sandbox leave the frame working.', 'COEP, COOP en sandbox laten het kader werken.'),
      why: text('They cut the line between page and widget.', 'Ze verbreken de lijn tussen pagina en widget.'),
      how: text(
        'Hand in the page’s address; our server reads its headers.',
        'Lever het adres van de pagina in; onze server leest de headers.',
      ),
    },
    {
      name: 'page-secure',
      number: '3.28',
      proof: byRoom('flow-embed', ['page-https'], byAddress({ ...hostPage('page-https'), signIn: 'ignored' }, 90)),
      minutes: 5,
      title: text('The page itself is https', 'De pagina zelf is https'),
      what: text('The hosting page opens over https.', 'De pagina eromheen opent via https.'),
      why: text(
        'Browsers refuse mixed content and sign-in on http.',
        'Browsers weigeren gemengde inhoud en aanmelding op http.',
      ),
      how: text('Hand in its address.', 'Lever het adres in.'),
    },
  ],
)
