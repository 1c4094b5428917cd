import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { galleryAddress } from './gallery-address.ts'

testRuleFamily(galleryAddress, import.meta.url, {
  passes: [
    {
      name: 'everything it knows',
      given: {
        html: `<p>
<iframe title="Templates" src="https://make.powerautomate.com/en-us/widgets/templates/?q=fleet&pagesize=6&destination=new&category=crm&parameters.list=x"></iframe>`,
        facts: { templateParameters: ['list'] },
      },
    },
    {
      name: 'empty values',
      given: {
        html: `<p>
<iframe title="Templates" src="https://make.powerautomate.com/en-us/widgets/templates/?q=&pagesize=&destination="></iframe>`,
      },
    },
    {
      name: 'the old host in 2018',
      given: {
        html: `<p>
<iframe title="Templates" src="https://flow.microsoft.com/nl-nl/widgets/templates/"></iframe>`,
        edition: '2018-02',
      },
    },
    {
      name: 'in a script',
      given: { script: "frame.src = 'https://make.powerautomate.com/en-us/widgets/templates/?q=' + 'fleet'" },
    },
    {
      name: 'an address made while running',
      given: { script: "frame.src = 'https://make.powerautomate.com/' + locale + '/widgets/templates/'" },
    },
  ],
  fails: [
    {
      name: 'another host',
      given: {
        html: `<p>
<iframe title="Templates" src="https://templates.example/en-us/widgets/templates/"></iframe>`,
      },
      finds: [{ rule: 'embed-gallery-host', file: 'index.html', line: 2 }],
    },
    {
      name: 'http',
      given: {
        html: `<p>
<iframe title="Templates" src="http://make.powerautomate.com/en-us/widgets/templates/"></iframe>`,
      },
      finds: [{ rule: 'embed-gallery-host', file: 'index.html' }],
    },
    {
      name: 'no locale',
      given: {
        html: `<p>
<iframe title="Templates" src="https://make.powerautomate.com/widgets/templates/"></iframe>`,
      },
      finds: [
        {
          rule: 'embed-gallery-address',
          file: 'index.html',
          line: 2,
          what: 'The address has no locale before /widgets/templates.',
        },
      ],
    },
    {
      name: 'a locale in capitals',
      given: {
        html: `<p>
<iframe title="Templates" src="https://make.powerautomate.com/en-US/widgets/templates/"></iframe>`,
      },
      finds: [{ rule: 'embed-gallery-address', file: 'index.html' }],
    },
    {
      name: 'other letters',
      given: {
        html: `<p>
<iframe title="Templates" src="https://make.powerautomate.com/en-us/widgets/templates/?PageSize=6"></iframe>`,
      },
      finds: [{ rule: 'embed-gallery-address', file: 'index.html' }],
    },
    {
      name: 'unknown',
      given: {
        html: `<p>
<iframe title="Templates" src="https://make.powerautomate.com/en-us/widgets/templates/?theme=dark"></iframe>`,
      },
      finds: [{ rule: 'embed-gallery-address', file: 'index.html' }],
    },
    {
      name: 'no destination',
      given: {
        html: `<p>
<iframe title="Templates" src="https://make.powerautomate.com/en-us/widgets/templates/?destination=designer"></iframe>`,
      },
      finds: [{ rule: 'embed-gallery-address', file: 'index.html' }],
    },
    {
      name: 'no number',
      given: {
        html: `<p>
<iframe title="Templates" src="https://make.powerautomate.com/en-us/widgets/templates/?pagesize=many"></iframe>`,
      },
      finds: [{ rule: 'embed-gallery-address', file: 'index.html' }],
    },
    {
      name: 'twice',
      given: {
        html: `<p>
<iframe title="Templates" src="https://make.powerautomate.com/en-us/widgets/templates/?q=a&q=b"></iframe>`,
      },
      finds: [{ rule: 'embed-gallery-address', file: 'index.html' }],
    },
    {
      name: 'a later parameter',
      given: {
        html: `<p>
<iframe title="Templates" src="https://flow.microsoft.com/en-us/widgets/templates/?category=crm"></iframe>`,
        edition: '2018-02',
      },
      finds: [{ rule: 'embed-gallery-address', file: 'index.html' }],
    },
    {
      name: 'declared nowhere',
      given: {
        html: `<p>
<iframe title="Templates" src="https://make.powerautomate.com/en-us/widgets/templates/?parameters.site=x"></iframe>`,
        facts: { templateParameters: [] },
      },
      finds: [{ rule: 'embed-gallery-parameters', file: 'index.html' }],
    },
    {
      name: 'in a script',
      given: { script: '\nframe.src = `https://make.powerautomate.com/en-us/widgets/templates/?size=6`' },
      finds: [{ rule: 'embed-gallery-address', file: 'app.js', line: 2 }],
    },
  ],
})
