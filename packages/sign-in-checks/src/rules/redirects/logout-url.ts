import { defineRuleFamily } from '../../engine/rule-family.ts'
import { addressOf } from '../../registration/read-app-registration.ts'

/** Whether signing out reaches the application safely. */
export const logoutUrl = defineRuleFamily({
  id: 'logout-url',
  group: 'Redirect addresses',
  rules: {
    'logout-url-https': {
      title: 'The logout address uses https.',
      setting: 'warning',
      sources: ['graph-manifest', 'old-manifest'],
      mend: 'proposed',
      mendByMessage: { invalid: 'none' },
      messages: {
        found: {
          what: 'The logout address "{address}" does not use https.',
          why: 'The request that ends a session everywhere is not sent over an open connection.',
          fix: 'Use the https address of the page that ends a session.',
        },
        invalid: {
          what: 'The logout address "{address}" is no whole address.',
          why: 'Nobody can be told that the session ended.',
          fix: 'Write it with its scheme and host, such as https://app.example/signed-out.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    const node = registration.field('logoutUrl')
    if (node === undefined || node.value === '') return
    const address = String(node.value)
    const url = node.kind === 'string' ? addressOf(address) : undefined
    if (url === undefined) report('logout-url-https', node, { message: 'invalid', data: { address } })
    else if (url.protocol !== 'https:') report('logout-url-https', node, { data: { address } })
  },
  mends: {
    'logout-url-https': ({ node, data, edit }) => {
      const address = String(data.address)
      if (node !== undefined && /^http:/i.test(address)) edit.set(node, address.replace(/^http:/i, 'https:'))
    },
  },
})
