import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { isWhole } from '../whole-file.ts'
import { isOAuth, oAuthSettingsOf } from './connection-parameter-kind.ts'
import { identityProviders, redirectModes } from './oauth-names.ts'
import { isPlaceholder } from './placeholder.ts'

const redirectAddress = 'https://global.consent.azure-apim.net/redirect'

/** How the connection signs in by OAuth: `oAuthSettings`. */
export const oauthSettings = defineRuleFamily({
  id: 'oauth-settings',
  rules: {
    'auth-oauth-identity-provider': {
      title: 'OAuth settings name an identity provider.',
      deviation: 'settings under a key in another case are a warning: an accepted connector has them',
      severityByMessage: { misspelled: 'warning' },
      messages: {
        found: {
          what: 'The OAuth settings of "{name}" name no identity provider.',
          why: 'The platform would not know where to send people to sign in.',
          fix: 'Add "identityProvider": "oauth2" for a service of your own, or "aad" for Microsoft Entra ID.',
        },
        misspelled: {
          what: 'The OAuth settings of "{name}" stand under "{key}" instead of "oAuthSettings".',
          why: 'Tools that compare letter by letter find no settings, and no identity provider in them.',
          fix: 'Rename the key to "oAuthSettings".',
        },
      },
    },
    'auth-oauth-identity-provider-known': {
      title: 'The identity provider is one the platform knows.',
      messages: {
        found: {
          what: 'The identity provider of "{name}" is "{provider}".',
          why: 'Names outside the published list work only if Microsoft has set them up for the service.',
          fix: 'Use "oauth2", "oauth2generic" or "aad", unless Microsoft gave you this name.',
        },
      },
    },
    'auth-oauth-client-id': {
      title: 'OAuth settings have a client id.',
      messages: {
        found: {
          what: 'The OAuth settings of "{name}" have no client id.',
          why: 'The connector cannot be created without one; in the public repository a dummy is allowed.',
          fix: 'Add "clientId"; the real one can be handed over in private.',
        },
      },
    },
    'auth-oauth-no-client-secret': {
      title: 'OAuth settings hold no client secret.',
      isSecret: true,
      mend: 'automatic',
      deviation: 'a placeholder is a warning: it is no secret, and all those in accepted connectors are placeholders',
      severityByMessage: { placeholder: 'warning' },
      messages: {
        found: {
          what: 'The OAuth settings of "{name}" hold a client secret.',
          why: 'Whoever can read the file can act as your application.',
          fix: 'Remove "clientSecret", withdraw it if it is real, and pass the new one when the connector is created.',
        },
        placeholder: {
          what: 'The OAuth settings of "{name}" hold a placeholder for the client secret.',
          why: 'It would be taken for the secret when the connector is created from the file.',
          fix: 'Remove "clientSecret" and pass the secret when the connector is created.',
        },
      },
    },
    'auth-oauth-redirect-url': {
      title: 'The redirect address is the platform’s.',
      mend: 'proposed',
      deviation: 'proposed: another address may be registered with the identity provider',
      messages: {
        found: {
          what: 'The redirect address of "{name}" is "{address}".',
          why: 'People come back from signing in at the platform’s address; another one ends in an error.',
          fix: 'Write "{expected}" and register that address with the identity provider.',
        },
        other: {
          what: 'The redirect address of "{name}" is not a text.',
          why: 'The published schema has one address there; tools that expect a text stop at anything else.',
          fix: 'Write "{expected}", and register every further address with the identity provider only.',
        },
      },
    },
    'auth-oauth-redirect-mode': {
      title: 'The redirect mode is Global, GlobalPerConnector or Direct.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The redirect mode of "{name}" is "{mode}".',
          why: 'The platform knows three modes, written exactly so.',
          fix: 'Write one of: {known}.',
        },
      },
    },
    'auth-oauth-isfirstparty': {
      title: '"IsFirstParty" is the string "True" or "False".',
      mend: 'automatic',
      messages: {
        found: {
          what: '"IsFirstParty" of "{name}" is {value}.',
          why: 'The published schema knows only "True" and "False", in quotes and with a capital.',
          fix: 'Write "False"; "True" is for Microsoft’s own applications.',
        },
      },
    },
    'auth-aadcertificate-first-party': {
      title: 'Signing in with a certificate is for Microsoft’s own applications.',
      deviation: 'a warning where nothing is said: connectors of Microsoft’s own were accepted without the mark',
      severityByMessage: { unmarked: 'warning' },
      messages: {
        found: {
          what: '"{name}" signs in by "aadcertificate", but "IsFirstParty" is not "True".',
          why: 'That way is open to Microsoft’s own applications only.',
          fix: 'Use the identity provider "aad".',
        },
        unmarked: {
          what: '"{name}" signs in by "aadcertificate" and does not say "IsFirstParty".',
          why: 'That way is open to Microsoft’s own applications only, which say so.',
          fix: 'Use the identity provider "aad"; if the application is Microsoft’s, add "IsFirstParty": "True".',
        },
      },
    },
  },
  check(context) {
    return {
      connectionParameter(parameter) {
        const settings = oAuthSettingsOf(parameter)
        if (!isOAuth(parameter)) return
        const { node, name } = parameter
        const other = settings === undefined ? node.children.find(isMisspelled) : undefined
        if (other === undefined) checkSettings(context, settings, node, name)
        else {
          const data = { name, key: other.key ?? '' }
          context.report('auth-oauth-identity-provider', other, { message: 'misspelled', onKey: true, data })
        }
      },
    }
  },
  mends: {
    'auth-oauth-no-client-secret': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
    'auth-oauth-redirect-url': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, redirectAddress)
    },
    'auth-oauth-redirect-mode': ({ node, edit }) => {
      const known = redirectModes.find((mode) => mode.toLowerCase() === String(node?.value).toLowerCase())
      if (node !== undefined && known !== undefined) edit.set(node, known)
    },
    'auth-oauth-isfirstparty': ({ node, edit }) => {
      const value = String(node?.value).toLowerCase()
      if (node !== undefined && (value === 'true' || value === 'false'))
        edit.set(node, value === 'true' ? 'True' : 'False')
    },
  },
})

