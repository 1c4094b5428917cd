import type { Operation } from '@sevenstep/connector-schema'
import { callBacksOf } from './call-back.ts'

/**
 * True for an operation by which a flow subscribes to events: it hands over a call-back address, or it is a trigger
 * and the payload is described where it stands or on its path.
 */
export function isSubscription(operation: Operation): boolean {
  return isDescribedWebhook(operation) || callBacksOf(operation).length > 0
}

/** True for a trigger whose payload is described, on its path or (misplaced) in itself. */
export function isDescribedWebhook({ isTrigger, pathItem, node, method }: Operation): boolean {
  if (!isTrigger) return false
  if (node.member('x-ms-notification-content') !== undefined) return true
  return pathItem.notificationContent !== undefined && (method !== 'get' || pathItem.operations.length === 1)
}

/** True for a trigger the platform asks again and again for what is new. */
export function isPollingTrigger(operation: Operation): boolean {
  return operation.isTrigger && !isSubscription(operation)
}
