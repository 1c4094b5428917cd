import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byAnything, byRecord, byReview, byRoom, defineItems } from '../define-items.ts'

/** Step 3: proof. */
export const proofItems: readonly ItemDefinition[] = defineItems(
  {
    step: 3,
    group: 'proof',
    citation: {
      source: 'Integrate Power Automate with websites and apps: trying it out',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-automate/developer/embed-flow-dev',
      dated: '2023-02-01',
      confidence: 'medium',
    },
  },
  [
    {
      name: 'widget-renders',
      number: '3.31',
      proof: byRoom('flow-embed', ['embed-widget-ready'], byRecord(180)),
      minutes: 20,
      after: ['3.token-event-answered'],
      title: text('The widget becomes ready in a browser', 'De widget wordt gereed in een browser'),
      what: text(
        'WIDGET_READY and WIDGET_RENDERED arrive on the real page.',
        'WIDGET_READY en WIDGET_RENDERED komen aan op de echte pagina.',
      ),
      why: text('Only this shows that all parts fit.', 'Alleen zo blijkt dat alle delen passen.'),
      how: text('Hand in a recording with the console open.', 'Lever een opname in met de console open.'),
    },
    {
      name: 'cookies-explained',
      number: '3.32',
      proof: byRoom('flow-embed', ['embed-cookie-guidance'], byRecord(180)),
      minutes: 30,
      after: ['3.widget-renders'],
      title: text('Blocked cookies are explained', 'Geblokkeerde cookies worden uitgelegd'),
      what: text(
        'It works with third-party cookies, and users learn what to do without.',
        'Het werkt met cookies van derden, en gebruikers lezen wat zij zonder moeten doen.',
      ),
      why: text('More and more browsers block them.', 'Steeds meer browsers blokkeren ze.'),
      how: text('Hand in a screenshot of the explanation.', 'Lever een schermafbeelding van de uitleg in.'),
    },
    {
      name: 'branding-visible',
      number: '3.33',
      owner: 'us',
      proof: byReview(),
      minutes: 5,
      after: ['3.widget-renders'],
      title: text('Microsoft’s branding stays visible', 'Het merk van Microsoft blijft zichtbaar'),
      what: text(
        'Nothing covers or removes the product’s name in the widget.',
        'Niets bedekt of verwijdert de productnaam in de widget.',
      ),
      why: text('The terms of embedding ask for it.', 'De voorwaarden voor insluiten vragen erom.'),
      how: text('Look at the recording of the widget.', 'Bekijk de opname van de widget.'),
    },
    {
      name: 'browsers-tried',
      number: '3.34',
      proof: byAnything(365),
      minutes: 60,
      after: ['3.widget-renders'],
      title: text('Four browsers were tried', 'Vier browsers zijn geprobeerd'),
      what: text(
        'Edge, Chrome, Firefox and Safari show the widget at work.',
        'Edge, Chrome, Firefox en Safari tonen de widget in bedrijf.',
      ),
      why: text('Each treats frames and cookies its own way.', 'Elk gaat anders om met kaders en cookies.'),
      how: text('Hand in a screenshot of each.', 'Lever van elke browser een schermafbeelding in.'),
    },
    {
      name: 'localisation-reviewed',
      number: '3.36',
      proof: byAnything(365),
      minutes: 30,
      title: text('Translations were read by a speaker', 'Vertalingen zijn door een spreker gelezen'),
      what: text(
        'Your texts around the widget fit its language.',
        'Uw teksten rond de widget passen bij de taal ervan.',
      ),
      why: text('Half-translated pages look broken.', 'Half vertaalde pagina’s lijken kapot.'),
      how: text('Name the languages and who read them.', 'Noem de talen en wie ze las.'),
    },
  ],
)
