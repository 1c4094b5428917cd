import { defineRuleFamily } from '../../engine/rule-family.ts'

/** What the address of Microsoft's script answered. */
export const sdkAnswers = defineRuleFamily({
  id: 'sdk-answers',
  group: 'Microsoft’s script',
  rules: {
    'embed-sdk-answers': {
      title: 'The address of Microsoft’s script answers with JavaScript.',
      setting: 'error',
      sources: ['embed'],
      messages: {
        status: {
          what: '{address} answered with status {status}.',
          why: 'Without the script no widget is shown.',
          fix: 'Look at the address: its host, the folder Content, and the version in the name.',
        },
        kind: {
          what: '{address} answered with "{kind}".',
          why: 'Browsers run a script only when it comes as JavaScript; a page of a proxy or a sign-in does not.',
          fix: 'Open the address in a browser, and let proxies through to it.',
        },
      },
    },
  },
  check({ subject: { facts }, report, notChecked }) {
    const answer = facts.sdkAnswer
    if (answer === undefined)
      return notChecked(
        'embed-sdk-answers',
        'Microsoft’s script was not asked for.',
        'Hand in what "sevenstep embed facts ADDRESS" prints, which asks for it too.',
      )
    const { address, status, contentType } = answer
    const at = { path: 'network' }
    if (status < 200 || status > 299) report('embed-sdk-answers', at, { message: 'status', data: { address, status } })
    else if (contentType !== undefined && !/\b(java|ecma)script\b/i.test(contentType))
      report('embed-sdk-answers', at, { message: 'kind', data: { address, kind: contentType } })
  },
})