function isMisspelled({ key, kind }: JsonNode): boolean {
  return kind === 'object' && key?.toLowerCase() === 'oauthsettings'
}

function checkSettings(context: CheckContext, settings: JsonNode | undefined, holder: JsonNode, name: string): void {
  const { report, connector } = context
  const data = { name }
  const isComplete = connector.properties !== undefined && isWhole(connector.properties)
  const provider = settings?.member('identityProvider')
  const providerName = settings?.text('identityProvider') ?? ''
  if (providerName.trim() === '') {
    if (isComplete) report('auth-oauth-identity-provider', provider ?? settings ?? holder, { data })
  } else if (provider !== undefined && !identityProviders.has(providerName.toLowerCase()))
    report('auth-oauth-identity-provider-known', provider, { data: { ...data, provider: providerName } })
  if (settings === undefined) return
  const clientId = settings.member('clientId')
  if (isComplete && String(clientId?.value ?? '').trim() === '')
    report('auth-oauth-client-id', clientId ?? settings, { data })
  const secret = settings.member('clientSecret')
  if (secret !== undefined && secret.value !== '' && secret.value !== null)
    report('auth-oauth-no-client-secret', secret, {
      message: isPlaceholder(String(secret.value)) ? 'placeholder' : 'found',
      onKey: true,
      data,
    })
  checkRedirect(context, settings, name)
  checkFirstParty(context, settings, name, isComplete)
}

function checkRedirect({ report }: CheckContext, settings: JsonNode, name: string): void {
  const mode = settings.member('redirectMode')
  if (mode !== undefined && !redirectModes.includes(String(mode.value)))
    report('auth-oauth-redirect-mode', mode, {
      data: { name, mode: String(mode.value ?? mode.kind), known: redirectModes.join(', ') },
    })
  const address = settings.member('redirectUrl')
  if (address === undefined || address.value === '' || address.value === null) return
  if (!isPlatformAddress(String(address.value)))
    report('auth-oauth-redirect-url', address, {
      message: address.kind === 'string' ? 'found' : 'other',
      data: { name, address: String(address.value ?? ''), expected: redirectAddress },
    })
}

function isPlatformAddress(address: string): boolean {
  return /^https:\/\/global(?:-test)?\.consent\.azure-apim\.net\/redirect(?:\/[^\s,/]*)?$/.test(address)
}

function checkFirstParty({ report }: CheckContext, settings: JsonNode, name: string, isComplete: boolean): void {
  const mark = settings.member('properties')?.member('IsFirstParty')
  if (mark !== undefined && mark.value !== 'True' && mark.value !== 'False')
    report('auth-oauth-isfirstparty', mark, { data: { name, value: JSON.stringify(mark.value ?? mark.kind) } })
  const provider = settings.member('identityProvider')
  if (isComplete && provider?.value === 'aadcertificate' && String(mark?.value).toLowerCase() !== 'true')
    report('auth-aadcertificate-first-party', mark ?? provider, {
      message: mark === undefined ? 'unmarked' : 'found',
      data: { name },
    })
}
