/** One of our rules and the peers' nearest equivalent; nothing where a peer has none. */
export interface ComparableRule {
  readonly ours: string
  /** Name of the rule in the Spectral rule set of `spectral-rules.ts`. */
  readonly spectral: string
  readonly redocly?: string
  /** How the work differs, where it does. */
  readonly difference?: string
}

const structNote =
  'Redocly’s `struct` checks the whole structure against OpenAPI 2.0, more than all of ours marked with it.'

const audienceNote = 'Ours passes over what makers never see: internal operations and parameters.'

/** The twenty-five rules that can be compared. */
export const comparableRules: readonly ComparableRule[] = [
  { ours: 'info-title-required', spectral: 'info-title', redocly: 'struct', difference: structNote },
  { ours: 'info-description-required', spectral: 'info-description' },
  { ours: 'info-version-required', spectral: 'info-version', redocly: 'struct' },
  { ours: 'info-contact-required', spectral: 'info-contact', redocly: 'info-contact' },
  { ours: 'host-required', spectral: 'host' },
  { ours: 'host-schemes-https-only', spectral: 'schemes-https' },
  { ours: 'path-starts-with-slash', spectral: 'path-slash', redocly: 'struct' },
  { ours: 'path-no-trailing-slash', spectral: 'path-end', redocly: 'no-path-trailing-slash' },
  { ours: 'path-no-query-or-fragment', spectral: 'path-query', redocly: 'path-not-include-query' },
  { ours: 'op-id-required', spectral: 'operation-id', redocly: 'operation-operationId' },
  { ours: 'op-id-unique', spectral: 'operation-id-unique', redocly: 'operation-operationId-unique' },
  { ours: 'op-id-sanitized', spectral: 'operation-id-form', redocly: 'operation-operationId-url-safe' },
  { ours: 'op-summary-required', spectral: 'summary', redocly: 'operation-summary' },
  { ours: 'op-summary-max-length-80', spectral: 'summary-length' },
  { ours: 'op-description-required', spectral: 'description', redocly: 'operation-description' },
  { ours: 'op-description-ends-punctuation', spectral: 'description-end', difference: audienceNote },
  {
    ours: 'param-description-required',
    spectral: 'parameter-description',
    redocly: 'parameter-description',
    difference: audienceNote,
  },
  { ours: 'param-x-ms-summary-required', spectral: 'parameter-x-ms-summary', difference: audienceNote },
  { ours: 'param-type-required', spectral: 'parameter-type' },
  { ours: 'param-in-valid', spectral: 'parameter-in', redocly: 'struct' },
  { ours: 'param-unique', spectral: 'parameter-unique', redocly: 'operation-parameters-unique' },
  { ours: 'response-success-required', spectral: 'success-response', redocly: 'operation-2xx-response' },
  { ours: 'response-description-required', spectral: 'response-description', redocly: 'struct' },
  {
    ours: 'schema-type-valid',
    spectral: 'schema-type',
    redocly: 'struct',
    difference:
      'Spectral looks at whatever stands below a key `properties` or `schema`, also where a field has that name; ours and Redocly’s at schemas.',
  },
  {
    ours: 'schema-ref-resolves',
    spectral: 'invalid-ref',
    redocly: 'no-unresolved-refs',
    difference: 'Both peers resolve every reference before any rule runs; ours looks where it leads.',
  },
]
