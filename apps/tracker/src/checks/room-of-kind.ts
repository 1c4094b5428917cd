import type { RuleRoom } from '@sevenstep/onboarding'

/** What reports call the things they judge, and whose rules judge each. */
const rooms = {
  connector: 'certification-rules',
  'connector-archive': 'certification-rules',
  'certification-package': 'certification-rules',
  solution: 'certification-rules',
  file: 'certification-rules',
  'app registration': 'sign-in-checks',
  'host page': 'flow-embed',
  'flow package': 'flow-templates',
  'flow solution': 'flow-templates',
  'flow definition': 'flow-templates',
  'template submission': 'flow-templates',
  'deployment report': 'deployment-client',
  licences: 'licensing-checks',
  offer: 'listing-checks',
} as const satisfies Readonly<Record<string, RuleRoom>>

/** What a report calls something that it judges. */
export type SubjectKind = keyof typeof rooms

/** True for a kind that reports of today name. */
export function isSubjectKind(kind: string): kind is SubjectKind {
  return Object.hasOwn(rooms, kind)
}

/** Whose rules judge things of a kind; nothing for a kind that is no more. */
export function roomOfKind(kind: string): RuleRoom | undefined {
  return isSubjectKind(kind) ? rooms[kind] : undefined
}
