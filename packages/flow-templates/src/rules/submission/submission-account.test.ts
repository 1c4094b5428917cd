import { testSubmissionFamily } from '../../testing/submission-room.ts'
import { submissionAccount } from './submission-account.ts'

testSubmissionFamily(submissionAccount, import.meta.url, {
  passes: [
    { name: 'all of it', given: {} },
    { name: 'nothing said', given: { members: { account: undefined, isForEverybody: undefined } } },
  ],
  fails: [
    {
      name: 'no mail',
      given: { members: { account: { hasMail: false } } },
      finds: [{ rule: 'template-account-mail', at: '/account/hasMail' }],
    },
    {
      name: 'neither vetted nor enrolled',
      given: { members: { account: { isVetted: false, isEnrolled: false } } },
      finds: [
        { rule: 'template-seller-enrolled', at: '/account/isVetted', what: 'The seller is not vetted.' },
        { rule: 'template-seller-enrolled', at: '/account/isEnrolled' },
      ],
    },
    {
      name: 'for some only',
      given: { members: { isForEverybody: false } },
      finds: [{ rule: 'template-for-everybody', at: '/isForEverybody' }],
    },
  ],
})
