import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { policyTemplate } from './policy-template.ts'

const prefix = 'x-ms-apimTemplateParameter.'
const section = 'x-ms-apimTemplate-policySection'
const whole = { [`${prefix}name`]: 'X-Desk', [`${prefix}value`]: 'main' }
const policy = (parameters: unknown, rest: object = {}) => ({
  properties: { policyTemplateInstances: [{ templateId: 'setheader', title: 'Desk', parameters, ...rest }] },
})
const at = '/properties/policyTemplateInstances/0'

testRuleFamily(policyTemplate, import.meta.url, {
  passes: [
    { name: 'whole', given: policy({ ...whole, [section]: 'Failure', [`${prefix}existsAction`]: 'skip' }) },
    { name: 'the template in another case', given: policy(whole, { templateId: 'SetHeader' }) },
    {
      name: 'a parameter that may be empty',
      given: policy(
        {
          [`${prefix}newPropertyParentPathTemplate`]: '@body()',
          [`${prefix}newPropertySubPathTemplate`]: '',
          [`${prefix}propertyValuePathTemplate`]: '@body().x',
          'x-ms-apimTemplate-operationName': [],
        },
        { templateId: 'setproperty' },
      ),
    },
  ],
  fails: [
    {
      name: 'an unknown template',
      given: policy({}, { templateId: 'setcookie' }),
      finds: [{ rule: 'policy-known-template', at: `${at}/templateId` }],
    },
    {
      name: 'a private template, whose parameters are not judged',
      given: policy({ any: 1 }, { templateId: 'moveproperties' }),
      finds: [{ rule: 'policy-known-template', at: `${at}/templateId` }],
    },
    {
      name: 'no template',
      given: policy({}, { templateId: undefined }),
      finds: [{ rule: 'policy-known-template', at }],
    },
    {
      name: 'no title',
      given: policy(whole, { title: undefined }),
      finds: [{ rule: 'policy-title', at }],
      mended: policy(whole, { title: 'setheader' }),
    },
    {
      name: 'no value',
      given: policy({ [`${prefix}name`]: 'X-Desk' }),
      finds: [{ rule: 'policy-required-parameters', at: `${at}/parameters` }],
    },
    {
      name: 'a misspelt parameter',
      given: policy({ ...whole, [`${prefix}existAction`]: 'skip' }),
      finds: [{ rule: 'policy-unknown-parameters', at: `${at}/parameters/${prefix}existAction` }],
      mended: policy({ ...whole, [`${prefix}existsAction`]: 'skip' }),
    },
    {
      name: 'a word in another case',
      given: policy({ ...whole, [`${prefix}existsAction`]: 'Override' }),
      finds: [{ rule: 'policy-exists-action', at: `${at}/parameters/${prefix}existsAction` }],
      mended: policy({ ...whole, [`${prefix}existsAction`]: 'override' }),
    },
    {
      name: 'the section for failures, which only headers have',
      given: policy({ ...whole, [section]: 'Failure' }, { templateId: 'setqueryparameter' }),
      finds: [{ rule: 'policy-section', at: `${at}/parameters/${section}` }],
    },
    {
      name: 'a section in another case',
      given: policy({ ...whole, [section]: 'request' }),
      finds: [{ rule: 'policy-section', at: `${at}/parameters/${section}` }],
      mended: policy({ ...whole, [section]: 'Request' }),
    },
  ],
})
