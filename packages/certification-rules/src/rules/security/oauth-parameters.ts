import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { isWhole } from '../whole-file.ts'
import { isOAuth, oAuthSettingsOf } from './connection-parameter-kind.ts'

const addresses: readonly string[] = ['authorizationUrl', 'tokenUrl', 'refreshUrl']
const templates: readonly string[] = ['authorizationUrlTemplate', 'tokenUrlTemplate', 'refreshUrlTemplate']

/** What an identity provider needs to know: `customParameters` of the OAuth settings. */
export const oauthParameters = defineRuleFamily({
  id: 'oauth-parameters',
  rules: {
    'auth-oauth2-required-urls': {
      title: 'The provider "oauth2" has its three addresses.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The OAuth settings of "{name}" have no "{field}".',
          why: 'Signing in, getting the token and renewing it need one address each.',
          fix: 'Add "{field}" to "customParameters", as an object with "value".',
        },
        shape: {
          what: '"{field}" of the OAuth settings of "{name}" is not written as an object with "value".',
          why: 'The platform reads the address from "value".',
          fix: 'Write "{field}": with the address as "value" of an object.',
        },
      },
    },
    'auth-oauth2-https-urls': {
      title: 'The addresses of the provider "oauth2" use https.',
      mend: 'proposed',
      deviation: 'proposed: that the service answers at https is for the author to say',
      messages: {
        found: {
          what: '"{field}" of "{name}" does not start with https.',
          why: 'Passwords and tokens would travel in the open.',
          fix: 'Write the address with https://.',
        },
      },
    },
    'auth-oauth2generic-templates': {
      title: 'The provider "oauth2generic" has its three address templates.',
      mend: 'proposed',
      deviation:
        'only the address templates are asked for; the measured rate counts the body templates too, which the sources ' +
        'call optional',
      messages: {
        found: {
          what: 'The OAuth settings of "{name}" have no "{field}".',
          why: 'Signing in, getting the token and renewing it need one address each.',
          fix: 'Add "{field}" to "customParameters", as an object with "value".',
        },
      },
    },
    'auth-aad-resource-uri': {
      title: 'Signing in to Microsoft Entra ID names the resource.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The OAuth settings of "{name}" do not name the resource the token is for.',
          why: 'Without "resourceUri" no token for your service is given.',
          fix: 'Add "resourceUri" to "customParameters": the application id URI of your service.',
        },
      },
    },
  },
  check(context) {
    return {
      connectionParameter(parameter) {
        const settings = oAuthSettingsOf(parameter)
        const { properties } = context.connector
        if (settings === undefined || !isOAuth(parameter) || properties === undefined || !isWhole(properties)) return
        const custom = settings.member('customParameters')
        const provider = settings.text('identityProvider')?.toLowerCase()
        const place = custom?.kind === 'object' ? custom : settings
        if (provider === 'oauth2') checkAddresses(context, custom, place, parameter.name)
        else if (provider === 'oauth2generic') checkTemplates(context, custom, place, parameter.name)
        else if (provider === 'aad' || provider === 'aadcertificate')
          checkResource(context, custom, place, parameter.name)
      },
    }
  },
  mends: {
    'auth-oauth2-required-urls': ({ node, data, edit }) => {
      const field = String(data.field)
      const custom = node?.key === 'customParameters' ? node : node?.parent
      if (node === undefined || custom?.key !== 'customParameters') return
      if (node !== custom && typeof node.value === 'string' && node.value !== '') edit.set(node, { value: node.value })
      // A provider that renews tokens elsewhere than it gives them is rare.
      const token = textIn(custom, 'tokenUrl')
      if (node === custom && field === 'refreshUrl' && token !== undefined)
        edit.insert(custom, 'refreshUrl', { value: token })
    },
    'auth-oauth2-https-urls': ({ node, edit }) => {
      const address = String(node?.value ?? '')
      if (node !== undefined && /^http:\/\//i.test(address)) edit.set(node, `https${address.slice(4)}`)
    },
    'auth-oauth2generic-templates': ({ node, data, edit }) => {
      const token = node === undefined ? undefined : textIn(node, 'tokenUrlTemplate')
      if (node?.key === 'customParameters' && data.field === 'refreshUrlTemplate' && token !== undefined)
        edit.insert(node, 'refreshUrlTemplate', { value: token })
    },
    'auth-aad-resource-uri': ({ node, edit }) => {
      const settings = node?.key === 'oAuthSettings' ? node : node?.parent
      const custom = node?.key === 'customParameters' ? node : undefined
      const resource = settings?.member('properties')?.text('AzureActiveDirectoryResourceId')
      if (custom !== undefined && resource) edit.insert(custom, 'resourceUri', { value: resource })
    },
  },
})

function checkAddresses(context: CheckContext, custom: JsonNode | undefined, place: JsonNode, name: string): void {
  for (const field of addresses) {
    const member = customMember(custom, field)
    const address = member?.member('value')
    if (member === undefined) context.report('auth-oauth2-required-urls', place, { data: { name, field } })
    else if (typeof member.value === 'string' && member.value !== '')
      context.report('auth-oauth2-required-urls', member, { message: 'shape', data: { name, field } })
    else if (String(address?.value ?? '').trim() === '')
      context.report('auth-oauth2-required-urls', address ?? member, { data: { name, field } })
    else if (address !== undefined && /^\s*(?!https:)[a-z][a-z0-9+.-]*:/i.test(String(address.value)))
      context.report('auth-oauth2-https-urls', address, { data: { name, field } })
  }
}

function checkTemplates(context: CheckContext, custom: JsonNode | undefined, place: JsonNode, name: string): void {
  for (const field of templates) {
    const member = customMember(custom, field)
    const value = member?.member('value')
    if (String(value?.value ?? '').trim() === '')
      context.report('auth-oauth2generic-templates', value ?? member ?? place, { data: { name, field } })
  }
}

function checkResource(context: CheckContext, custom: JsonNode | undefined, place: JsonNode, name: string): void {
  const member = customMember(custom, 'resourceUri')
  const value = member?.member('value')
  if (String(value?.value ?? '').trim() === '')
    context.report('auth-aad-resource-uri', value ?? member ?? place, { data: { name } })
}

/** A custom parameter; some accepted files write the first letter as a capital. */
function customMember(custom: JsonNode | undefined, field: string): JsonNode | undefined {
  return custom?.member(field) ?? custom?.member(field.charAt(0).toUpperCase() + field.slice(1))
}

function textIn(custom: JsonNode, field: string): string | undefined {
  const value = customMember(custom, field)?.text('value')
  return value === undefined || value.trim() === '' ? undefined : value
}
