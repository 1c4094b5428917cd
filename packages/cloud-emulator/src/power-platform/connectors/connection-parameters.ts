import type { ConnectorState } from '../state.ts'
import type { BuiltInSignIn } from './built-in-connectors.ts'
import type { FoundConnector } from './find-connector.ts'

/** What a connector asks of whoever connects with it. */
export interface ConnectorParameter {
  readonly name: string
  readonly secret: boolean
  /** A person signs in; nothing is typed. */
  readonly signIn: boolean
  readonly required: boolean
}

/** One way to connect: its parameters, and its name where the connector offers several. */
export interface ParameterSet {
  readonly name: string | undefined
  readonly parameters: readonly ConnectorParameter[]
}

/** The ways to connect with a connector, the first being the one without a name or the default one. */
export function parameterSetsOf(found: FoundConnector): readonly ParameterSet[] {
  const single = (parameters: unknown): ParameterSet => ({ name: undefined, parameters: parametersIn(parameters) })
  if (found.kind === 'built-in') return [single(builtInParameters(found.connector.signIn))]
  const sets = namedSets(found.connector)
  return sets.length > 0 ? sets : [single(found.connector.properties.connectionParameters)]
}

/** The `connectionParameters` of one of Microsoft's connectors. */
export function builtInParameters(signIn: BuiltInSignIn): Record<string, unknown> {
  if (signIn === 'none') return {}
  if (signIn === 'sign-in') {
    return {
      token: {
        type: 'oauthSetting',
        oAuthSettings: { identityProvider: 'aadcertificate', redirectMode: 'Global', scopes: [] },
      },
    }
  }
  const required = { constraints: { required: 'true' } }
  return {
    server: { type: 'string', uiDefinition: required },
    username: { type: 'string', uiDefinition: required },
    password: { type: 'securestring', uiDefinition: required },
  }
}

function namedSets({ properties }: ConnectorState): ParameterSet[] {
  const sets = memberOf(properties, 'connectionParameterSets')
  const values = memberOf(sets, 'values')
  if (!Array.isArray(values)) return []
  return values.map((set: unknown) => ({
    name: String(memberOf(set, 'name') ?? ''),
    parameters: parametersIn(memberOf(set, 'parameters')),
  }))
}

function parametersIn(parameters: unknown): ConnectorParameter[] {
  if (typeof parameters !== 'object' || parameters === null) return []
  return Object.entries(parameters).map(([name, parameter]) => {
    const type = String(memberOf(parameter, 'type') ?? '').toLowerCase()
    const constraints = memberOf(memberOf(parameter, 'uiDefinition'), 'constraints')
    const required = memberOf(constraints, 'required')
    return {
      name,
      secret: type === 'securestring' || type === 'secureobject',
      signIn: type === 'oauthsetting',
      required: required === true || required === 'true',
    }
  })
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
