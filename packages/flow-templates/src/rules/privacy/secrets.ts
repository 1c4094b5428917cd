import { defineRuleFamily } from '../../checks/rule-family.ts'
import { mendLeak, reportLeaks } from './leak-reports.ts'

const deviation = 'Ours: no page names the places; that keys must not be published needs no page.'
const fix =
  'Remove it and ask for it by a connection or a secure parameter. Replace the secret itself: it has been in a file.'

/** Whether secrets stand in the package. Reports show dots in their place. */
export const secrets = defineRuleFamily({
  id: 'secrets',
  group: 'Privacy',
  rules: {
    'flow-no-secret': {
      title: 'No password, key or token stands in the package.',
      setting: 'error',
      isSecret: true,
      sources: ['publish-template'],
      deviation,
      mend: 'proposed',
      messages: {
        found: {
          what: 'A secret stands in "{name}".',
          why: 'Everybody who gets the package can use it in your name.',
          fix,
        },
        token: { what: 'A token stands here.', why: 'Everybody who gets the package can use it in your name.', fix },
        key: { what: 'A key stands here.', why: 'Everybody who gets the package can use it in your name.', fix },
        webhook: {
          what: 'The address of an incoming webhook stands here, which is its own key.',
          why: 'Everybody who gets the package can post to that channel.',
          fix,
        },
      },
    },
    'flow-no-sas': {
      title: 'No address with a signature or a function’s key stands in the package.',
      setting: 'error',
      isSecret: true,
      sources: ['publish-template'],
      deviation,
      mend: 'proposed',
      messages: {
        found: {
          what: 'An address with a signature (SAS) stands here.',
          why: 'The signature opens what the address leads to for everybody who gets the package.',
          fix: 'Remove it and revoke the signature. Let the user choose the file, or call the service by a connection.',
        },
        function: {
          what: 'The address of a function with its key stands here.',
          why: 'Everybody who gets the package can call the function.',
          fix: 'Remove the key and make a new one. Call the function by a connection.',
        },
      },
    },
  },
  check(context) {
    reportLeaks(['flow-no-secret', 'flow-no-sas'], context)
  },
  mends: { 'flow-no-secret': mendLeak('flow-no-secret'), 'flow-no-sas': mendLeak('flow-no-sas') },
})
