/** The part of Spectral's functions that the rule set uses; opaque to us. */
export interface SpectralFunctions {
  readonly truthy: unknown
  readonly defined: unknown
  readonly pattern: unknown
  readonly length: unknown
  readonly enumeration: unknown
}

/** The rule set of {@link comparableRules} for Spectral; `invalid-ref` is built in. */
export function spectralRules({ truthy, defined, pattern, length, enumeration }: SpectralFunctions): object {
  const info = (field: string) => rule('$', { field: `info.${field}`, function: truthy })
  const operations = '$.paths[*][get,put,post,delete,options,head,patch]'
  const parameters = '$..parameters[?(@ && @.in)]'
  const fields = "$..parameters[?(@ && @.in && @.in != 'body')]"
  const matches = (match: string) => ({ function: pattern, functionOptions: { match } })
  const not = (notMatch: string) => ({ function: pattern, functionOptions: { notMatch } })
  return {
    rules: {
      'info-title': info('title'),
      'info-description': info('description'),
      'info-version': info('version'),
      'info-contact': info('contact'),
      host: rule('$', { field: 'host', function: truthy }),
      'schemes-https': rule('$.schemes[*]', { function: enumeration, functionOptions: { values: ['https'] } }),
      'path-slash': rule('$.paths', { field: '@key', ...matches('^/') }),
      'path-end': rule('$.paths', { field: '@key', ...not('.+/$') }),
      'path-query': rule('$.paths', { field: '@key', ...not('[?#]') }),
      'operation-id': rule(operations, { field: 'operationId', function: truthy }),
      'operation-id-unique': rule('$', { function: uniqueIds }),
      'operation-id-form': rule(operations, { field: 'operationId', ...matches('^[A-Za-z0-9_]+$') }),
      summary: rule(operations, { field: 'summary', function: truthy }),
      'summary-length': rule(operations, { field: 'summary', function: length, functionOptions: { max: 80 } }),
      description: rule(operations, { field: 'description', function: truthy }),
      'description-end': rule(operations, { field: 'description', ...matches('[.?!]$') }),
      'parameter-description': rule(fields, { field: 'description', function: truthy }),
      'parameter-x-ms-summary': rule(fields, { field: 'x-ms-summary', function: truthy }),
      'parameter-type': rule(fields, { field: 'type', function: defined }),
      'parameter-in': rule(parameters, {
        field: 'in',
        function: enumeration,
        functionOptions: { values: ['path', 'query', 'header', 'formData', 'body'] },
      }),
      'parameter-unique': rule(`${operations}.parameters`, { function: uniqueParameters }),
      'success-response': rule(`${operations}.responses`, { function: hasSuccess }),
      'response-description': rule(`${operations}.responses[*]`, { field: 'description', function: truthy }),
      'schema-type': rule(['$..schema', '$..properties[*]'], {
        field: 'type',
        function: enumeration,
        functionOptions: { values: ['string', 'number', 'integer', 'boolean', 'array', 'object', 'file'] },
      }),
    },
  }
}

function rule(given: string | readonly string[], then: object): object {
  return { given, severity: 'warn', then }
}

type Answer = { readonly message: string }[] | undefined

function uniqueIds(document: unknown): Answer {
  const seen = new Set<unknown>()
  const found: { message: string }[] = []
  for (const item of valuesOf(valueAt(document, 'paths'))) {
    for (const operation of valuesOf(item)) {
      const id = valueAt(operation, 'operationId')
      if (id !== undefined && seen.has(id)) found.push({ message: `${id} occurs twice` })
      seen.add(id)
    }
  }
  return found
}

function uniqueParameters(list: unknown): Answer {
  const seen = new Set<string>()
  const found: { message: string }[] = []
  for (const parameter of valuesOf(list)) {
    const key = `${valueAt(parameter, 'in')} ${valueAt(parameter, 'name')}`
    if (seen.has(key)) found.push({ message: `${key} occurs twice` })
    seen.add(key)
  }
  return found
}

function hasSuccess(responses: unknown): Answer {
  if (typeof responses !== 'object' || responses === null) return undefined
  return Object.keys(responses).some((code) => /^2\d\d$/.test(code)) ? undefined : [{ message: 'no success' }]
}

function valuesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
