import { text } from '../text.ts'
import type { Citation, Edition, PublisherType, Text } from '../vocabulary.ts'
import { sevenStepPage } from './citations.ts'

/** The way a connector takes to everybody. */
export interface CertificationRoute {
  readonly id: 'form' | 'partner-center' | 'open-repository'
  readonly text: Text
  readonly citation: Citation
}

const routes: Readonly<Record<CertificationRoute['id'], CertificationRoute>> = {
  form: {
    id: 'form',
    text: text(
      'To make it public you submit it by Microsoft’s certification form; help is at condevhelp@microsoft.com.',
      'Om hem openbaar te maken dient u hem in met het certificeringsformulier van Microsoft; hulp via condevhelp@microsoft.com.',
    ),
    citation: sevenStepPage('section 1, second bullet'),
  },
  'partner-center': {
    id: 'partner-center',
    text: text(
      'To make it public you submit it in Partner Center, as the owner of the service.',
      'Om hem openbaar te maken dient u hem als eigenaar van de service in via Partner Center.',
    ),
    citation: {
      source: 'Submit your connector for Microsoft certification',
      place: 'verified publisher',
      url: 'https://learn.microsoft.com/connectors/custom-connectors/submit-certification',
      dated: '2024-05-01',
      confidence: 'high',
    },
  },
  'open-repository': {
    id: 'open-repository',
    text: text(
      'To make it public you open a pull request in Microsoft’s repository and prove who you are; the service is not yours.',
      'Om hem openbaar te maken opent u een pull request in de opslagplaats van Microsoft en bewijst u wie u bent; de service is niet van u.',
    ),
    citation: {
      source: 'Independent publisher certification process',
      place: 'submission by pull request',
      url: 'https://learn.microsoft.com/connectors/custom-connectors/certification-submission-ip',
      dated: '2024-05-01',
      confidence: 'medium',
    },
  },
}

/** The route by who publishes; in 2018 there was one for all. */
export function certificationRoute(publisher: PublisherType, edition: Edition): CertificationRoute {
  if (edition === '2018-02') return routes.form
  return publisher === 'verified-publisher' ? routes['partner-center'] : routes['open-repository']
}

/** The route as a reason beside step 1. */
export function certificationReason({ publisher, edition }: { publisher: PublisherType; edition: Edition }): {
  readonly goal: 'connector-public'
  readonly rule: string
  readonly text: Text
  readonly citation: Citation
} {
  const route = certificationRoute(publisher, edition)
  return { goal: 'connector-public', rule: `certification-by-${route.id}`, text: route.text, citation: route.citation }
}
