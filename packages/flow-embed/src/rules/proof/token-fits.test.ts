import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { tokenFits } from './token-fits.ts'

testRuleFamily(tokenFits, import.meta.url, {
  passes: [
    { name: 'nothing found', given: { facts: { tokenFindings: [] } } },
    { name: 'not checked', given: {} },
    {
      name: 'a note',
      given: {
        facts: {
          tokenFindings: [
            {
              ruleId: 'token-audience',
              severity: 'info',
              message: { what: 'The token is for Graph.', fix: 'Ask for a scope of Power Automate.' },
            },
          ],
        },
      },
    },
  ],
  fails: [
    {
      name: 'a wrong audience',
      given: {
        facts: {
          tokenFindings: [
            {
              ruleId: 'token-audience',
              severity: 'error',
              message: { what: 'The token is for Graph.', fix: 'Ask for a scope of Power Automate.' },
            },
          ],
        },
      },
      finds: [
        {
          rule: 'embed-token-fits',
          file: 'token',
          what: 'The token does not fit (token-audience): The token is for Graph.',
        },
      ],
    },
    {
      name: 'a warning',
      given: {
        facts: {
          tokenFindings: [
            {
              ruleId: 'token-audience',
              severity: 'warning',
              message: { what: 'The token is for Graph.', fix: 'Ask for a scope of Power Automate.' },
            },
          ],
        },
      },
      finds: [{ rule: 'embed-token-fits', file: 'token' }],
    },
  ],
})
