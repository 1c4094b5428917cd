/** The name under which scripts take in the wrapper of this package. */
export const wrapperModule = '@sevenstep/flow-embed'
