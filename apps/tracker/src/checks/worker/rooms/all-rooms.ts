import { appRegistrationRoom } from './app-registration.ts'
import { connectorRoom } from './connector.ts'
import { deploymentReportRoom } from './deployment-report.ts'
import { flowPackageRoom } from './flow-package.ts'
import { hostPageRoom } from './host-page.ts'
import { licencesRoom } from './licences.ts'
import { offerRoom } from './offer.ts'
import type { Room } from './room.ts'
import { templateSubmissionRoom } from './template-submission.ts'

/** Who judges what, in the order in which files are asked for; what one has taken the next does not see. */
export const allRooms: readonly Room[] = [
  connectorRoom,
  deploymentReportRoom,
  appRegistrationRoom,
  // What an offer names is judged with the offer, be it a package, a page or a list.
  offerRoom,
  flowPackageRoom,
  templateSubmissionRoom,
  hostPageRoom,
  licencesRoom,
]
