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
  4: [],
  5: [],
  6: [],
  7: [],
}
