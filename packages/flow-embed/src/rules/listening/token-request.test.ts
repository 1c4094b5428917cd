import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { tokenRequest } from './token-request.ts'

const rule = 'embed-token-scopes'
const asking = (request: string, before = '') => ({
  script: `${before}
const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  done(null, { token: (await signIn.acquireTokenSilent(${request})).accessToken })
})`,
})

testRuleFamily(tokenRequest, import.meta.url, {
  passes: [
    {
      name: 'scopes of Power Automate',
      given: asking("{ scopes: ['https://service.flow.microsoft.com/Flows.Read.All'] }"),
    },
    { name: 'in another cloud', given: asking("{ scopes: ['https://gov.service.flow.microsoft.us/.default'] }") },
    {
      name: 'by the id of its application',
      given: asking("{ scopes: ['7df0a125-d3be-4c96-aa54-591f83ff541c/.default'] }"),
    },
    {
      name: 'written elsewhere in the script',
      given: asking(
        'request',
        "const scopes = ['https://service.flow.microsoft.com//.default']\nconst wanted = { scopes }",
      ),
    },
    { name: 'not followed', given: asking('requestFor(widget)') },
    { name: 'a part not followed', given: asking('{ scopes: [scopeOf(widget)] }') },
    {
      name: 'another token for another part of the page',
      given: asking(
        "{ scopes: ['https://service.flow.microsoft.com/.default'] }",
        "signIn.acquireTokenPopup({ scopes: ['User.Read'] }).then(greet)",
      ),
    },
    { name: 'a page without a widget', given: { script: "signIn.acquireTokenSilent({ scopes: ['User.Read'] })" } },
  ],
  fails: [
    {
      name: 'scopes of Graph',
      given: asking("{ account, scopes: ['https://graph.microsoft.com/User.Read', 'Mail.Send'] }"),
      finds: [
        {
          rule,
          file: 'app.js',
          line: 4,
          what: 'No token for Power Automate is asked for here: the scopes are https://graph.microsoft.com/User.Read, Mail.Send.',
        },
      ],
    },
    {
      name: 'a host that only looks like it',
      given: asking("{ scopes: ['https://service.flow.microsoft.com.example/.default'] }"),
      finds: [{ rule, line: 4 }],
    },
    {
      name: 'in a variable',
      given: asking('wanted', "const wanted = {\n  scopes: ['User.Read'],\n}"),
      finds: [{ rule, line: 2 }],
    },
  ],
})
