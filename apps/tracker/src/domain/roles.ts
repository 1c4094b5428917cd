/** What a person may be; the first five work for the programme, the last two for an ISV. */
export type Role =
  | 'partner-manager'
  | 'reviewer'
  | 'auditor'
  | 'admin'
  | 'read-only'
  | 'isv-admin'
  | 'isv-member'
  | 'isv-read-only'

/** Roles in an organisation (the partner programme). */
export const programmeRoles = ['partner-manager', 'reviewer', 'auditor', 'admin', 'read-only'] as const satisfies Role[]

/** Roles in one ISV. */
export const isvRoles = ['isv-admin', 'isv-member', 'isv-read-only'] as const satisfies Role[]

/** Every role there is. */
export const roles: readonly Role[] = [...programmeRoles, ...isvRoles]

/** Everything that somebody may be allowed to do. */
export type Action =
  | 'portfolio.read'
  | 'product.read'
  | 'isv.create'
  | 'isv.manage'
  | 'product.create'
  | 'targets.set'
  | 'goals.set'
  | 'goals.propose'
  | 'evidence.write'
  | 'checks.run'
  | 'review.submit'
  | 'review.decide'
  | 'waiver.request'
  | 'waiver.decide'
  | 'dispute.open'
  | 'dispute.decide'
  | 'submission.write'
  | 'comment.shared'
  | 'comment.internal'
  | 'comment.read-internal'
  | 'comment.moderate'
  | 'stuck.set'
  | 'members.manage-isv'
  | 'members.manage-programme'
  | 'tokens.manage'
  | 'export.read'
  | 'audit.read'

/**
 * Who may do what. An admin runs the service and judges nobody: running it and judging partners are separate powers.
 * Conditions that depend on the case (never one's own submission, never one's own waiver) are checked by the verbs.
 */
export const permissions: Readonly<Record<Role, readonly Action[]>> = {
  'partner-manager': [
    'portfolio.read',
    'product.read',
    'isv.create',
    'isv.manage',
    'product.create',
    'targets.set',
    'goals.propose',
    'waiver.request',
    'submission.write',
    'comment.shared',
    'comment.internal',
    'comment.read-internal',
    'comment.moderate',
    'stuck.set',
    'tokens.manage',
    'export.read',
    'audit.read',
  ],
  reviewer: [
    'portfolio.read',
    'product.read',
    'checks.run',
    'review.decide',
    'waiver.decide',
    'dispute.decide',
    'submission.write',
    'comment.shared',
    'comment.internal',
    'comment.read-internal',
    'comment.moderate',
    'export.read',
    'audit.read',
  ],
  auditor: ['portfolio.read', 'product.read', 'comment.read-internal', 'export.read', 'audit.read'],
  admin: [
    'portfolio.read',
    'isv.create',
    'isv.manage',
    'targets.set',
    'members.manage-isv',
    'members.manage-programme',
    'tokens.manage',
    'audit.read',
  ],
  'read-only': ['portfolio.read', 'product.read', 'comment.read-internal'],
  'isv-admin': [
    'product.read',
    'product.create',
    'goals.set',
    'goals.propose',
    'evidence.write',
    'checks.run',
    'review.submit',
    'waiver.request',
    'dispute.open',
    'submission.write',
    'comment.shared',
    'stuck.set',
    'members.manage-isv',
    'tokens.manage',
    'export.read',
    'audit.read',
  ],
  'isv-member': [
    'product.read',
    'goals.propose',
    'evidence.write',
    'checks.run',
    'review.submit',
    'waiver.request',
    'dispute.open',
    'submission.write',
    'comment.shared',
    'stuck.set',
  ],
  'isv-read-only': ['product.read'],
}

/** What a token may never be allowed, whatever its scopes say: judging stays with people. */
export const neverForTokens: readonly Action[] = [
  'review.decide',
  'waiver.decide',
  'dispute.decide',
  'goals.set',
  'tokens.manage',
]
