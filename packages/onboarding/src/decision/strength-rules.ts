import { text } from '../text.ts'
import type { Answer, Citation, Edition, GoalId, ProductKind, StepId, Strength, Text } from '../vocabulary.ts'
import { connectorPage, licencePage, ourReading, sevenStepPage } from './citations.ts'

/** One row of the decision table: what the answer to one goal asks of one step. */
export interface StrengthRule {
  readonly id: string
  readonly step: StepId
  readonly goal: GoalId
  /** What a yes asks. Don't know asks for the answer; a no asks nothing. */
  readonly whenYes: 'recommended' | 'required'
  readonly editions?: readonly Edition[]
  readonly kinds?: readonly ProductKind[]
  readonly yes: Text
  readonly no: Text
  readonly citation: Citation
}

const isvOnly: readonly ProductKind[] = ['isv']

/**
 * The decision table. A step is asked for as strongly as its strongest rule.
 *
 * A yes never asks less than a don't know, and that never less than a no, so one more yes can only raise a step.
 * Step 4: the Dutch page says templates *must* be published once there is a connector; the English source of the same
 * date says *should*, so a connector alone makes the step recommended.
 */
export const strengthRules: readonly StrengthRule[] = [
  {
    id: 'connector-for-data',
    step: 1,
    goal: 'expose-data',
    whenYes: 'required',
    yes: text(
      'Your data has to be reachable from Power Automate and Power Apps; a custom connector does that.',
      'Uw gegevens moeten bereikbaar zijn vanuit Power Automate en Power Apps; dat doet een aangepaste connector.',
    ),
    no: text(
      'You do not make data of your own available to flows.',
      'U maakt geen eigen gegevens beschikbaar voor stromen.',
    ),
    citation: sevenStepPage('table, row 1'),
  },
  {
    id: 'connector-before-certification',
    step: 1,
    goal: 'connector-public',
    whenYes: 'required',
    kinds: isvOnly,
    yes: text(
      'A connector for everybody starts as a working custom connector, which is then submitted for certification.',
      'Een connector voor iedereen begint als werkende aangepaste connector, die u daarna indient voor certificering.',
    ),
    no: text('No public connector is wanted.', 'U wilt geen openbare connector.'),
    citation: connectorPage('sections “De connector maken” and “Indienen voor certificering”'),
  },
  {
    id: 'sign-in-for-embedding',
    step: 2,
    goal: 'embed-ui',
    whenYes: 'required',
    yes: text(
      'Embedded pages work only for users who sign in with Microsoft Entra ID.',
      'Ingesloten pagina’s werken alleen voor gebruikers die zich aanmelden met Microsoft Entra ID.',
    ),
    no: text('Nothing is embedded that needs a sign-in.', 'U sluit niets in waarvoor aanmelding nodig is.'),
    citation: sevenStepPage('table, row 2, and section 2'),
  },
  {
    id: 'sign-in-for-listing',
    step: 2,
    goal: 'list-appsource',
    whenYes: 'required',
    kinds: isvOnly,
    yes: text(
      'A listing on AppSource asks for sign-in with Microsoft Entra ID.',
      'Een vermelding op AppSource vraagt om aanmelding met Microsoft Entra ID.',
    ),
    no: text('No listing is wanted.', 'U wilt geen vermelding.'),
    citation: sevenStepPage('table, row 2'),
  },
  {
    id: 'sign-in-for-rest',
    step: 2,
    goal: 'auto-deploy',
    whenYes: 'required',
    yes: text(
      'Deploying flows calls REST APIs, and those accept only Microsoft Entra sign-in.',
      'Voor het implementeren van stromen roept u REST API’s aan, en die aanvaarden alleen aanmelding met Microsoft Entra.',
    ),
    no: text('No REST API is called to deploy flows.', 'U roept geen REST API’s aan om stromen te implementeren.'),
    citation: sevenStepPage('section 2, first sentence'),
  },
  {
    id: 'embedding',
    step: 3,
    goal: 'embed-ui',
    whenYes: 'required',
    yes: text(
      'Users create or manage flows inside your application.',
      'Gebruikers maken of beheren stromen binnen uw toepassing.',
    ),
    no: text(
      'Creating and managing flows stays outside your application.',
      'Stromen maken en beheren blijft buiten uw toepassing.',
    ),
    citation: sevenStepPage('table, row 3'),
  },
  {
    id: 'templates-for-flows',
    step: 4,
    goal: 'prebuilt-flows',
    whenYes: 'required',
    yes: text(
      'You build flows beforehand; templates are how customers get them.',
      'U bouwt vooraf stromen; klanten krijgen die als sjabloon.',
    ),
    no: text('No flows are built beforehand.', 'U bouwt geen stromen vooraf.'),
    citation: sevenStepPage('table, row 4'),
  },
  {
    id: 'templates-with-connector',
    step: 4,
    goal: 'expose-data',
    whenYes: 'recommended',
    yes: text(
      'Templates show what a connector is good for; Microsoft’s English page says you should publish some.',
      'Sjablonen laten zien waarvoor een connector dient; de Engelse pagina van Microsoft raadt ze aan.',
    ),
    no: text('There is no connector to show at work.', 'Er is geen connector om te laten zien.'),
    citation: sevenStepPage('section 4; “moet” in Dutch is “should” in the English source of the same date'),
  },
  {
    id: 'deployment',
    step: 5,
    goal: 'auto-deploy',
    whenYes: 'required',
    yes: text(
      'Your application puts pre-built flows into customers’ tenants by itself.',
      'Uw toepassing zet vooraf gemaakte stromen zelf in de tenants van klanten.',
    ),
    no: text('Nothing is deployed by your application.', 'Uw toepassing implementeert niets zelf.'),
    citation: sevenStepPage('table, row 5'),
  },
  {
    id: 'licences-missing',
    step: 6,
    goal: 'customers-lack-licences',
    whenYes: 'required',
    kinds: isvOnly,
    yes: text(
      'Customers without a licence need one on the account they sign in with; you obtain it through the CSP programme.',
      'Klanten zonder licentie hebben er een nodig op het account waarmee zij zich aanmelden; u regelt die via het CSP-programma.',
    ),
    no: text(
      'Your customers’ accounts already carry the licences they need.',
      'De accounts van uw klanten hebben de benodigde licenties al.',
    ),
    citation: sevenStepPage('table, row 6, and section 6'),
  },
  {
    id: 'licences-for-custom-connector',
    step: 6,
    goal: 'expose-data',
    whenYes: 'recommended',
    editions: ['current'],
    kinds: isvOnly,
    yes: text(
      'Office 365 and Dynamics 365 licences no longer cover a custom connector on their own; check what customers hold.',
      'Licenties voor Office 365 en Dynamics 365 dekken een aangepaste connector niet meer zonder meer; ga na wat klanten hebben.',
    ),
    no: text('No connector of yours makes flows premium.', 'Geen connector van u maakt stromen premium.'),
    citation: licencePage,
  },
  {
    id: 'listing-chosen',
    step: 7,
    goal: 'list-appsource',
    whenYes: 'required',
    kinds: isvOnly,
    yes: text(
      'You chose to list your solution; what the listing demands is then required.',
      'U kiest voor een vermelding; wat die vraagt, is dan verplicht.',
    ),
    no: text('You do not want a listing.', 'U wilt geen vermelding.'),
    citation: sevenStepPage('table, row 7'),
  },
  {
    id: 'listing-with-connector',
    step: 7,
    goal: 'expose-data',
    whenYes: 'recommended',
    kinds: isvOnly,
    yes: text(
      'With a connector there is something to list, and a listing makes it better known.',
      'Met een connector hebt u iets te vermelden, en een vermelding vergroot de bekendheid.',
    ),
    no: text('There is no connector to list.', 'Er is geen connector om te vermelden.'),
    citation: ourReading('table, row 7 recommends a listing; section 7 puts it after the integration'),
  },
  {
    id: 'listing-with-embedding',
    step: 7,
    goal: 'embed-ui',
    whenYes: 'recommended',
    kinds: isvOnly,
    yes: text(
      'An application with Power Automate inside is worth listing.',
      'Een toepassing met Power Automate erin is een vermelding waard.',
    ),
    no: text(
      'Power Automate is not embedded in anything to list.',
      'Power Automate zit in niets wat u kunt vermelden.',
    ),
    citation: ourReading('table, row 7 recommends a listing; section 7 puts it after the integration'),
  },
]

/** What an answer to a rule's goal asks of its step. */
export function asked(rule: StrengthRule, answer: Answer): Strength {
  if (answer === 'yes') return rule.whenYes
  return answer === 'unknown' ? 'needs-answer' : 'not-needed'
}
