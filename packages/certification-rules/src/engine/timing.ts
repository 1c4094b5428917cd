import type { ConnectorCheck } from './rule-family.ts'

/** How long one family took, over everything it was shown. */
export interface Timing {
  readonly family: string
  readonly milliseconds: number
}

/** The same check with a clock around each of its methods. */
export function timedCheck(
  check: ConnectorCheck,
  family: string,
  total: Map<string, number>,
  now: () => number,
): ConnectorCheck {
  const timed = <Arguments extends readonly unknown[]>(
    method: (...given: Arguments) => void,
  ): ((...given: Arguments) => void) => {
    return (...given) => {
      const start = now()
      method(...given)
      total.set(family, (total.get(family) ?? 0) + now() - start)
    }
  }
  total.set(family, 0)
  const { connector, definition, pathItem, operation, parameter, parameterReference, response, schema } = check
  const { schemaKeyword, properties, connectionParameter, policy, end, package: onPackage } = check
  return {
    ...(connector && { connector: timed(connector.bind(check)) }),
    ...(onPackage && { package: timed(onPackage.bind(check)) }),
    ...(definition && { definition: timed(definition.bind(check)) }),
    ...(pathItem && { pathItem: timed(pathItem.bind(check)) }),
    ...(operation && { operation: timed(operation.bind(check)) }),
    ...(parameter && { parameter: timed(parameter.bind(check)) }),
    ...(parameterReference && { parameterReference: timed(parameterReference.bind(check)) }),
    ...(response && { response: timed(response.bind(check)) }),
    ...(schema && { schema: timed(schema.bind(check)) }),
    ...(schemaKeyword && {
      schemaKeyword: Object.fromEntries(
        Object.entries(schemaKeyword).map(([keyword, handle]) => [keyword, timed(handle)]),
      ),
    }),
    ...(properties && { properties: timed(properties.bind(check)) }),
    ...(connectionParameter && { connectionParameter: timed(connectionParameter.bind(check)) }),
    ...(policy && { policy: timed(policy.bind(check)) }),
    ...(end && { end: timed(end.bind(check)) }),
  }
}
