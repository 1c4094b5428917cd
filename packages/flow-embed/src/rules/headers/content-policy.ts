import { defineRuleFamily } from '../../engine/rule-family.ts'
import { neededFrames } from '../../headers/needed-frames.ts'
import { headerOf, policiesOf } from '../../headers/response-headers.ts'
import { noteAbsent } from '../looking.ts'
import { judgeConnections } from './judge-connections.ts'
import { judgeFrames } from './judge-frames.ts'
import { judgeScripts } from './judge-scripts.ts'
import { neededOf } from './policy-needs.ts'

/** What to write, and where to have a whole policy from. */
const letSay = 'Let the policy say "{directive}"'
const orWhole = '"sevenstep embed headers{options}" prints a whole policy.'

/** Pages have one or two; each is held against everything that the page needs. */
const mostPolicies = 20

/** Whether the page's content security policy lets widgets through. */
export const contentPolicy = defineRuleFamily({
  id: 'content-policy',
  group: 'Response headers',
  rules: {
    'embed-csp-script': {
      title: 'The content security policy lets Microsoft’s script, and what embedding needs beside it, through.',
      setting: 'error',
      sources: ['csp'],
      messages: {
        found: {
          what: 'The policy does not let {address} through as a script.',
          why: 'The browser refuses it, and no widget is shown.',
          fix: `${letSay}. ${orWhole}`,
        },
        next: {
          what: 'The policy does not let Microsoft’s script through from {address}, where it has to come from.',
          why: 'Once the page loads it from there the browser refuses it, and no widget is shown.',
          fix: `${letSay}. ${orWhole}`,
        },
        signIn: {
          what: 'The policy does not let the sign-in library {address} through.',
          why: 'The browser refuses it: the page has no token, and the widget stays empty.',
          fix: `${letSay}. ${orWhole}`,
        },
        own: {
          what: 'The policy does not let {address} through, which shows the widget.',
          why: 'The browser refuses it, and no widget is shown.',
          fix: `${letSay}. ${orWhole}`,
        },
        elsewhere: {
          what: 'The policy does not let {address} through as a script, but {right}.',
          why: 'The browser refuses it, and no widget is shown.',
          fix: 'Load {right} instead, which the policy lets through.',
        },
        nonce: {
          what: 'The policy trusts scripts by their nonce alone, and {address} has none that fits.',
          why: 'Beside strict-dynamic browsers pass over hosts in script-src: the script is refused, and no widget is shown.',
          fix: 'Give its script element the attribute nonce with the nonce of the policy, anew for each answer.',
        },
        inline: {
          what: 'The policy keeps the script that shows the widget from running, because it stands in the page itself.',
          why: 'Browsers run such scripts only by their nonce or hash.',
          fix: `Give it the nonce of the policy, or move it into a file of its own and let the policy say "{directive}". ${orWhole}`,
        },
      },
    },
    'embed-csp-frame': {
      title: 'The content security policy lets the widgets’ frame through.',
      setting: 'error',
      sources: ['csp'],
      messages: {
        found: {
          what: 'The policy does not let {address} through as a frame.',
          why: 'The browser shows an empty frame with an error of its own.',
          fix: `${letSay}. ${orWhole}`,
        },
        next: {
          what: 'The policy does not let {address} through as a frame, where widgets have to come from.',
          why: 'Once the page shows them from there the browser leaves their frame empty.',
          fix: `${letSay}. ${orWhole}`,
        },
        elsewhere: {
          what: 'The policy does not let {address} through as a frame, but {right}.',
          why: 'The browser shows an empty frame with an error of its own.',
          fix: 'Show it from {right} instead, which the policy lets through.',
        },
        sandbox: {
          what: 'The policy puts the page into a sandbox without {missing}.',
          why: 'The frame in it is held to the same limits, and widgets need scripts, cookies, forms and pop-ups.',
          fix: 'Add {missing} to the directive sandbox, or leave it out.',
        },
      },
    },
    'embed-csp-connect': {
      title: 'The content security policy lets sign-in through.',
      setting: 'warning',
      sources: ['csp'],
      confidence: 'low',
      messages: {
        found: {
          what: 'The policy does not let the page ask {address}.',
          why: 'Sign-in libraries fetch tokens from there; without one the widget stays empty.',
          fix: `${letSay}, unless your own server fetches the tokens. ${orWhole}`,
        },
        regional: {
          what: 'The policy does not let the script ask {address} for a region.',
          why: 'With enableRegionalPortal the script looks the person’s region up there.',
          fix: `${letSay}. ${orWhole}`,
        },
      },
    },
  },
  check(context) {
    const { subject, notChecked, edition } = context
    const rules = ['embed-csp-script', 'embed-csp-frame', 'embed-csp-connect']
    const policies = policiesOf(subject)
    if (policies.length === 0 && headerOf(subject, 'content-security-policy') === undefined) {
      for (const rule of rules)
        notChecked(
          rule,
          'The headers of the page’s answer are not known.',
          'Hand in what "sevenstep embed facts ADDRESS" prints, or the headers as "curl --head" does.',
        )
    }
    const { sdkReferences, creations, sdkCopies } = subject.page
    const isKnown =
      sdkReferences.length + creations.length + sdkCopies.length + neededFrames(subject, edition).length > 0
    if (policies.length > 0 && !isKnown) noteAbsent(context, rules)
    if (policies.length > mostPolicies) {
      const reason = `More than ${mostPolicies} policies hold for the page; only the first of them were looked at.`
      for (const rule of rules) notChecked(rule, reason)
    }
    const needs = neededOf(context)
    for (const placed of policies.slice(0, mostPolicies)) {
      judgeScripts(context, placed, needs)
      judgeFrames(context, placed, needs)
      judgeConnections(context, placed, needs)
    }
  },
})
