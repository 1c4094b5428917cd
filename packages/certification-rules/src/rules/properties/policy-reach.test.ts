import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { policyReach } from './policy-reach.ts'

const prefix = 'x-ms-apimTemplateParameter.'
const names = 'x-ms-apimTemplate-operationName'
const policy = (templateId: string, parameters: object) => ({
  properties: { policyTemplateInstances: [{ templateId, title: 'One', parameters }] },
})
const host = (address: unknown) => policy('dynamichosturl', { [`${prefix}urlTemplate`]: address })
const at = '/properties/policyTemplateInstances/0/parameters'
const paged = {
  paths: { '/cars': { get: { operationId: 'ListCars', 'x-ms-pageable': { nextLinkName: 'next' }, responses: {} } } },
}

testRuleFamily(policyReach, import.meta.url, {
  passes: [
    { name: 'an operation that exists', given: policy('setheader', { [names]: ['GetCar'] }) },
    { name: 'no definition', given: { ...policy('setheader', { [names]: ['Any'] }), without: ['definition'] } },
    { name: 'an expression', given: host("@connectionParameters('api_key', 'https://fleetdesk.example')") },
    { name: 'an address with an expression', given: host("https://@{connectionParameters('api_key')}.example") },
    {
      name: 'a link that is mended',
      given: { definition: paged, ...policy('updatenextlink', { [names]: ['ListCars'] }) },
    },
    { name: 'pages and no properties', given: { definition: paged, without: ['properties'] } },
  ],
  fails: [
    {
      name: 'a text in place of a list',
      given: policy('setheader', { [names]: 'GetCar' }),
      finds: [{ rule: 'policy-operation-name-array', at: `${at}/${names}` }],
      mended: policy('setheader', { [names]: ['GetCar'] }),
    },
    {
      name: 'an operation in another case',
      given: policy('setheader', { [names]: ['getCar'] }),
      finds: [{ rule: 'policy-operation-exists', at: `${at}/${names}/0` }],
      mended: policy('setheader', { [names]: ['GetCar'] }),
    },
    {
      name: 'an operation that was removed',
      given: policy('setheader', { [names]: ['GetCar', 'SellEverything'] }),
      finds: [{ rule: 'policy-operation-exists', at: `${at}/${names}/1` }],
    },
    {
      name: 'http',
      given: host('http://fleetdesk.example'),
      finds: [{ rule: 'policy-host-url-https', at: `${at}/${prefix}urlTemplate` }],
    },
    {
      name: 'a misspelt connection parameter',
      given: host("https://@{connectionParameters('api_kee')}.example"),
      finds: [{ rule: 'policy-connection-parameter-exists', at: `${at}/${prefix}urlTemplate` }],
      mended: host("https://@{connectionParameters('api_key')}.example"),
    },
    {
      name: 'a connection parameter in another case',
      given: host("https://@{connectionParameters('Api_Key')}.example"),
      finds: [
        {
          rule: 'policy-connection-parameter-exists',
          at: `${at}/${prefix}urlTemplate`,
          what: 'The policy "One" uses the connection parameter "Api_Key", which is called "api_key".',
        },
      ],
      mended: host("https://@{connectionParameters('api_key')}.example"),
    },
    {
      name: 'one deep in a polling policy',
      given: policy('pollingtrigger', { [`${prefix}triggerConfig`]: { after: "@connectionParameters('since')" } }),
      finds: [{ rule: 'policy-connection-parameter-exists', at: `${at}/${prefix}triggerConfig/after` }],
    },
    {
      name: 'pages without a policy',
      given: { definition: paged },
      finds: [{ rule: 'policy-pageable-updatenextlink', at: '/paths/~1cars/get/x-ms-pageable' }],
    },
  ],
})
