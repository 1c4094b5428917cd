import { widgetCapabilities } from '../../data/capabilities.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { Field } from '../../registration/field-paths.ts'

const switches: readonly (readonly [field: Field, what: string])[] = [
  ['implicitAccessTokens', 'access tokens'],
  ['implicitIdTokens', 'ID tokens'],
]

/** Whether tokens are handed out in addresses. */
export const implicitGrant = defineRuleFamily({
  id: 'implicit-grant',
  group: 'Redirect addresses',
  rules: {
    'implicit-tokens-off': {
      title: 'No tokens are issued in the address (implicit grant).',
      setting: 'warning',
      exceptions: [
        {
          editions: ['2018-02'],
          setting: 'off',
          because: 'the sample application of that time used the implicit grant',
        },
      ],
      sources: ['old-manifest', 'graph-manifest', 'embed'],
      mend: 'proposed',
      messages: {
        found: {
          what: 'The registration issues {tokens} through the implicit grant.',
          why: 'Tokens then stand in addresses, histories and logs; browsers that block third-party cookies break it as well.',
          fix: 'Sign in with a code and PKCE, then switch this off.',
        },
      },
    },
    'implicit-tokens-for-sample': {
      title: 'The sample application’s sign-in has both implicit tokens.',
      setting: 'off',
      exceptions: [
        { editions: ['2018-02'], setting: 'warning', because: 'the sample application of that time needs both' },
      ],
      sources: ['embed-2018'],
      messages: {
        found: {
          what: 'The registration does not issue {tokens} through the implicit grant.',
          why: 'The sample application of that time asks for both kinds, and its sign-in ends with AADSTS700051 or AADSTS700054.',
          fix: 'Allow both where you use the sample’s sign-in; with a code and PKCE neither is needed.',
        },
      },
    },
  },
  check(context) {
    const { registration } = context.subject
    for (const [field, tokens] of switches) {
      const node = registration.field(field)
      if (node?.value === true) context.report('implicit-tokens-off', node, { data: { tokens } })
      else if (usesSample(context)) {
        context.report('implicit-tokens-for-sample', node ?? registration.root, { data: { tokens } })
      }
    }
  },
  mends: {
    'implicit-tokens-off': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, false)
    },
  },
})

/** Of an application with widgets that cannot sign in with a code. */
function usesSample({ edition, subject: { registration, capabilities } }: CheckContext): boolean {
  const hasWidgets = [...(capabilities ?? [])].some((id) => widgetCapabilities.has(id))
  return (
    edition === '2018-02' &&
    hasWidgets &&
    registration.credentials.length === 0 &&
    !registration.redirects.some(({ platform }) => platform === 'spa')
  )
}
