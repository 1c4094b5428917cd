import { text } from './text.ts'
import type { StepId, Text } from './vocabulary.ts'

/** What a person is told about a step. */
export interface StepText {
  /** One word, for the strip and for plots. */
  readonly name: Text
  readonly title: Text
  /** What has to be true before the step is complete. */
  readonly gate: Text
  readonly reviewerLooksAt: Text
  readonly phase: 'development' | 'distribution'
  /** The step's number on Microsoft's page today, which counts eight. */
  readonly currentNumber: number
  /** Microsoft's page in each language. */
  readonly learnMore: Text
}

const page = (path: string): Text =>
  text(`https://learn.microsoft.com/en-us/${path}`, `https://learn.microsoft.com/nl-nl/${path}`)

/** The seven steps in words. */
export const stepTexts: Readonly<Record<StepId, StepText>> = {
  1: {
    name: text('Connector', 'Connector'),
    title: text('Build a custom connector for your data', 'Een aangepaste connector ontwikkelen voor uw gegevens'),
    gate: text(
      'The connector meets every requirement we check, works in a test environment and reaches your customers.',
      'De connector voldoet aan elke eis die wij controleren, werkt in een testomgeving en bereikt uw klanten.',
    ),
    reviewerLooksAt: text(
      'Whether every operation was tried, whether you may offer the service, and how customers get the connector.',
      'Of elke bewerking is geprobeerd, of u de service mag aanbieden en hoe klanten de connector krijgen.',
    ),
    phase: 'development',
    currentNumber: 1,
    learnMore: page('connectors/custom-connectors/'),
  },
  2: {
    name: text('Sign-in', 'Aanmelding'),
    title: text('Let users sign in with Microsoft Entra ID', 'Gebruikers laten aanmelden met Microsoft Entra ID'),
    gate: text(
      'A user of a second tenant signs in and gets a token that the Power Automate service accepts.',
      'Een gebruiker van een tweede tenant meldt zich aan en krijgt een token dat Power Automate aanvaardt.',
    ),
    reviewerLooksAt: text(
      'The app registration, the permissions it asks for, and the sign-in from another tenant.',
      'De app-registratie, de gevraagde machtigingen en de aanmelding vanuit een andere tenant.',
    ),
    phase: 'development',
    currentNumber: 2,
    learnMore: page('entra/identity-platform/'),
  },
  3: {
    name: text('Embedding', 'Insluiten'),
    title: text('Embed Power Automate in your application', 'Power Automate insluiten in uw toepassing'),
    gate: text(
      'The embedded widget loads, receives a user’s token and works in the browsers your customers use.',
      'De ingesloten widget laadt, krijgt een gebruikerstoken en werkt in de browsers van uw klanten.',
    ),
    reviewerLooksAt: text(
      'The page that hosts the widget, how it hands over tokens, and a recording of it at work.',
      'De pagina met de widget, hoe die tokens doorgeeft en een opname van het gebruik.',
    ),
    phase: 'development',
    currentNumber: 3,
    learnMore: page('power-automate/developer/embed-flow-dev'),
  },
  4: {
    name: text('Templates', 'Sjablonen'),
    title: text('Build and publish flow templates', 'Stroomsjablonen maken en publiceren'),
    gate: text(
      'A stranger can start from each template and gets a flow that runs.',
      'Een onbekende kan met elke sjabloon beginnen en krijgt een stroom die werkt.',
    ),
    reviewerLooksAt: text(
      'That the flow carries nothing of yours or of a customer, and that a second account could run it.',
      'Of de stroom niets van u of een klant bevat en of een tweede account die kon uitvoeren.',
    ),
    phase: 'development',
    currentNumber: 5,
    learnMore: page('power-automate/publish-a-template'),
  },
  5: {
    name: text('Deployment', 'Implementatie'),
    title: text('Deploy flows from your application', 'Stromen implementeren vanuit uw toepassing'),
    gate: text(
      'Your application puts flows into a customer’s tenant, again and again, and takes them out.',
      'Uw toepassing zet stromen in de tenant van een klant, telkens opnieuw, en haalt ze er weer uit.',
    ),
    reviewerLooksAt: text(
      'A deployment into a test tenant, repeated, updated and rolled back.',
      'Een implementatie in een testtenant: herhaald, bijgewerkt en teruggedraaid.',
    ),
    phase: 'development',
    currentNumber: 6,
    learnMore: page('power-automate/web-api'),
  },
  6: {
    name: text('Licences', 'Licenties'),
    title: text('License customers through the CSP programme', 'Klanten licenties verlenen via het CSP-programma'),
    gate: text(
      'Every user of a shipped flow holds a licence that covers it, on the account used to sign in.',
      'Elke gebruiker van een geleverde stroom heeft een passende licentie op het aanmeldaccount.',
    ),
    reviewerLooksAt: text(
      'What the flows need, what pilot customers hold, and how the gap is closed.',
      'Wat de stromen nodig hebben, wat proefklanten hebben en hoe het verschil wordt gedicht.',
    ),
    phase: 'distribution',
    currentNumber: 7,
    learnMore: page('partner-center/csp-overview'),
  },
  7: {
    name: text('AppSource', 'AppSource'),
    title: text('List your solution on AppSource', 'Uw oplossing vermelden op AppSource'),
    gate: text(
      'The offer is complete, its links work, leads arrive and the listing is live.',
      'De aanbieding is compleet, de koppelingen werken, leads komen aan en de vermelding staat online.',
    ),
    reviewerLooksAt: text(
      'The texts and pictures as a buyer sees them, and where leads go.',
      'De teksten en beelden zoals een koper ze ziet, en waar leads terechtkomen.',
    ),
    phase: 'distribution',
    currentNumber: 8,
    learnMore: page('partner-center/marketplace-offers/review-publish-offer'),
  },
}

