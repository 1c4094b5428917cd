import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { basePath } from './base-path.ts'

const at = '/basePath'
const based = (value: unknown) => ({ definition: { basePath: value } })

testRuleFamily(basePath, import.meta.url, {
  passes: [
    { name: 'a slash alone', given: based('/') },
    { name: 'a path', given: based('/api/v2') },
    { name: 'none', given: based(undefined) },
  ],
  fails: [
    { name: 'no slash', given: based('api'), finds: [{ rule: 'host-base-path-slash', at }], mended: based('/api') },
    { name: 'empty', given: based(''), finds: [{ rule: 'host-base-path-slash', at }], mended: based('/') },
    {
      name: 'a slash behind',
      given: based('/api/'),
      finds: [{ rule: 'host-base-path-no-trailing-slash', at }],
      mended: based('/api'),
    },
  ],
})
