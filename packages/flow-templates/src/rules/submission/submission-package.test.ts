import { testSubmissionFamily } from '../../testing/submission-room.ts'
import { submissionPackage } from './submission-package.ts'

const url = 'https://cars.blob.core.windows.net/p/cars.zip'
const given = (permissions: unknown, expires: unknown) => ({
  members: { package: { url, access: { permissions, expires } } },
})
const end = '/package/access/expires'

testSubmissionFamily(submissionPackage, import.meta.url, {
  passes: [
    { name: 'a month', given: {} },
    { name: '15 days', given: given('r', '2026-12-14') },
    { name: 'access that nobody told', given: { members: { package: { url } } } },
    { name: 'the portal of 2018', given: { edition: '2018-02' } },
  ],
  fails: [
    {
      name: 'no package',
      given: { members: { package: undefined } },
      finds: [{ rule: 'template-package-address', at: '' }],
    },
    {
      name: 'http',
      given: { members: { package: { url: url.replace('https', 'http') } } },
      finds: [{ rule: 'template-package-address', at: '/package/url' }],
    },
    {
      name: 'writing only',
      given: given('w', '2026-12-31'),
      finds: [{ rule: 'template-package-access', what: 'The signature does not permit reading.' }],
    },
    {
      name: 'reading and writing',
      given: given('rw', '2026-12-31'),
      finds: [{ rule: 'template-package-access', what: 'The signature permits more than reading: "rw".' }],
    },
    {
      name: '14 days',
      given: given('r', '2026-12-13T23:59:00Z'),
      finds: [
        {
          rule: 'template-package-lasts',
          at: end,
          what: 'The signature ends on 2026-12-13T23:59:00Z, in 14 days.',
        },
      ],
    },
    {
      name: 'over',
      given: given('r', '2026-11-01'),
      finds: [{ rule: 'template-package-lasts', at: end, what: 'The signature ended on 2026-11-01.' }],
    },
    ...['soon', '2026-02-31', '2026-12'].map((expires) => ({
      name: expires,
      given: given('r', expires),
      finds: [{ rule: 'template-package-lasts', at: end, what: `"${expires}" is no day.` }],
    })),
  ],
})
