import type { Message, Severity } from '@sevenstep/findings'

/** A requirement on a deployment: its severity unless a place says otherwise, and its words. */
export interface DeploymentRule {
  readonly severity: Severity
  readonly title: string
  readonly message: Message
}
