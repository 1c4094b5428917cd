import type { ConnectionParameter, Definition, Properties } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type Mend, type MendContext } from '../../engine/rule-family.ts'
import { isWhole } from '../whole-file.ts'
import { isOAuth, isSecretName, oAuthSettingsOf } from './connection-parameter-kind.ts'
import { standardParameter } from './standard-parameters.ts'

const needsBoth = 'The way of signing in stands in the definition and in the properties; one of them could not be read.'

/** The two files say the same about signing in: `securityDefinitions` and `connectionParameters`. */
export const connectionMatchesSecurity = defineRuleFamily({
  id: 'connection-matches-security',
  rules: {
    'auth-properties-basic': {
      title: 'Basic authentication asks for a user name and a password.',
      mend: 'proposed',
      deviation: 'proposed: the texts of the fields are the wizard’s usual ones and want to be looked at',
      messages: {
        found: {
          what: 'The definition uses basic authentication, but there is no connection parameter "{name}".',
          why: 'The platform builds the header from "username" and "password"; without them it cannot sign in.',
          fix: 'Add the connection parameter "{name}" to apiProperties.json.',
        },
      },
    },
    'auth-properties-apikey': {
      title: 'An API key is asked for in a securestring.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The definition uses an API key, but no connection parameter is a securestring.',
          why: 'There would be no safe field to type the key into.',
          fix: 'Add the connection parameter "api_key" of type "securestring" to apiProperties.json.',
        },
      },
    },
    'auth-properties-apikey-name': {
      title: 'The connection parameter for an API key is called "api_key".',
      deviation: 'no mend: connections that exist know the parameter by its name',
      messages: {
        found: {
          what: 'The API key is asked for as "{name}".',
          why: 'The platform’s own wizard writes "api_key", and some tools look for that name.',
          fix: 'Call it "api_key", unless the connector is already published.',
        },
      },
    },
    'auth-properties-oauth': {
      title: 'OAuth has a connection parameter that signs in.',
      deviation: 'no mend: the identity provider and its addresses are for the author to say',
      messages: {
        found: {
          what: 'The definition uses OAuth, but no connection parameter is of type "oauthSetting".',
          why: 'Nobody would be asked to sign in.',
          fix: 'Add the connection parameter "token" of type "oauthSetting" with its "oAuthSettings".',
        },
      },
    },
    'auth-swagger-oauth': {
      title: 'A connector that signs in by OAuth says so in its definition.',
      mend: 'proposed',
      deviation:
        'proposed: the definition is published too, and only the addresses of the provider "oauth2" can be repeated in it',
      messages: {
        found: {
          what: 'The connection parameter "{name}" signs in by OAuth, but the definition has no OAuth security definition.',
          why: 'Whoever reads the definition alone, tools included, takes the service for one of another kind.',
          fix: 'Add an "oauth2" entry to "securityDefinitions".',
        },
      },
    },
  },
  check(context) {
    return {
      end() {
        const { definition, properties } = context.connector
        if (definition === undefined || properties === undefined || !isWhole(definition) || !isWhole(properties)) {
          for (const rule of Object.keys(connectionMatchesSecurity.rules)) context.notChecked(rule, needsBoth)
        } else compare(context, definition, properties)
      },
    }
  },
  mends: {
    'auth-properties-basic': addParameter((data) => String(data.name)),
    'auth-properties-apikey': addParameter(() => 'api_key'),
    'auth-swagger-oauth': defineOAuth,
  },
})

const otherTypes: ReadonlySet<string> = new Set(['basic', 'apiKey'])

function compare(context: CheckContext, definition: Definition, properties: Properties): void {
  const { report } = context
  const parameters = properties.connectionParameters
  const schemes = definition.securityDefinitions?.children ?? []
  const place = properties.body?.member('connectionParameters') ?? properties.body ?? properties.node
  // With several ways of signing in described, which one a connection takes is the user's choice.
  const [only] = schemes.length === 1 ? schemes : []
  const oAuth = parameters.find(isOAuth)
  if (only?.text('type') === 'basic') {
    for (const name of ['username', 'password']) {
      if (!parameters.some((one) => one.name === name)) report('auth-properties-basic', place, { data: { name } })
    }
  } else if (only?.text('type') === 'apiKey') checkKey(context, properties, place)
  else if (only?.text('type') === 'oauth2' && oAuth === undefined) report('auth-properties-oauth', place)
  // One of an unknown type may have been meant; that it is unknown, another rule says.
  if (oAuth !== undefined && schemes.every((scheme) => otherTypes.has(scheme.text('type') ?? '')))
    report('auth-swagger-oauth', definition.securityDefinitions ?? definition.node, {
      data: { name: oAuth.name },
      related: [{ at: oAuth.node, note: 'the parameter that signs in' }],
    })
}

function checkKey({ report }: CheckContext, { connectionParameters }: Properties, place: JsonNode): void {
  if (!connectionParameters.some((one) => one.type === 'securestring')) report('auth-properties-apikey', place)
  const keys = connectionParameters.filter((one) => one.type === 'securestring' || isSecretName(one.name))
  const [first] = keys
  if (first !== undefined && !keys.some((one) => one.name === 'api_key'))
    report('auth-properties-apikey-name', first.node, { onKey: true, data: { name: first.name } })
}

/** Adds a parameter as Microsoft's wizard makes it. */
function addParameter(nameFrom: (data: MendContext['data']) => string): Mend {
  return ({ node, data, edit }) => {
    const name = nameFrom(data)
    const parameter = standardParameter(name)
    if (node?.kind !== 'object' || parameter === undefined || node.member(name) !== undefined) return
    if (node.key === 'connectionParameters') edit.insert(node, name, parameter)
    else if (node.key === 'properties') edit.insert(node, 'connectionParameters', { [name]: parameter })
  }
}

/** Repeats the addresses of the connection parameter, when the definition says nothing about signing in. */
function defineOAuth({ node, connector, edit }: MendContext): void {
  const { definition, properties } = connector
  const parameter = properties?.connectionParameters.find(isOAuth)
  const entry = parameter === undefined ? undefined : securityDefinitionFor(parameter)
  if (node === undefined || definition === undefined || entry === undefined) return
  if (node === definition.node) edit.insert(node, 'securityDefinitions', { oauth2: entry })
  else if (node.children.length === 0) edit.insert(node, 'oauth2', entry)
  else return
  if (definition.node.member('security') === undefined) edit.insert(definition.node, 'security', [{ oauth2: [] }])
}

function securityDefinitionFor(parameter: ConnectionParameter) {
  const custom = oAuthSettingsOf(parameter)?.member('customParameters')
  const authorizationUrl = custom?.member('authorizationUrl')?.text('value')
  const tokenUrl = custom?.member('tokenUrl')?.text('value')
  if (!authorizationUrl || !tokenUrl) return undefined
  return { type: 'oauth2', flow: 'accessCode', authorizationUrl, tokenUrl, scopes: {} }
}
