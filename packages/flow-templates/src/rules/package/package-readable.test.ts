import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { packageReadable } from './package-readable.ts'

const flows = 'Microsoft.Flow/flows/manifest.json'

testRuleFamily(packageReadable, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: 'a solution as it comes', given: { kind: 'solution' } },
  ],
  fails: [
    {
      name: 'a flow that is not there',
      given: { files: { [flows]: '{"flowAssets":{"assetPaths":["gone"]}}' } },
      finds: [{ rule: 'flow-package-readable', file: flows }],
    },
    {
      name: 'a byte-order mark',
      given: { files: { [flows]: '\ufeff{"flowAssets":{"assetPaths":[]}}' } },
      finds: [{ rule: 'flow-package-tidy', file: flows }],
    },
    {
      name: 'a definition cut off',
      given: { files: { [flows]: '{"flowAssets":' } },
      finds: [{ rule: 'flow-package-readable', file: flows }],
    },
  ],
})
