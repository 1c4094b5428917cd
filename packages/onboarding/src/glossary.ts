import { text } from './text.ts'
import type { Text } from './vocabulary.ts'

/** A name that changed, so that both find the same thing. */
export interface GlossaryEntry {
  readonly now: Text
  /** Earlier names, as the pages of 2017 and 2018 use them. */
  readonly before: readonly string[]
  readonly meaning: Text
}

/** Old and new names. */
export const glossary: readonly GlossaryEntry[] = [
  {
    now: text('Power Automate', 'Power Automate'),
    before: ['Microsoft Flow', 'Flow'],
    meaning: text('Microsoft’s service for automated flows.', 'De dienst van Microsoft voor geautomatiseerde stromen.'),
  },
  {
    now: text('Power Apps', 'Power Apps'),
    before: ['PowerApps'],
    meaning: text('Microsoft’s service for building apps.', 'De dienst van Microsoft om apps te bouwen.'),
  },
  {
    now: text('Microsoft Entra ID', 'Microsoft Entra ID'),
    before: ['Azure Active Directory', 'Azure AD', 'AAD'],
    meaning: text('The directory users sign in with.', 'De directory waarmee gebruikers zich aanmelden.'),
  },
  {
    now: text('Partner Center', 'Partnercentrum'),
    before: ['ISV Studio', 'Connector Certification Portal', 'Cloud Partner Portal'],
    meaning: text('Where partners submit offers and connectors.', 'Waar partners aanbiedingen en connectors indienen.'),
  },
  {
    now: text('certified connector', 'gecertificeerde connector'),
    before: ['API connector', 'API-connector'],
    meaning: text(
      'A connector that Microsoft reviewed and offers to everybody.',
      'Een connector die Microsoft heeft beoordeeld en aan iedereen aanbiedt.',
    ),
  },
  {
    now: text('Dataverse', 'Dataverse'),
    before: ['Common Data Service', 'CDS'],
    meaning: text('The data store solutions live in.', 'De gegevensopslag waarin oplossingen staan.'),
  },
  {
    now: text('Microsoft 365', 'Microsoft 365'),
    before: ['Office 365'],
    meaning: text(
      'The subscription whose licences include a small Power Automate plan.',
      'Het abonnement waarvan de licenties een klein Power Automate-plan bevatten.',
    ),
  },
  {
    now: text('Power Automate Premium', 'Power Automate Premium'),
    before: ['Flow Plan 1', 'Flow Plan 2', 'Power Automate per user'],
    meaning: text(
      'The licence for one user that covers premium and custom connectors.',
      'De licentie voor één gebruiker die premium en aangepaste connectors dekt.',
    ),
  },
  {
    now: text('Power Automate Process', 'Power Automate Process'),
    before: ['Power Automate per flow'],
    meaning: text('The licence for one flow, whoever runs it.', 'De licentie voor één stroom, wie die ook uitvoert.'),
  },
  {
    now: text('AppSource', 'AppSource'),
    before: ['Microsoft AppSource', 'commercial marketplace'],
    meaning: text(
      'Microsoft’s shop window for business applications.',
      'De etalage van Microsoft voor bedrijfstoepassingen.',
    ),
  },
  {
    now: text('Cloud Solution Provider programme', 'Cloud Solution Provider-programma'),
    before: ['CSP'],
    meaning: text(
      'The programme by which partners obtain licences for customers.',
      'Het programma waarmee partners licenties voor klanten regelen.',
    ),
  },
]
