import type { DraftFinding } from '@sevenstep/findings'
import { type MendedText, mendText } from '@sevenstep/rule-engine'
import { readAppRegistration } from '../registration/read-app-registration.ts'
import { type CheckOptions, checkAppRegistration } from './check-app-registration.ts'

/** How a manifest is mended; the rest is as in its check. */
export interface MendOptions extends Omit<CheckOptions, 'withEdits' | 'now'> {
  /** Findings to mend; all but notes unless given. */
  readonly isWorthMending?: (finding: DraftFinding) => boolean
}

/**
 * A manifest with the mends made that keep the meaning and invent nothing; nothing when there is none to make. Never
 * throws.
 */
export function mendAppRegistration(path: string, text: string, options: MendOptions = {}): MendedText | undefined {
  const { isWorthMending = isNoNote, ...checking } = options
  return mendText(path, text, {
    check: (current) =>
      checkAppRegistration(readAppRegistration(path, current), { ...checking, withEdits: 'automatic' }).subject
        .findings,
    isWorthMending,
  })
}

function isNoNote({ severity }: DraftFinding): boolean {
  return severity !== 'info'
}
