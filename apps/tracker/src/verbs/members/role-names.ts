import type { Text } from '@sevenstep/onboarding'
import type { Role } from '../../domain/roles.ts'
import { frameEn } from '../../texts/frame.en.ts'
import { frameNl } from '../../texts/frame.nl.ts'

const english = frameEn().roles
const dutch = frameNl().roles

/** A role as sentences of the record name it. */
export function roleName(role: Role): Text {
  return { en: english[role], nl: dutch[role] }
}
