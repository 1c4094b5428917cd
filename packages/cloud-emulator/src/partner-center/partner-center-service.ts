import type { EmulatedOperation } from '../operation/emulated-operation.ts'
import { cartAnswers } from './cart-answers.ts'
import { catalogueAnswers } from './catalogue-answers.ts'
import { customerAnswers } from './customer-answers.ts'
import { licenceAnswers } from './licence-answers.ts'
import { subscriptionAnswers } from './subscription-answers.ts'

/** Partner Center: what a partner of the Cloud Solution Provider programme sells to its customers. */
export const partnerCenterService: readonly EmulatedOperation[] = [
  ...customerAnswers,
  ...catalogueAnswers,
  ...cartAnswers,
  ...subscriptionAnswers,
  ...licenceAnswers,
]
