/** Where this package stands, from the repository's root. */
export const room = 'packages/certification-rules'
