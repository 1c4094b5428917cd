import type { ItemDefinition } from '../item.ts'
import type { StepId } from '../vocabulary.ts'
import { behaviourItems } from './step-1/behaviour.ts'
import { connectionsItems as connectionsItemsOfStep1 } from './step-1/connections.ts'
import { definitionItems } from './step-1/definition.ts'
import { filesItems } from './step-1/files.ts'
import { operationsItems } from './step-1/operations.ts'
import { presentationItems } from './step-1/presentation.ts'
import { routeItems } from './step-1/route.ts'
import { consentItems } from './step-2/consent.ts'
import { permissionsItems } from './step-2/permissions.ts'
import { redirectsItems } from './step-2/redirects.ts'
import { registrationItems } from './step-2/registration.ts'
import { tokensItems as tokensItemsOfStep2 } from './step-2/tokens.ts'
import { trustItems } from './step-2/trust.ts'
import { eventsItems } from './step-3/events.ts'
import { galleryItems } from './step-3/gallery.ts'
import { loadingItems } from './step-3/loading.ts'
import { pageItems } from './step-3/page.ts'
import { proofItems } from './step-3/proof.ts'
import { tokensItems as tokensItemsOfStep3 } from './step-3/tokens.ts'
import { widgetItems } from './step-3/widget.ts'
import { connectorsItems } from './step-4/connectors.ts'
import { flowItems } from './step-4/flow.ts'
import { packageItems as packageItemsOfStep4 } from './step-4/package.ts'
import { privacyItems } from './step-4/privacy.ts'
import { publicationItems as publicationItemsOfStep4 } from './step-4/publication.ts'
import { submissionItems } from './step-4/submission.ts'
import { trialItems } from './step-4/trial.ts'
import { connectionsItems as connectionsItemsOfStep5 } from './step-5/connections.ts'
import { contentItems } from './step-5/content.ts'
import { repetitionItems } from './step-5/repetition.ts'
import { resultItems } from './step-5/result.ts'
import { targetItems } from './step-5/target.ts'
import { assignmentItems } from './step-6/assignment.ts'
import { holdingItems } from './step-6/holding.ts'
import { needItems } from './step-6/need.ts'
import { orderItems } from './step-6/order.ts'
import { partnerItems } from './step-6/partner.ts'
import { robustnessItems } from './step-6/robustness.ts'
import { accessItems } from './step-7/access.ts'
import { linksItems } from './step-7/links.ts'
import { mediaItems } from './step-7/media.ts'
import { offerItems } from './step-7/offer.ts'
import { packageItems as packageItemsOfStep7 } from './step-7/package.ts'
import { publicationItems as publicationItemsOfStep7 } from './step-7/publication.ts'
import { textsItems } from './step-7/texts.ts'

/** The items of each step, group after group. */
export const stepItems: Readonly<Record<StepId, readonly ItemDefinition[]>> = {
  1: [
    ...definitionItems,
    ...operationsItems,
    ...behaviourItems,
    ...connectionsItemsOfStep1,
    ...presentationItems,
    ...filesItems,
    ...routeItems,
  ],
  2: [
    ...registrationItems,
    ...redirectsItems,
    ...permissionsItems,
    ...tokensItemsOfStep2,
    ...trustItems,
    ...consentItems,
  ],
  3: [
    ...loadingItems,
    ...widgetItems,
    ...eventsItems,
    ...tokensItemsOfStep3,
    ...pageItems,
    ...galleryItems,
    ...proofItems,
  ],
  4: [
    ...packageItemsOfStep4,
    ...flowItems,
    ...privacyItems,
    ...connectorsItems,
    ...trialItems,
    ...submissionItems,
    ...publicationItemsOfStep4,
  ],
  5: [...targetItems, ...contentItems, ...connectionsItemsOfStep5, ...resultItems, ...repetitionItems],
  6: [...holdingItems, ...needItems, ...partnerItems, ...orderItems, ...assignmentItems, ...robustnessItems],
  7: [
    ...offerItems,
    ...textsItems,
    ...mediaItems,
    ...linksItems,
    ...packageItemsOfStep7,
    ...accessItems,
    ...publicationItemsOfStep7,
  ],
}
