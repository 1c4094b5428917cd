import { text } from './text.ts'
import type { GoalId, Text } from './vocabulary.ts'

/** What is asked about a goal. */
export interface GoalQuestion {
  readonly question: Text
  /** One line: what a yes brings with it. */
  readonly implies: Text
  /** Helps somebody who does not know. */
  readonly help: Text
}

/** The seven questions, by goal. */
export const goalQuestions: Readonly<Record<GoalId, GoalQuestion>> = {
  'expose-data': {
    question: text('Should flows and apps reach your data?', 'Moeten stromen en apps bij uw gegevens kunnen?'),
    implies: text(
      'Yes asks for a custom connector and makes templates worthwhile.',
      'Ja vraagt om een aangepaste connector en maakt sjablonen zinvol.',
    ),
    help: text(
      'Think of what a customer would want to read, change or be told about. It needs stable REST APIs.',
      'Denk aan wat een klant wil lezen, wijzigen of gemeld krijgen. Daarvoor zijn stabiele REST API’s nodig.',
    ),
  },
  'connector-public': {
    question: text('Should everybody find your connector?', 'Moet iedereen uw connector kunnen vinden?'),
    implies: text(
      'Yes adds Microsoft’s certification to the connector.',
      'Ja voegt certificering door Microsoft toe aan de connector.',
    ),
    help: text(
      'With no, you deploy the connector in each customer’s tenant yourself.',
      'Bij nee implementeert u de connector zelf in de tenant van elke klant.',
    ),
  },
  'embed-ui': {
    question: text(
      'Should users create or manage flows inside your application?',
      'Moeten gebruikers stromen maken of beheren binnen uw toepassing?',
    ),
    implies: text(
      'Yes asks for Microsoft Entra sign-in and for embedding.',
      'Ja vraagt om aanmelding met Microsoft Entra en om insluiten.',
    ),
    help: text(
      'A bare gallery of templates needs no sign-in; everything else that is embedded does.',
      'Een galerie met alleen sjablonen vraagt geen aanmelding; al het andere dat u insluit wel.',
    ),
  },
  'prebuilt-flows': {
    question: text('Do you build flows for your customers beforehand?', 'Bouwt u vooraf stromen voor uw klanten?'),
    implies: text('Yes asks for templates.', 'Ja vraagt om sjablonen.'),
    help: text(
      'If support keeps explaining the same flow to customers, the answer is probably yes.',
      'Legt uw helpdesk klanten steeds dezelfde stroom uit, dan is het antwoord waarschijnlijk ja.',
    ),
  },
  'auto-deploy': {
    question: text(
      'Should your application deploy those flows by itself?',
      'Moet uw toepassing die stromen zelf implementeren?',
    ),
    implies: text(
      'Yes asks for deployment and for Microsoft Entra sign-in.',
      'Ja vraagt om implementatie en om aanmelding met Microsoft Entra.',
    ),
    help: text(
      'With no, customers start from a template and finish the flow themselves.',
      'Bij nee beginnen klanten met een sjabloon en maken zij de stroom zelf af.',
    ),
  },
  'customers-lack-licences': {
    question: text(
      'Do some customers lack a licence that covers your flows?',
      'Missen sommige klanten een licentie die uw stromen dekt?',
    ),
    implies: text(
      'Yes asks for licences through the Cloud Solution Provider programme.',
      'Ja vraagt om licenties via het Cloud Solution Provider-programma.',
    ),
    help: text(
      'Ask three customers which plan their users sign in with. A custom connector today needs more than Office 365 gives.',
      'Vraag drie klanten met welk plan hun gebruikers zich aanmelden. Een aangepaste connector vraagt nu meer dan Office 365 biedt.',
    ),
  },
  'list-appsource': {
    question: text('Do you want to be listed on AppSource?', 'Wilt u vermeld staan op AppSource?'),
    implies: text(
      'Yes asks for an offer and for Microsoft Entra sign-in.',
      'Ja vraagt om een aanbieding en om aanmelding met Microsoft Entra.',
    ),
    help: text(
      'A listing is never mandatory. It brings leads, and Microsoft recommends it once the integration works.',
      'Een vermelding is nooit verplicht. Ze levert leads op, en Microsoft raadt haar aan zodra de integratie werkt.',
    ),
  },
}