/** The step that Microsoft's page has today between 3 and 5 and that is not tracked here. */
export const untrackedStep = {
  currentNumber: 4,
  title: text('Run desktop flows from your application', 'Bureaubladstromen starten vanuit uw toepassing'),
  learnMore: page('power-automate/developer/work-with-desktop-flows-using-code'),
} as const

/** A heading under which items of a step stand together. */
export interface StepGroup {
  readonly id: string
  readonly title: Text
}

/** The groups of each step in order; never more than seven. */
export const groups: Readonly<Record<StepId, readonly StepGroup[]>> = {
  1: [
    { id: 'definition', title: text('The definition', 'De definitie') },
    { id: 'operations', title: text('Operations and parameters', 'Bewerkingen en parameters') },
    { id: 'behaviour', title: text('Triggers, extensions and policies', 'Triggers, extensies en beleid') },
    { id: 'connections', title: text('Connections and secrets', 'Verbindingen en geheimen') },
    { id: 'presentation', title: text('How it presents itself', 'Hoe hij zich presenteert') },
    { id: 'files', title: text('Files and package', 'Bestanden en pakket') },
    { id: 'route', title: text('Tried, and on its way to customers', 'Beproefd, en onderweg naar klanten') },
  ],
  2: [
    { id: 'registration', title: text('The app registration', 'De app-registratie') },
    { id: 'redirects', title: text('Redirect URIs', 'Omleidings-URI’s') },
    { id: 'permissions', title: text('Permissions', 'Machtigingen') },
    { id: 'tokens', title: text('Tokens and credentials', 'Tokens en referenties') },
    { id: 'trust', title: text('Publisher and trust', 'Uitgever en vertrouwen') },
    { id: 'consent', title: text('Consent and sign-in', 'Toestemming en aanmelding') },
  ],
  3: [
    { id: 'loading', title: text('Loading the SDK', 'De SDK laden') },
    { id: 'widget', title: text('Widget settings', 'Widgetinstellingen') },
    { id: 'events', title: text('Events', 'Gebeurtenissen') },
    { id: 'tokens', title: text('Token handling', 'Omgaan met tokens') },
    { id: 'page', title: text('The hosting page', 'De pagina eromheen') },
    { id: 'gallery', title: text('Template gallery without sign-in', 'Sjablonengalerie zonder aanmelding') },
    { id: 'proof', title: text('Seen at work', 'In bedrijf gezien') },
  ],
  4: [
    { id: 'package', title: text('The package', 'Het pakket') },
    { id: 'flow', title: text('The flow itself', 'De stroom zelf') },
    { id: 'privacy', title: text('Nothing personal inside', 'Niets persoonlijks erin') },
    { id: 'connectors', title: text('Connectors', 'Gebruikte connectors') },
    { id: 'trial', title: text('Tried out', 'Uitgeprobeerd') },
    { id: 'submission', title: text('Submission', 'Indiening') },
    { id: 'publication', title: text('Publication', 'Publicatie') },
  ],
  5: [
    { id: 'target', title: text('Target tenant', 'Doeltenant') },
    { id: 'content', title: text('What is deployed', 'Wat wordt geïmplementeerd') },
    { id: 'connections', title: text('Connectors and connections', 'Connectors en verbindingen') },
    { id: 'result', title: text('The result', 'Het resultaat') },
    { id: 'repetition', title: text('Again, updated, undone', 'Herhaald, bijgewerkt, teruggedraaid') },
  ],
  6: [
    { id: 'holding', title: text('What customers hold', 'Wat klanten hebben') },
    { id: 'need', title: text('What your flows need', 'Wat uw stromen nodig hebben') },
    { id: 'partner', title: text('Being a CSP partner', 'CSP-partner zijn') },
    { id: 'order', title: text('Ordering', 'Bestellen') },
    { id: 'assignment', title: text('Assigning', 'Toewijzen') },
    { id: 'robustness', title: text('Safe and repeatable calls', 'Veilige en herhaalbare aanroepen') },
  ],
  7: [
    { id: 'offer', title: text('The offer', 'De aanbieding') },
    { id: 'texts', title: text('Texts', 'Teksten') },
    { id: 'media', title: text('Pictures and documents', 'Beelden en documenten') },
    { id: 'links', title: text('Links and contacts', 'Koppelingen en contactpersonen') },
    { id: 'package', title: text('The package', 'Het pakket') },
    { id: 'access', title: text('Leads, landing page and trial', 'Leads, landingspagina en proef') },
    { id: 'publication', title: text('Publication', 'Publicatie') },
  ],
}
