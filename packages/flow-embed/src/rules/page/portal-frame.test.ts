import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { portalFrame } from './portal-frame.ts'

const rule = 'embed-frame-of-widget'
const frame = (src: string) => ({ html: `<!doctype html>\n<iframe title="Flows" src="${src}"></iframe>` })

testRuleFamily(portalFrame, import.meta.url, {
  passes: [
    { name: 'the faultless page', given: {} },
    { name: 'the gallery', given: frame('https://make.powerautomate.com/nl-nl/widgets/templates/?q=cars') },
    { name: 'the gallery without a locale', given: frame('//make.powerautomate.com/widgets/templates') },
    { name: 'a page to test widgets with', given: frame('https://make.powerautomate.com/test/templateswidget/') },
    { name: 'somebody else’s page', given: frame('https://fleetdesk.example/flows') },
    { name: 'a page of one’s own', given: frame('/flows') },
    { name: 'no address', given: frame('https://') },
  ],
  fails: [
    {
      name: 'the list of flows',
      given: frame('https://make.powerautomate.com/environments/x/flows'),
      finds: [
        {
          rule,
          file: 'index.html',
          line: 2,
          what: 'The frame shows "/environments/x/flows" of make.powerautomate.com, which is no widget.',
        },
      ],
    },
    {
      name: 'a widget of 2018 without its script',
      given: frame('https://flow.microsoft.com/en-us/widgets/flows'),
      finds: [{ rule, line: 2, what: 'The frame shows the widget "flows" without Microsoft’s script.' }],
    },
    {
      name: 'a widget without a scheme',
      given: frame('//make.powerautomate.com/widgets/approvalcenter?x=1'),
      finds: [{ rule, line: 2, what: 'The frame shows the widget "approvalcenter" without Microsoft’s script.' }],
    },
    {
      name: 'a page to test widgets with, of 2018',
      given: frame('https://flow.microsoft.com/test/templateswidget/'),
      finds: [{ rule, line: 2, what: 'The frame comes from the host of 2018.' }],
    },
    { name: 'the portal of 2018', given: frame('https://flow.microsoft.com/'), finds: [{ rule, line: 2 }] },
  ],
})
