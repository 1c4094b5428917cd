import { defineRuleFamily } from '../../engine/rule-family.ts'
import { constraintOf, isSecretName } from './connection-parameter-kind.ts'

/** Connection parameters that hold a secret. */
export const connectionSecret = defineRuleFamily({
  id: 'connection-secret',
  rules: {
    'auth-secret-securestring': {
      title: 'A secret is of type securestring.',
      mend: 'proposed',
      deviation: 'proposed: the type of a published parameter must not change, because connections that exist have it',
      messages: {
        found: {
          what: 'The connection parameter "{name}" holds a secret but is of type "string".',
          why: 'It is stored and shown as plain text: in the connection’s details, in exports and in logs.',
          fix: 'Write "type": "securestring".',
        },
      },
    },
    'auth-secret-no-cleartext': {
      title: 'A secret is not shown while it is typed.',
      mend: 'proposed',
      deviation: 'proposed: for a user name declared as securestring the better mend is type "string"',
      messages: {
        found: {
          what: 'The connection parameter "{name}" is a securestring, but shown in clear text.',
          why: 'Whoever looks over the shoulder can read the secret.',
          fix: 'Write "clearText": false; if it is no secret, such as a user name, use type "string" instead.',
        },
      },
    },
    'auth-secret-no-default': {
      title: 'A secret has no default.',
      isSecret: true,
      mend: 'proposed',
      deviation: 'proposed: whoever relied on the default must first get a secret of their own',
      messages: {
        found: {
          what: 'The connection parameter "{name}" is a securestring with a default value.',
          why: 'A secret in the file is known to everybody who can read the connector.',
          fix: 'Remove "defaultValue", and withdraw the secret if it is a real one.',
        },
      },
    },
  },
  check({ report }) {
    return {
      connectionParameter(parameter) {
        const { name, type, node } = parameter
        const data = { name }
        if (type === 'string' && isSecretName(name))
          report('auth-secret-securestring', node.member('type') ?? node, { data })
        if (type !== 'securestring') return
        const clearText = constraintOf(parameter, 'clearText')
        if (clearText !== undefined && String(clearText.value).toLowerCase() === 'true')
          report('auth-secret-no-cleartext', clearText, { data })
        const standard = node.member('defaultValue')
        if (standard !== undefined && standard.value !== '' && standard.value !== null)
          report('auth-secret-no-default', standard, { onKey: true, data })
      },
    }
  },
  mends: {
    'auth-secret-securestring': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, 'securestring')
    },
    'auth-secret-no-cleartext': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, false)
    },
    'auth-secret-no-default': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
  },
})
