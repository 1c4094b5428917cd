import { exportKeys } from '../../fixtures/sample-export.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { exportManifest } from './export-manifest.ts'

const maps = `Microsoft.Flow/flows/${exportKeys.flow}`
const flow = `/resources/${exportKeys.flow}`
const otherFlow = { type: 'Microsoft.Flow/flows', hierarchy: 'Root', creationType: 'New', details: {}, dependsOn: [] }

testRuleFamily(exportManifest, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: 'a solution', given: { kind: 'solution' } },
    {
      name: 'an update that cannot be new',
      given: { flow: { suggestedCreationType: 'Update', creationType: 'Update' } },
    },
  ],
  fails: [
    {
      name: 'another schema',
      given: { manifest: { schema: '1.1' } },
      finds: [{ rule: 'flow-export-schema', at: '/schema', file: 'manifest.json' }],
    },
    { name: 'no schema', given: { manifest: { schema: undefined } }, finds: [{ rule: 'flow-export-schema', at: '' }] },
    {
      name: 'no root',
      given: { flow: { hierarchy: 'Child' } },
      finds: [{ rule: 'flow-export-root', at: `/resources/${exportKeys.flow}/hierarchy` }],
    },
    {
      name: 'no flow among the resources',
      given: { flow: { type: 'Microsoft.PowerApps/apis' } },
      finds: [{ rule: 'flow-export-root', at: '/resources' }],
    },
    {
      name: 'two roots',
      given: { resources: { other: otherFlow } },
      finds: [{ rule: 'flow-export-root', at: '/resources/other' }],
      dependsOnOrder: true,
    },
    {
      name: 'a resource that is gone',
      given: { flow: { dependsOn: ['gone'] } },
      finds: [{ rule: 'flow-export-depends', at: `${flow}/dependsOn/0` }],
    },
    {
      name: 'an update',
      given: { flow: { suggestedCreationType: 'Update' } },
      finds: [{ rule: 'flow-export-new', at: `${flow}/suggestedCreationType` }],
      mended: {},
    },
    {
      name: 'no connection for a reference',
      given: { files: { [`${maps}/connectionsMap.json`]: '{}' } },
      finds: [{ rule: 'flow-export-mapped', at: '/properties/connectionReferences/shared_office365' }],
    },
  ],
})
