import { entraErrors } from './entra-error.ts'

/** A request's parameters, each given at most once. */
export interface Parameters {
  /** Undefined where the parameter is missing or empty. */
  readonly get: (name: string) => string | undefined
  /** @throws EntraError where the parameter is missing or empty. */
  readonly need: (name: string) => string
}

/**
 * Reads parameters of OAuth requests, where repeating one is a fault (RFC 6749 section 3.1).
 *
 * @throws EntraError where one of them is repeated.
 */
export function readParameters(given: URLSearchParams): Parameters {
  const repeated = [...given.keys()].find((name) => given.getAll(name).length > 1)
  if (repeated !== undefined) throw entraErrors.parameterRepeated(repeated)
  const get = (name: string) => given.get(name) || undefined
  return {
    get,
    need: (name) => {
      const value = get(name)
      if (value === undefined) throw entraErrors.parameterMissing(name)
      return value
    },
  }
}
