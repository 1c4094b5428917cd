import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether the application proves itself with something that is hard to copy. */
export const credentialKind = defineRuleFamily({
  id: 'credential-kind',
  group: 'Trust',
  rules: {
    'credential-certificate-preferred': {
      title: 'The application proves itself with a certificate instead of a secret.',
      setting: 'warning',
      exceptions: [{ profiles: ['development'], setting: 'info', because: 'a secret is what one begins with' }],
      sources: ['graph-manifest'],
      messages: {
        found: {
          what: 'The secret "{label}" is a password of the application.',
          why: 'A password can be copied from a log or a settings file without anybody noticing; a certificate’s key stays where it is.',
          fix: 'Add a certificate or a federated credential, then remove the secret.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    for (const { node, kind, label } of registration.credentials) {
      if (kind === 'secret') report('credential-certificate-preferred', node, { data: { label } })
    }
  },
})
