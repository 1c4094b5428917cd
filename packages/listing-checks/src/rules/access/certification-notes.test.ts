import { testRuleFamily } from '../../testing/offer-room.ts'
import { certificationNotes } from './certification-notes.ts'

testRuleFamily(certificationNotes, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    {
      name: 'certification document',
      given: { offer: { certification: { functionalDocument: 'documents/functions.pdf' } }, kind: 'dataverse' },
    },
    {
      name: 'certification test notes',
      given: { offer: { certification: { testNotes: 'Sign in as the visitor.' } }, kind: 'dataverse' },
    },
    {
      name: 'certification no password',
      given: { offer: { certification: { testNotes: 'The password is in Partner Center.' } }, kind: 'dataverse' },
    },
    {
      name: 'solution checker clean',
      given: { offer: {}, kind: 'dataverse', facts: { solutionChecker: { critical: 0, high: 0 } } },
    },
  ],
  fails: [
    {
      name: 'certification document',
      given: { offer: { certification: { functionalDocument: null } }, kind: 'dataverse' },
      finds: [{ rule: 'certification-document', at: '/certification' }],
    },
    {
      name: 'certification test notes',
      given: { offer: { certification: { testNotes: null } }, kind: 'dataverse' },
      finds: [{ rule: 'certification-test-notes', at: '/certification' }],
    },
    {
      name: 'no notes about a SaaS offer either',
      given: { offer: { certification: null } },
      finds: [{ rule: 'certification-test-notes', at: '' }],
    },
    {
      name: 'certification no password',
      given: { offer: { certification: { testNotes: 'Password: not-a-real-one' } }, kind: 'dataverse' },
      finds: [{ rule: 'certification-no-password', at: '/certification/testNotes' }],
    },
    {
      name: 'solution checker clean',
      given: { offer: {}, kind: 'dataverse', facts: { solutionChecker: { critical: 2, high: 0 } } },
      finds: [{ rule: 'solution-checker-clean', at: '/package' }],
    },
    {
      name: 'high findings',
      given: { offer: {}, kind: 'dataverse', facts: { solutionChecker: { critical: 0, high: 4 } } },
      finds: [{ rule: 'solution-checker-clean', at: '/package' }],
    },
  ],
})
