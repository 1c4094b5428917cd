import { defineRuleFamily } from '../../engine/rule-family.ts'

const valueKeys = ['secretText', 'value']

/** Whether the manifest can be handed on. */
export const credentialSecrets = defineRuleFamily({
  id: 'credential-secrets',
  group: 'Trust',
  rules: {
    'credential-no-secret-value': {
      title: 'No secret stands in the manifest.',
      setting: 'error',
      isSecret: true,
      sources: ['graph-manifest', 'old-manifest'],
      mend: 'proposed',
      messages: {
        found: {
          what: 'The value of the secret "{label}" stands in the manifest.',
          why: 'Whoever gets the file can sign in as your application, at every customer that agreed to it.',
          fix: 'Remove the value, and replace the secret itself: it has been in a file.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    for (const { node, kind, label } of registration.credentials) {
      if (kind !== 'secret') continue
      for (const key of valueKeys) {
        const value = node.member(key)
        if (value?.kind === 'string' && value.value !== '')
          report('credential-no-secret-value', value, { data: { label } })
      }
    }
  },
  mends: {
    'credential-no-secret-value': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, null)
    },
  },
})
