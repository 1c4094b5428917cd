import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether people of other directories can sign in. */
export const signInAudience = defineRuleFamily({
  id: 'sign-in-audience',
  group: 'App registration',
  rules: {
    'app-audience-known': {
      title: 'The audience is one of the four that exist.',
      setting: 'error',
      sources: ['graph-manifest', 'old-manifest'],
      messages: {
        found: {
          what: 'The audience "{found}" does not exist.',
          why: 'The manifest is refused, or the application stays closed to everybody outside its own directory.',
          fix: 'Write AzureADMultipleOrgs, AzureADandPersonalMicrosoftAccount, AzureADMyOrg or PersonalMicrosoftAccount, spelt exactly so.',
        },
        missing: {
          what: 'The manifest does not say who may sign in.',
          why: 'An application without an audience is closed to everybody outside its own directory.',
          fix: 'Set signInAudience to AzureADMultipleOrgs.',
        },
      },
    },
    'app-audience-multi-tenant': {
      title: 'People of other directories may sign in.',
      setting: 'error',
      sources: ['isv-overview', 'embed-2018'],
      messages: {
        found: {
          what: 'Only people of your own directory may sign in: the audience is {found}.',
          why: 'Your customers’ users belong to their own directories and are refused with AADSTS50020 or AADSTS700016.',
          fix: 'Set signInAudience to AzureADMultipleOrgs, and keep a registration of its own for what is internal.',
        },
        personal: {
          what: 'Only personal Microsoft accounts may sign in.',
          why: 'Power Automate’s services know the users of a directory, and your customers sign in with work accounts.',
          fix: 'Set signInAudience to AzureADMultipleOrgs, or to AzureADandPersonalMicrosoftAccount for a landing page.',
        },
      },
      mend: 'proposed',
    },
  },
  check({ subject: { registration, capabilities }, report }) {
    const { audience, root } = registration
    const node = registration.field('audience')
    if (node === undefined) report('app-audience-known', root, { message: 'missing' })
    else if (audience === undefined) report('app-audience-known', node, { data: { found: String(node.value) } })
    else if (audience === 'PersonalMicrosoftAccount') report('app-audience-multi-tenant', node, { message: 'personal' })
    else if (audience === 'AzureADMyOrg' && !isForOwnTenant(capabilities)) {
      report('app-audience-multi-tenant', node, { data: { found: audience } })
    }
  },
  mends: {
    'app-audience-multi-tenant': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, node.kind === 'boolean' ? true : 'AzureADMultipleOrgs')
    },
  },
})

/** Selling through Partner Center and deploying with an application user both work from one's own directory. */
function isForOwnTenant(capabilities: ReadonlySet<string> | undefined): boolean {
  return (
    capabilities !== undefined &&
    capabilities.size > 0 &&
    [...capabilities].every((id) => id === 'partner-center' || id === 'connector-client')
  )
}
