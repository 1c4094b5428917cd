import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { defaultParameters } from './default-parameters.ts'

testRuleFamily(defaultParameters, import.meta.url, {
  passes: [
    {
      name: 'declared',
      given: {
        script:
          "sdk.renderWidget('flows', { container: 'flows', templatesSettings: { defaultParams: { 'parameters.site': 'x' } } })",
        facts: { templateParameters: ['site'] },
      },
    },
    {
      name: 'not known what is declared',
      given: {
        script:
          "sdk.renderWidget('flows', { container: 'flows', templatesSettings: { defaultParams: { 'parameters.site': 'x' } } })",
      },
    },
  ],
  fails: [
    {
      name: 'without the prefix',
      given: {
        script:
          "sdk.renderWidget('flows', { container: 'flows', templatesSettings: { defaultParams: { site: 'x' } } })",
      },
      finds: [{ rule: 'embed-default-parameters', file: 'app.js', line: 1 }],
      mended: {
        script:
          "sdk.renderWidget('flows', { container: 'flows', templatesSettings: { defaultParams: { 'parameters.site': 'x' } } })",
      },
    },
    {
      name: 'declared nowhere',
      given: {
        script:
          "sdk.renderWidget('flows', { container: 'flows', templatesSettings: { defaultParams: { 'parameters.site': 'x' } } })",
        facts: { templateParameters: ['list'] },
      },
      finds: [{ rule: 'embed-default-parameters', file: 'app.js' }],
    },
  ],
})
