import { appRegistrationRoom } from './app-registration.ts'
import { deploymentReportRoom } from './deployment-report.ts'
import { flowPackageRoom } from './flow-package.ts'
import { hostPageRoom } from './host-page.ts'
import { licencesRoom } from './licences.ts'
import { offerRoom } from './offer.ts'
import type { Room } from './room.ts'

/** What is judged beside connectors, in the order in which files are asked what they are. */
export const allRooms: readonly Room[] = [
  deploymentReportRoom,
  appRegistrationRoom,
  // An offer's folder may hold packages, pages and lists; it is judged as the offer.
  offerRoom,
  flowPackageRoom,
  hostPageRoom,
  licencesRoom,
]
